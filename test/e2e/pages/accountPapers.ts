/** 对账单 and 询证函: issuing a batch, one paper, its reply. */
import type { FrameLocator, Locator, Page } from '@playwright/test'

export class PaperRunPage {
  readonly page: Page
  readonly front: Locator
  readonly preview: FrameLocator
  readonly chosen: Locator
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.preview = this.front.frameLocator('.letter-preview iframe')
    this.chosen = this.front.locator('.letter-chosen')
    this.rows = this.front.locator('.letter-pick .ag-row:not(.ag-row-pinned)')
  }

  async confirmations(): Promise<void> {
    await this.front.getByText('询证函', { exact: true }).click()
  }

  /** Ticks the first rows by keyboard. */
  async tick(count: number): Promise<void> {
    await this.rows.first().locator('[col-id="name"]').click()
    for (let row = 0; row < count; row += 1) {
      await this.page.keyboard.press('Space')
      await this.page.keyboard.press('ArrowDown')
    }
  }

  /** Issues what is ticked and answers the numbers. */
  async issue(): Promise<string[]> {
    await this.page.keyboard.press('Control+Enter')
    await this.page.locator('.ant-modal-confirm').waitFor()
    await this.page.keyboard.press('Enter')
    const numbers = this.page.locator('.issued-papers .paper-link')
    await numbers.first().waitFor()
    return numbers.allInnerTexts()
  }

  async showFirst(): Promise<void> {
    await this.page.locator('.issued-papers .paper-link').first().press('Enter')
    await this.front.locator('.issued-paper').waitFor()
  }
}
