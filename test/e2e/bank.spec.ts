/** The bank by keyboard: a statement is imported, its lines matched, unknown money kept and claimed, the account reconciled. */
import exceljs from 'exceljs'
import { COMPANY, daysAgo, expect, test, TODAY } from '../support/office.ts'
import { MatchingPage, ReconciliationPage, StatementImportPage, statementRows, writeStatement, type BankLine } from './pages/bank.ts'
import { countPointer, Shell } from './pages/shell.ts'

const NEW_ACCOUNT = '32250198623600009876'
const OPENING = 5_000_000

/** Money of two customers that is clear, of one who pays through a person, of somebody unknown; and what the bank took itself. */
const LINES: readonly BankLine[] = [
  { on: daysAgo(8), counterparty: '上海机械（集团）有限公司', account: '310066001018170012345', amount: 1_000_000, memo: '货款' },
  { on: daysAgo(7), counterparty: '王建国', account: '6222021001122334455', amount: 200_000, memo: '转账' },
  { on: daysAgo(6), counterparty: '杭州西溪自动化技术有限公司', amount: 600_000, memo: '货款' },
  { on: daysAgo(5), counterparty: '昆山华腾精密模具有限公司', amount: 300_000, memo: '付合同 HR-2026-001 货款' },
  { on: daysAgo(4), counterparty: '周小燕', amount: 50_000, memo: '往来' },
  { on: daysAgo(3), counterparty: '永信钢材有限公司', amount: -150_000, memo: '货款' },
  { on: daysAgo(2), counterparty: '', amount: -1_200, memo: '手续费' },
  { on: daysAgo(1), counterparty: '', amount: 521, memo: '结息' },
]
const CLOSING = '69,993.21'

