/** The month end: the months, the check list, closing and opening again, all by keyboard. */
import { expect, type Locator, type Page } from '@playwright/test'

export class PeriodsPage {
  readonly page: Page
  readonly front: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
  }

  row(month: string): Locator {
    return this.front.locator('.ag-row', { hasText: month })
  }

  /** A line of the check list: drafts, totals, bankLines, unallocated, acceptances, account. */
  check(name: string): Locator {
    return this.front.getByTestId(`check-${name}`)
  }

  get history(): Locator {
    return this.front.locator('.month-history li')
  }

  /** Puts the cursor on a month and waits for its check list. */
  async choose(month: string): Promise<void> {
    // The list puts the cursor on the month that waits; only then may it be moved.
    await expect(this.front.locator('.ag-cell-focus')).toBeVisible()
    await this.page.keyboard.press('Control+ArrowUp')
    const place = Number(await this.row(month).getAttribute('row-index'))
    for (let step = 0; step < place; step += 1) await this.page.keyboard.press('ArrowDown')
    await expect(this.front.locator('.month-check h2').first()).toContainText(month)
    await this.check('drafts').waitFor()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }

  async reopen(reason: string): Promise<void> {
    await this.page.keyboard.press('Alt+r')
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.locator('input')).toBeFocused()
    await this.page.keyboard.type(reason)
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }
}
