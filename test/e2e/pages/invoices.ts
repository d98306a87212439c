/** Receivables as a clerk meets them. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface TypedInvoice {
  customer: string
  day?: string
  amount: string
  dueOn?: string
  invoiceNumber?: string
}

export class InvoicePage {
  readonly page: Page
  readonly form: Locator
  readonly document: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.form = front.getByTestId('invoice-form')
    this.document = front.getByTestId('invoice-document')
  }

  /** Types into an empty form, whose cursor stands in the customer. */
  async type(invoice: TypedInvoice): Promise<void> {
    const { keyboard } = this.page
    await keyboard.type(invoice.customer)
    await keyboard.press('Enter')
    if (invoice.day) await keyboard.type(invoice.day)
    await keyboard.press('Enter')
    await keyboard.type(invoice.amount)
    await keyboard.press('Enter')
    if (invoice.dueOn) await keyboard.type(invoice.dueOn)
    await keyboard.press('Enter')
    // Keys wait while the customer is looked up; only now all of them have been typed.
    await expect(this.form.locator('[data-field="invoiceNumber"] input')).toBeFocused()
    if (invoice.invoiceNumber) await keyboard.type(invoice.invoiceNumber)
  }

  async post(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await this.document.waitFor()
  }

  async saveDraft(): Promise<void> {
    await this.page.keyboard.press('Control+s')
  }

  async open(): Promise<string> {
    return (await this.document.getByTestId('open').innerText()).trim()
  }
}
