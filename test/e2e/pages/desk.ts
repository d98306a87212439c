/** What surrounds every page: rail, tabs, status bar, search. */
import { expect, type Locator, type Page } from '@playwright/test'

export class Desk {
  readonly page: Page
  readonly rail: Locator
  readonly tabs: Locator
  readonly front: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.rail = page.locator('.rail-item')
    this.tabs = page.locator('.tab-bar').getByRole('tab')
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.status = page.locator('.status-bar')
  }

  /** Opens a page from the rail by its exact title. */
  async open(title: string): Promise<void> {
    await this.rail.filter({ has: this.page.getByText(title, { exact: true }) }).click()
    await expect(this.front.locator('.page-title').first()).toBeVisible()
  }

  /** Ctrl+K, a text, and Enter on the first hit that says `hit`. */
  async search(text: string, hit: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const dialog = this.page.locator('.palette')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(text)
    const option = dialog.getByRole('option').filter({ hasText: hit }).first()
    await expect(option).toBeVisible()
    await option.click()
    await expect(dialog).toBeHidden()
  }

  async switchLanguage(): Promise<void> {
    await this.status.getByRole('button', { name: /^(English|中文)$/ }).click()
  }

  async signOut(): Promise<void> {
    await this.status.getByRole('button', { name: /退出登录|Sign out/ }).click()
  }
}
