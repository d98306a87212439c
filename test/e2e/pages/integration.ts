/** The import: a file, what was understood of it, what was stored. */
import type { Locator, Page } from '@playwright/test'

export class ImportPage {
  readonly page: Page
  readonly front: Locator
  readonly counts: Locator
  readonly problems: Locator
  readonly problem: Locator
  readonly mapping: Locator
  readonly preview: Locator
  readonly result: Locator
  readonly history: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.counts = this.front.locator('.file-counts')
    this.problems = this.front.locator('.ag-row:not(.ag-row-pinned)')
    this.problem = this.front.locator('.import-problem')
    this.mapping = this.front.locator('.import-mapping tbody tr')
    this.preview = this.front.locator('.file-rows')
    this.result = this.front.locator('.ant-result')
    this.history = this.front.locator('.import-history .ag-row')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+i')
    await this.front.locator('.file-drop').waitFor()
  }

  /** Gives the chooser a file and waits until it was looked at. */
  async choose(path: string): Promise<void> {
    await this.front.locator('input[type="file"]').setInputFiles(path)
    await this.front.locator('.ant-alert').first().waitFor({ timeout: 60_000 })
  }

  async chooseCurrency(currency: string): Promise<void> {
    await this.front.locator('.import-currency').click()
    await this.page.locator('.ant-select-item-option', { hasText: currency }).click()
  }

  async createCustomers(): Promise<void> {
    await this.front.locator('.import-options .ant-checkbox-input').first().check()
  }

  /** Stores the file by keyboard and waits for the result. */
  async start(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await this.result.waitFor({ timeout: 120_000 })
  }

  async another(): Promise<void> {
    await this.page.keyboard.press('Alt+n')
    await this.front.locator('.file-drop').waitFor()
  }
}
