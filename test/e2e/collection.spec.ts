/** Collecting: who to ask first, what was said and promised, what came of it, and what is contested gets no letter. */
import { CUSTOMERS, daysAgo, expect, test, TODAY } from '../support/office.ts'
import { WorklistPage } from './pages/collection.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { countPointer, Shell } from './pages/shell.ts'

test('asks the most urgent customer, holds the promise against the receipts, leaves a dispute out of the letters', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const list = new WorklistPage(page)
  const { keyboard } = page
  const pointer = await countPointer(page)
  const paper = shell.front.frameLocator('.paper-frame iframe')

  await test.step('the most urgent first, with what is open', async () => {
    await shell.open('催收工作台')
    await expect(async () => expect(await list.names()).toEqual([0, 2, 1, 3].map((index) => CUSTOMERS[index]?.name))).toPass({ timeout: 5000 })
    await expect(list.story.getByRole('heading', { level: 2 })).toHaveText(CUSTOMERS[0].name)
    await expect(list.part('未清应收').locator('tbody tr')).toHaveCount(3)
  })
  await test.step('a call with its next step', async () => {
    await list.note('Alt+c', { 联系结果: '财务说本周付一万', 下一步: '再打电话', 下一步日期: TODAY })
    await expect(list.part('联系记录')).toContainText('财务说本周付一万')
    await expect(shell.cell(0, 'nextOn')).toHaveText(TODAY)
  })
  await test.step('a promise of which nothing came by its day is broken', async () => {
    await list.note('Alt+p', { 承诺金额: '10000', 承诺付款日: daysAgo(3), 承诺日期: daysAgo(10) })
    await expect(list.part('付款承诺').locator('tbody tr')).toContainText('未兑现')
    await expect(shell.cell(0, 'broken')).toHaveText('1')
  })
  await test.step('it is partly kept once a receipt of those days is entered', async () => {
    const entry = new ReceiptEntryPage(page)
    await shell.open('收款录入')
    await entry.type({ customer: 'shjx', day: daysAgo(5), amount: '4000' })
    await expect(entry.lines.first()).toBeVisible()
    await entry.post()
    await shell.open('付款承诺')
    await expect(shell.cell(0, 'paid')).toHaveText('4,000.00')
    await expect(shell.cell(0, 'missing')).toHaveText('6,000.00')
    await expect(shell.cell(0, 'state')).toHaveText('部分兑现')
  })
  await test.step('a contested item is not in the letter', async () => {
    await shell.open('催收工作台')
    await expect(list.story.getByRole('heading', { level: 2 })).toHaveText(CUSTOMERS[0].name)
    await list.note('Alt+d', { 争议原因: '有两台待返修' }, daysAgo(50))
    await expect(list.part('未清应收')).toContainText('争议')
    await shell.open('催款')
    const row = shell.front.locator('.ag-row').filter({ hasText: CUSTOMERS[0].name })
    await expect(row.locator('[col-id="overdue"]')).toHaveText('5,000.00')
    await expect(row).toHaveAttribute('row-index', '3')
    await shell.cell(0, 'name').focus()
    for (let down = 0; down < 3; down += 1) await keyboard.press('ArrowDown')
    await expect(paper.locator('body')).toContainText(CUSTOMERS[0].invoices[1].invoiceNumber)
    await expect(paper.locator('body')).not.toContainText(CUSTOMERS[0].invoices[0].invoiceNumber)
  })
  await test.step('once it is settled it is asked for again', async () => {
    await shell.open('争议')
    const settle = shell.front.getByRole('button', { name: '解决' })
    await expect(async () => {
      await shell.cell(0, 'customerName').focus()
      await expect(settle).toBeEnabled({ timeout: 500 })
    }).toPass({ timeout: 10_000 })
    await keyboard.press('Alt+s')
    await list.dialog.waitFor()
    await keyboard.press('Control+Enter')
    await expect(shell.cell(0, 'state')).toHaveText('协商一致')
    await shell.open('催款')
    await expect(shell.front.locator('.ag-row').filter({ hasText: CUSTOMERS[0].name }).locator('[col-id="overdue"]')).toHaveText('11,000.00')
  })
  await test.step('a customer on hold goes to the end', async () => {
    await shell.open('催收工作台')
    await shell.cell(0, 'name').focus()
    const [first] = await list.names()
    await expect(list.story.getByRole('heading', { level: 2 })).toHaveText(first ?? '')
    await list.note('Alt+h', { 暂缓原因: '正在重组', '至（含当日）': TODAY })
    await expect(async () => expect((await list.names()).at(-1)).toBe(first)).toPass({ timeout: 5000 })
    expect(await pointer()).toBe(0)
  })
})
