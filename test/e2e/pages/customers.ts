/** Customers as a clerk meets them. */
import type { Locator, Page } from '@playwright/test'

export class CustomerPage {
  readonly page: Page
  readonly form: Locator
  readonly conflict: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.form = front.getByTestId('customer-form')
    this.conflict = this.form.locator('.ant-alert-warning')
  }

  field(name: string): Locator {
    return this.form.locator(`[data-field="${name}"] input`).first()
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s')
  }
}
