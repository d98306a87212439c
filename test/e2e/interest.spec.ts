/** Interest on late payment: worked out by day, agreed rates from their day, and a receivable only when the clerk says so. */
import { CUSTOMERS, daysAgo, expect, test } from '../support/office.ts'
import { InterestPage } from './pages/interest.ts'
import { countPointer, Shell } from './pages/shell.ts'

test('works out the interest of a customer, goes by what was agreed, and makes the note once', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const interest = new InterestPage(page)
  const { keyboard } = page
  const pointer = await countPointer(page)
  const { name } = CUSTOMERS[2]

  await test.step('who could be charged, the most first', async () => {
    await shell.open('逾期利息')
    await expect(interest.customers.locator('.ag-row[row-index="0"] [col-id="interest"]')).toHaveText('64.10')
    await interest.goTo(1, name)
    await expect(shell.front.getByRole('status').filter({ hasText: '合计' })).toHaveText('3 笔计息（争议除外），合计 62.50')
    await expect(interest.sheet).toContainText('同期一年期 LPR 的 1.3 倍')
  })
  await test.step('an agreed rate counts from its day', async () => {
    await interest.agree(daysAgo(10), '0.05')
    await expect(interest.stretches.locator('tbody tr')).toHaveCount(2)
    await expect(interest.stretches.locator('tfoot')).toContainText('45.03')
    await expect(shell.front.getByRole('status').filter({ hasText: '合计' })).toContainText('94.75')
  })
  await test.step('the note is a receivable with its calculation', async () => {
    await keyboard.press('Control+Enter')
    await expect(interest.dialog).toContainText('94.75')
    await keyboard.press('Control+Enter')
    await expect(shell.front.locator('.page-title')).toHaveText(/^利息单 LX-\d{6}-0001$/)
    const paper = shell.front.frameLocator('.paper-frame iframe').locator('body')
    await expect(paper).toContainText('玖拾肆元柒角伍分')
    await expect(paper).toContainText(`自 ${daysAgo(10)} 起约定日利率 0.05%`)
    await keyboard.press('Alt+i')
    await expect(shell.front).toContainText(/逾期利息 LX-\d{6}-0001/)
    await expect(shell.front).toContainText('94.75')
  })
  await test.step('its days are not charged again', async () => {
    await shell.open('逾期利息')
    await expect(interest.customers.locator('.ag-row[row-index="2"]')).toBeVisible()
    await expect(interest.customers).not.toContainText(name)
    await keyboard.press('Alt+s')
    await expect(shell.cell(0, 'amount')).toHaveText('94.75')
    await expect(shell.cell(0, 'status')).toHaveText('有效')
  })
  expect(await pointer()).toBe(0)
})
