/** The same payment in another layout of the bank waits for a person; a row left out by hand can be looked up afterwards. */
import { COMPANY, daysAgo, expect, test } from '../support/office.ts'
import { MatchingPage, StatementImportPage, statementRows, writeStatement } from './pages/bank.ts'
import { countPointer, Shell } from './pages/shell.ts'

const OPENING = 5_000_000
/** The layout with whole names, accounts and balances. */
const FIRST = statementRows(COMPANY.bankAccount, OPENING, [
  { on: daysAgo(8), counterparty: '上海机械（集团）有限公司', account: '310066001018170012345', amount: 1_000_000, memo: '货款' },
  { on: daysAgo(6), counterparty: '杭州西溪自动化技术有限公司', account: '571900112233445566', amount: 600_000, memo: '货款' },
])
/** The layout that hides accounts behind stars, cuts names off and has no balances: row 3 and 4 come again. */
const SECOND = [
  ['账号', COMPANY.bankAccount, '币种', 'CNY'],
  ['记账日期', '对方户名', '对方账号', '收入金额', '支出金额', '用途'],
  [daysAgo(8), '上海机械（集团）', '3100*********2345', '10000.00', '', '货款'],
  [daysAgo(6), '杭州西溪自动化', '5719**********5566', '6000.00', '', '货款'],
  [daysAgo(5), '昆山华腾精密模具有限公司', '5129**********0101', '3000.00', '', '付合同 HR-2026-001 货款'],
  [daysAgo(4), '周小燕', '6222***********6789', '500.00', '', '往来'],
  ['合计', '', '', '19500.00', '', ''],
]

test('a payment that comes again in another layout waits for a person, and what was left out is kept', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const imports = new StatementImportPage(page)
  const matching = new MatchingPage(page)
  const pointer = await countPointer(page)
  const { keyboard } = page
  const question = page.locator('.ant-modal-confirm')
  const twins = shell.front.getByTestId('twins')

  await test.step('the first file is imported and booked', async () => {
    await shell.open('导入对账单')
    await imports.choose(writeStatement(info.outputPath('活期明细.csv'), FIRST))
    await expect(imports.counts).toContainText('16,000.00')
    await keyboard.press('Control+Enter')
    await matching.at('上海机械（集团）有限公司')
    await keyboard.press('F9')
    await expect(question).toContainText('2 笔')
    await keyboard.press('Enter')
    await expect(matching.message).toContainText('已入账 2 笔，16,000.00')
  })

  await test.step('the other layout says which rows are perhaps known, and a row is left out with a reason', async () => {
    await shell.open('导入对账单')
    await shell.front.getByRole('button', { name: '继续导入' }).press('Enter')
    await imports.choose(writeStatement(info.outputPath('网银流水.csv'), SECOND))
    await expect(imports.counts).toContainText('疑似重复2')
    await expect(shell.cell(0, 'state')).toHaveText('疑似重复')
    await expect(shell.cell(1, 'state')).toHaveText('疑似重复')
    await expect(shell.cell(2, 'state')).toHaveText('新')
    await shell.cell(3, 'state').focus()
    await keyboard.press('Alt+x')
    await expect(page.getByRole('textbox', { name: '原因' })).toBeFocused()
    await keyboard.insertText('老板私人款')
    await keyboard.press('Enter')
    await expect(shell.front.getByText('第 6 行：老板私人款')).toBeVisible()
    await expect(imports.start).toContainText('3')
    await keyboard.press('Control+Enter')
    await expect(shell.front.locator('.statement-facts')).toContainText('疑似重复 2')
    await expect(shell.front.getByRole('button', { name: '开始匹配' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-title')).toHaveText('银行流水匹配')
  })

  await test.step('booking all that is sure leaves the doubtful ones alone', async () => {
    // The page was open already: its keys work wherever the cursor is.
    await expect(matching.facts.locator('b').first()).toHaveText('昆山华腾精密模具有限公司')
    await expect(shell.count).toContainText('1')
    await keyboard.press('F9')
    await expect(question).toContainText('1 笔')
    await keyboard.press('Enter')
    await expect(matching.message).toContainText('已入账 1 笔，3,000.00')
  })

  await test.step('a person says which is the same payment and which another one', async () => {
    await keyboard.press('F6')
    await expect(shell.count).toContainText('2')
    const cell = shell.front.locator('.ag-row', { hasText: '上海机械' }).locator('[col-id="counterparty"]')
    await cell.focus()
    await expect(twins).toContainText('310066001018170012345')
    await expect(twins).toContainText('3100*********2345')
    await page.screenshot({ path: info.outputPath('twins.png') })
    await keyboard.press('Alt+s')
    await expect(matching.message).toContainText('已判为同一笔，不再计入：10,000.00')
    await expect(shell.count).toContainText('1')
    await expect(twins).toContainText('571900112233445566')
    await keyboard.press('Alt+v')
    await expect(matching.message).toContainText('已判为另一笔：6,000.00')
    await expect(shell.front.locator('.empty-state')).toContainText('没有疑似重复的流水')
    await keyboard.press('Shift+F6')
    await matching.at('杭州西溪自动化')
    await expect(shell.count).toContainText('1')
  })

  await test.step('the list of files shows what did not become lines', async () => {
    const rest = page.getByTestId('statement-rest')
    await shell.open('对账单')
    await shell.front.locator('.ag-row', { hasText: '网银流水.csv' }).locator('[col-id="fileName"]').focus()
    await keyboard.press('Alt+r')
    await expect(rest).toContainText('第 6 行：老板私人款')
    await expect(rest).toContainText('周小燕')
    await expect(rest).toContainText('小计、合计行 1 行（第 7 行）')
    await expect(rest).toContainText('19,500.00')
    await page.screenshot({ path: info.outputPath('rest.png') })
    await keyboard.press('Escape')
    await expect(rest).toBeHidden()
    await shell.front.locator('.ag-row', { hasText: '活期明细.csv' }).locator('[col-id="fileName"]').focus()
    await keyboard.press('Alt+r')
    await expect(rest).toContainText('这个文件的每一行都成了流水')
    await keyboard.press('Escape')
    await expect(rest).toBeHidden()
  })
  expect(await pointer()).toBe(0)
})
