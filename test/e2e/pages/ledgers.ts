/** The way to a ledger: the first run, and the ledger page of an open one. */
import { expect, type Locator, type Page } from '@playwright/test'

export class FirstRunPage {
  readonly page: Page
  readonly create: Locator
  readonly demo: Locator

  constructor(page: Page) {
    this.page = page
    const ways = page.locator('.ledger-way')
    this.create = ways.filter({ hasText: /新建账套|Create a ledger/ })
    this.demo = ways.filter({ hasText: /打开示例账套|Open the demonstration/ })
  }

  field(name: string): Locator {
    return this.page.locator(`[data-field="${name}"]`)
  }

  /** The demonstration takes a few seconds: its 18 months are told through the real commands. */
  async openDemo(): Promise<void> {
    await this.demo.click()
    await expect(this.page.locator('.status-demo')).toBeVisible({ timeout: 60_000 })
  }

  /** Creates a ledger by keyboard, from the first field to the password. */
  async createLedger(company: string, password: string): Promise<void> {
    const { keyboard } = this.page
    await this.create.press('Enter')
    await expect(this.field('name').locator('input')).toBeFocused()
    await keyboard.type(company)
    for (const name of ['taxNumber', 'standard', 'bankName', 'bankAccount', 'address', 'contact', 'phone', 'firstPeriod', 'currency', 'location', 'administrator', 'password']) {
      await keyboard.press('Enter')
      await expect(this.field(name).locator('input')).toBeFocused()
    }
    await keyboard.type(password)
    await keyboard.press('Enter')
    await keyboard.type(password)
    await keyboard.press('Control+Enter')
    await expect(this.page.locator('.status-bar')).toContainText(company, { timeout: 30_000 })
  }
}
