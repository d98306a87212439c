/** The clocks of the debts and the files of lawsuits, as a person at the keyboard meets them. */
import { expect, type Locator, type Page } from '@playwright/test'

export class LimitationPages {
  readonly page: Page
  readonly front: Locator
  readonly clock: Locator
  readonly lawsuit: Locator
  readonly timeline: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.clock = this.front.getByTestId('limitation-clock')
    this.lawsuit = this.front.getByTestId('lawsuit')
    this.timeline = this.front.getByTestId('timeline')
    this.dialog = page.locator('.ant-modal').filter({ visible: true })
  }

  /** Types each field by its label into the dialog or the form, over what stood there. */
  async type(where: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      await where.getByLabel(label, { exact: true }).focus()
      await this.page.keyboard.press('Control+a')
      await this.page.keyboard.type(text)
    }
  }

  /** Opens a dialog by its key, fills it in, and saves by keyboard. */
  async note(fields: Readonly<Record<string, string>>, choice?: { label: string; value: string }): Promise<void> {
    await this.page.keyboard.press('Alt+n')
    await this.dialog.waitFor()
    if (choice) {
      const list = this.page.locator('.ant-select-dropdown').filter({ visible: true })
      await this.dialog.getByLabel(choice.label, { exact: true }).focus()
      await this.page.keyboard.press('ArrowDown')
      const options = list.locator('.ant-select-item-option')
      await expect(options.first()).toBeVisible()
      for (let step = 0; step < 12 && (await list.locator('.ant-select-item-option-active').textContent()) !== choice.value; step += 1) await this.page.keyboard.press('ArrowDown')
      await this.page.keyboard.press('Enter')
    }
    await this.type(this.dialog, fields)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.dialog).toHaveCount(0)
  }

  /** Ticks the items in the form, by a word of each. */
  async tick(where: Locator, word: string): Promise<void> {
    await where.locator('.ant-checkbox-wrapper').filter({ hasText: word }).locator('input').focus()
    await this.page.keyboard.press(' ')
  }
}
