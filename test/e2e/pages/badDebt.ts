/** Page objects of bad debt: asking for a write-off, deciding on it, what came back, and the allowance; by keyboard only. */
import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

export class BadDebtPages {
  readonly page: Page
  readonly front: Locator
  readonly #shell: Shell

  constructor(page: Page) {
    this.page = page
    this.#shell = new Shell(page)
    this.front = this.#shell.front
  }

  get entry(): Locator {
    return this.front.getByTestId('write-off-entry')
  }

  get request(): Locator {
    return this.front.getByTestId('request-document')
  }

  get document(): Locator {
    return this.front.getByTestId('write-off-document')
  }

  get sums(): Locator {
    return this.front.getByTestId('provision-sums')
  }

  /** From the list: fills the head, takes everything of the first debt, and asks. */
  async ask(customer: string, reason: string, evidence: string): Promise<void> {
    const { keyboard } = this.page
    await keyboard.press('Alt+n')
    await this.entry.waitFor()
    await keyboard.type(customer)
    await keyboard.press('Enter')
    await expect(this.entry.getByTestId('pane-line').first()).toBeVisible()
    await keyboard.type(reason)
    await keyboard.press('Enter')
    await keyboard.type(evidence)
    await keyboard.press('Enter')
    await expect(this.entry.getByTestId('pane-line').first().locator('td.amount-column input')).toBeFocused()
    await keyboard.press('=')
    await keyboard.press('Control+Enter')
    await this.request.waitFor()
  }

  /** Approves the first request of the list, which is this customer's. */
  async approve(customer: string): Promise<void> {
    await this.#shell.open('坏账核销')
    await expect(this.#shell.cell(0, 'customerName')).toHaveText(customer)
    await this.#shell.cell(0, 'customerName').focus()
    await this.page.keyboard.press('Enter')
    await this.request.waitFor()
    await this.#answer('Alt+a')
    await expect(this.document).toContainText('HX-')
  }

  /** Of the first write-off in the list, with so much left, a part came back after all. */
  async recover(left: string, amount: string): Promise<void> {
    await this.#shell.open('坏账核销')
    await this.page.keyboard.press('F6')
    await expect(this.#shell.cell(0, 'left')).toHaveText(left)
    await this.#shell.cell(0, 'number').focus()
    await this.page.keyboard.press('Enter')
    await this.document.waitFor()
    await this.#answer('Alt+s', amount)
  }

  /** Opens a dialog by its key, types into its first field, and confirms. */
  async #answer(key: string, text = ''): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await this.page.keyboard.press(key)
    await dialog.waitFor()
    if (text) await this.page.keyboard.type(text)
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }
}
