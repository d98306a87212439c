/** Late interest: who could be charged, the calculation of one customer, agreed rates, and the note that is made of it. */
import { expect, type Locator, type Page } from '@playwright/test'

export class InterestPage {
  readonly page: Page
  readonly customers: Locator
  readonly sheet: Locator
  readonly stretches: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    const front = page.locator('.tab-panel[data-front="true"]')
    this.customers = front.getByRole('region', { name: '可计息的客户' })
    this.sheet = front.getByRole('region', { name: '利息计算表' })
    this.stretches = front.getByTestId('interest-stretches')
    this.dialog = page.locator('.ant-modal, .ant-drawer-section').filter({ visible: true })
  }

  /** Goes to a customer of the list by its place, and waits for its calculation. */
  async goTo(row: number, name: string): Promise<void> {
    await this.customers.locator('.ag-row[row-index="0"] [col-id="name"]').focus()
    for (let down = 0; down < row; down += 1) await this.page.keyboard.press('ArrowDown')
    await expect(this.sheet.getByLabel('客户')).toHaveValue(new RegExp(name.replaceAll(/[()（）]/g, '.')))
  }

  /** Notes what was agreed with the customer at hand, by keyboard. */
  async agree(from: string, dailyPercent: string): Promise<void> {
    await this.page.keyboard.press('Alt+t')
    const fields = { 自何日起: from, '日利率（%）': dailyPercent, 约定依据: '补充协议' }
    for (const [label, text] of Object.entries(fields)) {
      await this.dialog.getByLabel(label, { exact: true }).focus()
      await this.page.keyboard.press('Control+a')
      await this.page.keyboard.type(text)
    }
    await this.page.keyboard.press('Control+s')
    await expect(this.dialog.locator('.ag-row[row-index="0"] [col-id="basis"]')).toContainText(`约定日利率 ${dailyPercent}%`)
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }
}
