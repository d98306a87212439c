/** The collection worklist: who to ask, the customer's story, and the dialogs that note what came of it. */
import { expect, type Locator, type Page } from '@playwright/test'

export class WorklistPage {
  readonly page: Page
  readonly customers: Locator
  readonly story: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.customers = front.locator('.worklist-customers')
    this.story = front.locator('.worklist-story')
    this.dialog = page.locator('.ant-modal').filter({ visible: true })
  }

  /** The names in the list, in its order. */
  async names(): Promise<string[]> {
    const rows = this.customers.locator('.ag-row:not(.ag-row-pinned)').filter({ has: this.page.locator('[col-id="name"]') })
    const cells = await rows.evaluateAll((all) => all.map((row): [number, string] => [Number(row.getAttribute('row-index')), row.querySelector('[col-id="name"]')?.textContent ?? '']))
    return cells.toSorted((a, b) => a[0] - b[0]).map(([, name]) => name)
  }

  part(title: string): Locator {
    return this.story.locator('.story-part').filter({ has: this.page.getByRole('heading', { name: title }) })
  }

  /** Opens a dialog by its key, types each field by its label, and saves by keyboard. */
  async note(key: string, fields: Readonly<Record<string, string>>, ticked?: string): Promise<void> {
    await this.page.keyboard.press(key)
    await this.dialog.waitFor()
    for (const [label, text] of Object.entries(fields)) {
      await this.dialog.getByLabel(label, { exact: true }).focus()
      await this.page.keyboard.press('Control+a')
      await this.page.keyboard.type(text)
    }
    if (ticked) {
      await this.dialog.locator('.ant-checkbox-wrapper').filter({ hasText: ticked }).locator('input').focus()
      await this.page.keyboard.press(' ')
    }
    await this.page.keyboard.press('Control+Enter')
    await expect(this.dialog).toHaveCount(0)
  }
}
