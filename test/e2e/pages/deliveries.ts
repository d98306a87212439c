/** Deliveries: how papers were sent, what came of it, and the scans that prove it. */
import { expect, type Locator, type Page } from '@playwright/test'

export class DeliveriesPage {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    // Of two dialogs the upper one is asked.
    this.dialog = page.locator('.ant-modal').filter({ visible: true }).last()
  }

  /** Opens a dialog by its key and waits for its title. */
  async ask(key: string, title: string): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key)
      await expect(this.dialog.locator('.ant-modal-title')).toContainText(title, { timeout: 1000 })
    }).toPass({ timeout: 10_000 })
  }

  /** Types into the fields by their labels and records by keyboard. */
  async record(fields: Readonly<Record<string, string>>): Promise<void> {
    const title = await this.dialog.locator('.ant-modal-title').innerText()
    for (const [label, text] of Object.entries(fields)) {
      await this.dialog.getByLabel(label, { exact: true }).focus()
      await this.page.keyboard.press('Control+a')
      await this.page.keyboard.type(text)
    }
    await this.page.keyboard.press('Control+Enter')
    await expect(this.page.locator('.ant-modal-title').filter({ hasText: title, visible: true })).toHaveCount(0)
  }
}
