/** Issuing letters, statements and confirmations: whom to choose, the paper as it will print, the numbers that went out. */
import type { FrameLocator, Locator, Page } from '@playwright/test'

export class IssuingPage {
  readonly page: Page
  readonly front: Locator
  readonly chosen: Locator
  readonly preview: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.chosen = this.front.locator('.letter-chosen')
    this.preview = this.front.frameLocator('.letter-preview iframe')
  }

  /** Confirmations instead of statements. */
  async confirmations(): Promise<void> {
    await this.front.getByText('询证函', { exact: true }).click()
  }

  /** Ticks the first rows by keyboard. */
  async tick(count: number): Promise<void> {
    await this.front.locator('.letter-pick .ag-row[row-index="0"] [col-id="name"]').focus()
    for (let row = 0; row < count; row += 1) {
      await this.page.keyboard.press('Space')
      await this.page.keyboard.press('ArrowDown')
    }
  }

  async tickAll(): Promise<void> {
    await this.page.keyboard.press('Alt+a')
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

  /** From the numbers of what was issued to the first paper. */
  async showFirst(): Promise<void> {
    await this.page.locator('.issued-papers .paper-link').first().press('Enter')
    await this.front.locator('.issued-paper').waitFor()
  }
}
