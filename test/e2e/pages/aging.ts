/** The aging report and the items behind its cells. */
import type { Locator, Page } from '@playwright/test'

/** As the grid names its columns: code, name, total, overdue, notDue, bucket0…, unallocated, items. */
export type AgingColumn = 'code' | 'name' | 'total' | 'overdue' | 'notDue' | 'unallocated' | 'items' | `bucket${number}`

export class AgingReportPage {
  readonly page: Page
  readonly front: Locator
  readonly asOf: Locator
  readonly rows: Locator
  readonly totals: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.asOf = this.front.locator('.aging-day input').first()
    this.rows = this.front.locator('.ag-row:not(.ag-row-pinned)')
    this.totals = this.front.locator('.ag-row-pinned')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+5')
    await this.asOf.waitFor()
  }

  async showDay(day: string): Promise<void> {
    await this.asOf.fill(day)
    await this.asOf.press('Enter')
  }

  /** Groups by customer (0), salesperson (1) or department (2). */
  async groupBy(index: 0 | 1 | 2): Promise<void> {
    await this.front.locator('.ant-segmented').nth(1).locator('.ant-segmented-item').nth(index).click()
  }

  /** Changes the basis to due day (0) or document day (1). */
  async basis(index: 0 | 1): Promise<void> {
    await this.front.locator('.ant-segmented').first().locator('.ant-segmented-item').nth(index).click()
  }

  async chooseCurrency(currency: string): Promise<void> {
    await this.front.locator('.aging-terms .ant-select').click()
    await this.page.locator('.ant-select-item-option', { hasText: currency }).click()
  }

  total(column: AgingColumn): Locator {
    return this.totals.locator(`[col-id="${column}"]`)
  }

  cell(row: number, column: AgingColumn): Locator {
    return this.front.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`)
  }

  /** Opens the items of a cell by keyboard. */
  async openCell(row: number, column: AgingColumn): Promise<void> {
    await this.cell(row, column).click()
    await this.page.keyboard.press('Enter')
    await this.asOf.waitFor({ state: 'hidden' })
  }

  async saveWorkbook(): Promise<void> {
    await this.page.keyboard.press('Control+e')
  }
}

export class AgingItemsPage {
  readonly page: Page
  readonly title: Locator
  readonly rows: Locator
  readonly total: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.title = front.locator('.page-title')
    this.rows = front.locator('.ag-row:not(.ag-row-pinned)')
    this.total = front.locator('.ag-row-pinned [col-id="open"]')
  }

  /** Opens the document of a row (counted from 0) by keyboard. */
  async openDocument(row: number): Promise<void> {
    await this.rows.nth(row).locator('[col-id="customerName"]').click()
    await this.page.keyboard.press('Enter')
  }
}
