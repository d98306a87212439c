/** Letters: whom to dun, the letter as it prints, what was sent. */
import type { FrameLocator, Locator, Page } from '@playwright/test'

export class LetterRunPage {
  readonly page: Page
  readonly front: Locator
  readonly rows: Locator
  readonly chosen: Locator
  readonly remark: Locator
  readonly preview: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.rows = this.front.locator('.letter-pick .ag-row:not(.ag-row-pinned)')
    this.chosen = this.front.locator('.letter-chosen')
    this.remark = this.front.locator('.letter-remark')
    this.preview = this.front.frameLocator('.letter-preview iframe')
  }

  /** Over the list of letters, as the clerk goes. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+6')
    await this.front.locator('.data-grid').waitFor()
    await this.page.keyboard.press('Alt+n')
    await this.front.locator('.letter-run').waitFor()
  }

  row(customer: string): Locator {
    return this.rows.filter({ hasText: customer })
  }

  /** Puts the cursor on a customer, which shows the letter, and ticks by keyboard. */
  async tick(customer: string): Promise<void> {
    await this.row(customer).locator('[col-id="name"]').click()
    await this.page.keyboard.press('Space')
  }

  async tickAll(): Promise<void> {
    await this.page.keyboard.press('Alt+a')
  }

  /** Issues what is ticked, by keyboard, and answers the numbers. */
  async issue(): Promise<string[]> {
    await this.page.keyboard.press('Control+Enter')
    await this.page.locator('.ant-modal-confirm').waitFor()
    await this.page.keyboard.press('Enter')
    const numbers = this.page.locator('.issued-papers .paper-link')
    await numbers.first().waitFor()
    return numbers.allInnerTexts()
  }

  /** From the list of what was issued to the first letter. */
  async showFirst(): Promise<void> {
    await this.page.locator('.issued-papers .paper-link').first().click()
  }
}

export class LetterPage {
  readonly page: Page
  readonly front: Locator
  readonly paper: FrameLocator
  readonly prints: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.paper = this.front.frameLocator('.issued-paper iframe')
    this.prints = this.front.locator('.paper-prints li')
  }

  async print(): Promise<void> {
    await this.page.keyboard.press('Control+p')
  }

  async savePdf(): Promise<void> {
    await this.page.keyboard.press('Control+e')
  }
}

export class LettersPage {
  readonly page: Page
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.locator('.tab-panel[data-front="true"] .ag-row:not(.ag-row-pinned)')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+6')
    await this.rows.first().waitFor()
  }

  async openLetter(row: number): Promise<void> {
    await this.rows.nth(row).locator('[col-id="customerName"]').click()
    await this.page.keyboard.press('Enter')
  }
}
