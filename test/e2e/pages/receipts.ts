/** Receipts as a clerk meets them: the entry sheet, the list, one document. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface TypedReceipt {
  /** Code, name, short name or pinyin initials. */
  customer: string
  day?: string
  amount: string
  reference?: string
  fee?: string
}

/** The entry sheet, worked by keyboard alone. */
export class ReceiptEntryPage {
  readonly page: Page
  readonly row: Locator
  readonly posted: Locator
  readonly lines: Locator
  readonly message: Locator
  readonly totals: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.row = front.getByTestId('entry-row')
    this.posted = front.getByTestId('posted-row')
    this.lines = front.getByTestId('allocation-line')
    this.message = front.getByTestId('entry-message')
    this.totals = front.getByTestId('allocation-totals')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+r')
    await this.row.waitFor()
  }

  /** Types a row from the first cell on and leaves the cursor in its last typed cell. */
  async type(receipt: TypedReceipt): Promise<void> {
    const { keyboard } = this.page
    await keyboard.type(receipt.customer)
    await keyboard.press('Enter')
    if (receipt.day) await keyboard.type(receipt.day)
    await keyboard.press('Enter')
    await keyboard.type(receipt.amount)
    await keyboard.press('Enter')
    if (receipt.reference === undefined && receipt.fee === undefined) return
    // Over the way of payment and the account, which stay as they were.
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    // Keys wait while a customer is looked up, but Playwright inserts Chinese text without keys.
    await expect(this.row.locator('input[maxlength="500"]')).toBeFocused()
    if (receipt.reference) await keyboard.type(receipt.reference)
    await keyboard.press('Enter')
    if (receipt.fee) await keyboard.type(receipt.fee)
  }

  /** Posts the row and waits until it stands among those of this sitting. */
  async post(): Promise<void> {
    const before = await this.posted.count()
    await this.page.keyboard.press('Control+Enter')
    await this.posted.nth(before).waitFor()
  }

  /** The amounts on the lines, as they stand on screen; empty where nothing is taken. */
  async amounts(): Promise<string[]> {
    return this.lines.locator('td.amount-column input').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))
  }
}

/** Milliseconds from Ctrl+Enter until the next row is empty and has the cursor, measured in the page itself. */
export async function timedPost(page: Page): Promise<number> {
  const stopwatch = await page.evaluateHandle(() => {
    const before = document.querySelectorAll('[data-testid="posted-row"]').length
    const waited = new Promise<number>((resolve) => {
      const pressed = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter' || !event.ctrlKey) return
        window.removeEventListener('keydown', pressed, true)
        const start = performance.now()
        const look = (): void => {
          const cell = document.querySelector<HTMLInputElement>('[data-front="true"] [data-testid="entry-row"] input')
          const ready = document.querySelectorAll('[data-testid="posted-row"]').length > before && cell?.value === '' && document.activeElement === cell
          if (ready) resolve(performance.now() - start)
          else requestAnimationFrame(look)
        }
        look()
      }
      window.addEventListener('keydown', pressed, true)
    })
    // In an object: a promise by itself would be waited for.
    return { waited }
  })
  await page.keyboard.press('Control+Enter')
  return stopwatch.evaluate(({ waited }) => waited)
}

export class ReceiptPage {
  readonly page: Page
  readonly document: Locator
  readonly allocations: Locator
  readonly unallocated: Locator

  constructor(page: Page) {
    this.page = page
    this.document = page.locator('.tab-panel[data-front="true"]').getByTestId('receipt-document')
    this.allocations = this.document.getByTestId('allocation-row')
    this.unallocated = this.document.getByTestId('unallocated')
  }

  /** Takes back the allocation on a line (counted from 0) as of today. */
  async release(line: number): Promise<void> {
    await this.allocations.nth(line).focus()
    await this.page.keyboard.press('Delete')
    await this.page.getByRole('dialog').waitFor()
    await this.page.keyboard.press('Control+Enter')
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async reverse(reason: string): Promise<void> {
    await this.page.keyboard.press('Alt+r')
    await this.finishReversal(reason)
  }

  /** From the open dialog on, where the cursor stands at the reason. */
  async finishReversal(reason: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    await this.page.keyboard.type(reason)
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }
}