test('imports a statement and works through its lines without the mouse', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const imports = new StatementImportPage(page)
  const matching = new MatchingPage(page)
  const pointer = await countPointer(page)
  const { keyboard } = page
  const file = writeStatement(info.outputPath('建行活期明细.csv'), statementRows(NEW_ACCOUNT, OPENING, LINES))

  await test.step('the account is new to the ledger and is created on the way', async () => {
    await shell.open('导入对账单')
    await imports.choose(file)
    await expect(shell.front).toContainText(`账套没有账号 ${NEW_ACCOUNT}`)
    await expect(imports.start).toBeDisabled()
    await shell.front.getByRole('button', { name: '登记这个账户' }).press('Enter')
    await expect(page.getByRole('dialog').locator('input').first()).toBeFocused()
    await keyboard.type('建行一般户')
    await keyboard.press('Control+Enter')
    await expect(imports.start).toBeEnabled()
    await expect(imports.counts).toContainText('客户回款 5')
    await expect(imports.counts).toContainText('21,505.21')
    await expect(shell.front.locator('.ant-alert-success')).toContainText('余额逐笔相符')
  })

  await test.step('the import goes straight on to matching', async () => {
    await keyboard.press('Control+Enter')
    await expect(shell.front.locator('.page-title')).toHaveText('银行流水匹配')
    await matching.at('上海机械（集团）有限公司')
    await expect(matching.count('sure')).toHaveText('3')
    await expect(matching.count('none')).toHaveText('2')
    await expect.poll(() => matching.amounts()).toEqual(['10,000.00', '', ''])
  })

  await test.step('the space bar accepts what is proposed and comes to the next line', async () => {
    await keyboard.press('Space')
    await expect(matching.message).toContainText('已入账：SK')
    await expect(matching.message).toContainText('上海机械')
    await matching.at('王建国')
  })

  await test.step('a line without a proposal is opened and given to a customer', async () => {
    await keyboard.press('Space')
    await expect(matching.message).toContainText('没有建议')
    await keyboard.press('Enter')
    await expect(matching.customer).toBeFocused()
    await keyboard.type('shjx')
    await expect(page.locator('.floating-list [role="option"]')).toHaveCount(2)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(matching.customer).toHaveValue(/盛华机箱/)
    // The cursor stands in the first amount, which shows it without separators.
    await expect.poll(() => matching.amounts()).toEqual(['2000.00', ''])
    await keyboard.press('Control+Enter')
    await expect(matching.message).toContainText('盛华机箱')
    await matching.at('杭州西溪自动化技术有限公司')
  })

  await test.step('all that are sure at once, after a question', async () => {
    await keyboard.press('F9')
    const question = page.locator('.ant-modal-confirm')
    await expect(question).toContainText('2 笔')
    await expect(question).toContainText('9,000.00')
    await keyboard.press('Enter')
    await expect(matching.message).toContainText('已入账 2 笔，9,000.00')
    await matching.at('周小燕')
    await expect(matching.count('sure')).toHaveText('0')
  })

  await test.step('money of nobody known is kept, and claimed later', async () => {
    await keyboard.press('Alt+k')
    await expect(matching.message).toContainText('已记入待确认款')
    await expect(shell.front.locator('.empty-state')).toContainText('没有待匹配的收款')
    await keyboard.press('F6')
    await expect(shell.front.locator('.empty-state')).toContainText('没有疑似重复的流水')
    await keyboard.press('F6')
    await matching.at('周小燕')
    await keyboard.press('Enter')
    await keyboard.type('hzxx')
    await keyboard.press('Enter')
    await expect(matching.customer).toHaveValue(/杭州西溪/)
    await keyboard.press('Control+Enter')
    await expect(matching.message).toContainText('已认领')
    await expect(shell.front.locator('.empty-state')).toContainText('没有待确认款')
    await keyboard.press('F6')
    await keyboard.press('F6')
    await expect(shell.count).toContainText('5')
    await expect(shell.cell(0, 'customerName')).toContainText('杭州西溪')
  })

  await test.step('what the bank took is only noted, and may be of another class', async () => {
    await keyboard.press('Shift+F6')
    await expect(shell.count).toContainText('3')
    await expect(shell.cell(0, 'class')).toHaveText('利息')
    await expect(shell.cell(1, 'class')).toHaveText('手续费')
    await expect(shell.cell(0, 'on')).toBeFocused()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await expect(shell.cell(2, 'on')).toBeFocused()
    await keyboard.press('Alt+t')
    await expect(page.getByRole('dialog').getByRole('button', { name: '付款' })).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('dialog').getByRole('button', { name: '手续费' })).toBeFocused()
    await page.getByRole('dialog').getByRole('button', { name: '其他' }).press('Enter')
    await expect(matching.message).toContainText('已改为其他')
    await expect(shell.cell(2, 'class')).toHaveText('其他')
  })

  await test.step('the account meets the statement to the cent', async () => {
    const sheet = new ReconciliationPage(page)
    await shell.open('余额调节表')
    await expect(sheet.difference).toContainText('两边不符')
    await keyboard.press('Alt+b')
    await expect(page.getByRole('dialog').locator('input').first()).toBeFocused()
    await keyboard.type(daysAgo(9))
    await keyboard.press('Enter')
    await keyboard.type('50000')
    await keyboard.press('Control+Enter')
    await expect(sheet.figure('book-balance')).toHaveText(CLOSING)
    await expect(sheet.figure('statement-balance')).toHaveText(CLOSING)
    await expect(sheet.difference).toContainText('0.00')
    await expect(sheet.difference).toContainText('两边相符')
    await keyboard.press('Control+s')
    await expect(page.locator('.ant-message')).toContainText(`已保存 ${TODAY} 的余额调节表`)
    await keyboard.press('Alt+l')
    await expect(shell.cell(0, 'difference')).toHaveText('0.00')
    await shell.cell(0, 'asOf').focus()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-extra')).toContainText('保存于')
  })

  await test.step('the payer who was learnt is forgotten', async () => {
    await shell.open('银行流水匹配')
    await keyboard.press('Alt+p')
    await expect(shell.front.locator('.page-title')).toHaveText('已学习的付款方')
    const row = shell.front.locator('.ag-row', { hasText: '王建国' })
    await expect(row).toContainText('盛华机箱')
    await row.locator('[col-id="key"]').focus()
    await keyboard.press('Delete')
    await expect(page.locator('.ant-modal-confirm')).toContainText('忘记“王建国”？')
    await keyboard.press('Enter')
    await expect(row).toHaveCount(0)
  })

  await test.step('the same file again brings nothing', async () => {
    await shell.open('导入对账单')
    await shell.front.getByRole('button', { name: '继续导入' }).press('Enter')
    await imports.choose(file)
    await expect(shell.front.locator('.ant-alert-info')).toContainText('没有要导入的新流水')
    await expect(imports.counts.locator('b')).toHaveText('0')
    await expect(imports.start).toBeDisabled()
  })
  expect(await pointer()).toBe(0)
})

