/** Bills as a clerk meets them: registering them, one bill and its steps. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface TypedBill {
  number: string
  range?: string
  drawer?: string
  acceptor?: string
  /** As it is typed; `t` is today. */
  issued?: string
  amount: string
}

export class AcceptanceEntryPage {
  readonly page: Page
  readonly sheet: Locator
  readonly lines: Locator
  readonly sums: Locator
  readonly allocations: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.sheet = front.getByTestId('acceptance-entry')
    this.lines = this.sheet.locator('.bill-lines tbody tr')
    this.sums = this.sheet.getByTestId('bill-sums')
    this.allocations = this.sheet.getByTestId('allocation-line')
  }

  /** Chooses the customer and goes through the head to the first bill. */
  async customer(text: string): Promise<void> {
    const { keyboard } = this.page
    await keyboard.type(text)
    await keyboard.press('Enter')
    await expect(this.sheet.locator('input').nth(1)).toBeFocused()
    for (let field = 0; field < 3; field += 1) await keyboard.press('Enter')
    await expect(this.lines.last().locator('input').first()).toBeFocused()
  }

  /** Types a bill from its first cell on; what is left out stays as the line before had it. */
  async type(bill: TypedBill): Promise<void> {
    const { keyboard } = this.page
    const line = this.lines.last()
    await keyboard.type(bill.number)
    await keyboard.press('Enter')
    if (bill.range) await keyboard.type(bill.range)
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await expect(line.locator('input').nth(2)).toBeFocused()
    if (bill.drawer) await keyboard.type(bill.drawer)
    await keyboard.press('Enter')
    if (bill.acceptor) await keyboard.type(bill.acceptor)
    await keyboard.press('Enter')
    if (bill.issued) await keyboard.type(bill.issued)
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type(bill.amount)
    await keyboard.press('Enter')
  }

  async register(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await expect(this.page.locator('.ant-message-notice, .ant-message-notice-content').last()).toContainText(/SK-\d{6}-\d{4}/)
  }
}

export class AcceptancePage {
  readonly page: Page
  readonly bill: Locator
  readonly life: Locator
  readonly deadlines: Locator
  readonly parts: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.bill = page.locator('.tab-panel[data-front="true"]').getByTestId('acceptance')
    this.life = this.bill.getByTestId('life')
    this.deadlines = this.bill.getByTestId('deadlines')
    this.parts = this.bill.getByTestId('parts').locator('li')
    this.dialog = page.getByTestId('step-dialog')
  }

  /** Opens a step by its key, types into its first field, and confirms. */
  async step(key: string, text = ''): Promise<void> {
    await this.page.keyboard.press(key)
    await expect(this.dialog.locator('input').first()).toBeVisible()
    await expect(this.dialog.locator('input:focus')).toHaveCount(1)
    if (text) await this.page.keyboard.type(text)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.dialog).toBeHidden()
  }

  async status(text: string): Promise<void> {
    await expect(this.bill.locator('.ant-tag').first()).toHaveText(text)
  }
}