test('takes several files at once, says which lines are missing, and shows what is open of a receipt that no bank has', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const imports = new StatementImportPage(page)
  const matching = new MatchingPage(page)
  const { keyboard } = page
  await shell.open('账套设置')
  await shell.front.getByRole('button', { name: '新增账户' }).press('Enter')
  await expect(page.getByRole('dialog').locator('input').first()).toBeFocused()
  await keyboard.type('招行一般户')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('512902345610101')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  const whole = statementRows(COMPANY.bankAccount, OPENING, LINES)
  const broken = writeStatement(info.outputPath('工行.csv'), whole.filter((_, index) => index !== 4))
  const second = info.outputPath('招行.xlsx')
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('账户明细').addRows(statementRows('512902345610101', 0, [{ on: daysAgo(3), counterparty: '苏州盛华机箱制造有限公司', amount: 1_234_567, memo: '货款' }]))
  await workbook.xlsx.writeFile(second)

  await shell.open('导入对账单')
  await imports.choose(second, broken)
  await expect(imports.files).toHaveCount(2)
  await expect(imports.files.nth(1)).toContainText('新流水 7')
  await expect(imports.counts).toContainText('12,345.67')
  await imports.files.first().focus()
  await keyboard.press('ArrowDown')
  await expect(shell.front.locator('.ant-alert-warning')).toContainText('余额在 1 处不连续')
  await expect(imports.start).toContainText('8')
  await keyboard.press('Control+Enter')
  await expect(shell.front.locator('.page-title')).toHaveText('银行流水匹配')
  await expect(shell.count).toContainText('5')

  await test.step('keys that are typed while a line is posted belong to the next one', async () => {
    await matching.at('上海机械（集团）有限公司')
    for (const key of ['Space', 'ArrowDown', 'Space']) await keyboard.press(key)
    await expect(matching.message).toContainText('昆山华腾')
    await matching.at('周小燕')
    await expect(shell.count).toContainText('3')
    await expect(shell.cell(0, 'counterparty')).toContainText('王建国')
  })

  await test.step('a file of the list shows its lines', async () => {
    await shell.open('对账单')
    await shell.front.locator('.ag-row', { hasText: '招行.xlsx' }).locator('[col-id="fileName"]').focus()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-title')).toHaveText('银行流水匹配')
    await expect(shell.count).toContainText('1')
    await expect(shell.cell(0, 'counterparty')).toContainText('盛华机箱')
  })

  await test.step('the gap and the lines that wait stand in the reconciliation; Enter goes to a line', async () => {
    const sheet = new ReconciliationPage(page)
    await shell.open('余额调节表')
    await expect(shell.front.locator('.ant-alert-warning')).toContainText('余额在 1 处不连续')
    await expect(sheet.list('bankReceived')).toHaveCount(2)
    await sheet.list('bankReceived').first().focus()
    await keyboard.press('ArrowDown')
    await expect(sheet.list('bankReceived').nth(1)).toBeFocused()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-title')).toHaveText('银行流水匹配')
    await matching.at('周小燕')
  })
})
