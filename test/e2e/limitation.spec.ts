/** A debt whose three years nearly ended: the office sees it coming, notes what interrupts them, and goes to court. */
import { addDays, addMonths, day } from '../../shared/day.ts'
import { workHeadless } from '../support/launch.ts'
import { COMPANY, CUSTOMERS, daysAgo, expect, test, TODAY } from '../support/office.ts'
import { LimitationPages } from './pages/limitation.ts'
import { countPointer, Shell } from './pages/shell.ts'
import { SignInPage } from './pages/users.ts'

/** Due three years ago but for twenty days. */
const DUE = addDays(addMonths(TODAY, -36), 20)
const ENDS = addMonths(DUE, 36)

/** An opening balance of before the ledger began. */
async function prepare(ledger: string): Promise<void> {
  const opening = { kind: 'opening', customerId: 4, amount: 1_500_000, documentOn: addDays(DUE, -30), dueOn: DUE, contractNumber: 'HR-2023-018', post: true, requestId: crypto.randomUUID() }
  await workHeadless(['--ledger', ledger], (ask) => ask('/invoices', opening))
}

test('warns before a debt is time-barred, restarts its clock by what is noted, and stops it in court', async ({ launch, ledgerFile }) => {
  await prepare(ledgerFile)
  const { page } = await launch({ ledger: ledgerFile })
  const { keyboard } = page
  const [shell, signIn, limitation] = [new Shell(page), new SignInPage(page), new LimitationPages(page)]
  await signIn.enter(COMPANY.administrator, COMPANY.password)
  const pointer = await countPointer(page)
  const customer = CUSTOMERS[3].name

  await test.step('it stands first in the list, and on the worklist', async () => {
    await shell.open('诉讼时效')
    await expect(shell.cell(0, 'customerName')).toHaveText(customer)
    await expect(shell.cell(0, 'endsOn')).toHaveText(ENDS)
    await expect(shell.cell(0, 'level')).toHaveText('一个月内届满')
    await shell.open('催收工作台')
    await expect(shell.front.locator('.ag-row').filter({ hasText: customer }).locator('[col-id="limitationOn"]')).toHaveText(ENDS)
  })
  await test.step('what is noted by hand starts the three years again, and can be undone', async () => {
    await shell.open('诉讼时效')
    await shell.cell(0, 'customerName').focus()
    await keyboard.press('Enter')
    await expect(limitation.clock).toContainText('还没有中断')
    await limitation.note({ 凭据: '付款计划书，加盖公章', 发生日期: daysAgo(10) })
    await expect(limitation.clock).toContainText(addMonths(day(daysAgo(10)), 36))
    await expect(shell.cell(0, 'effect')).toHaveText('重新计算')
    await shell.cell(0, 'on').focus()
    await keyboard.press('Alt+u')
    await page.locator('.ant-modal-confirm').waitFor()
    await keyboard.press('Enter')
    await expect(shell.cell(0, 'effect')).toHaveText('已撤销')
    await expect(page.locator('.ant-modal-confirm').filter({ visible: true })).toHaveCount(0)
    await expect(limitation.clock).toContainText(ENDS)
  })
  await test.step('a lawsuit stops it', async () => {
    await keyboard.press('Alt+l')
    const entry = shell.front.getByTestId('lawsuit-entry')
    await expect(entry.locator('.ant-checkbox-wrapper')).toHaveCount(2)
    await limitation.type(entry, { 受理法院: '苏州工业园区人民法院' })
    await limitation.tick(entry, DUE)
    await entry.getByLabel('诉讼请求', { exact: true }).focus()
    await keyboard.press('=')
    await limitation.type(entry, { 代理律师: '周律师' })
    await keyboard.press('Control+Enter')
    await expect(limitation.lawsuit).toContainText('15,000.00')
    await limitation.note({ 案号: '(2026)苏0591民初3001号' })
    await expect(limitation.lawsuit).toContainText('(2026)苏0591民初3001号')
    await limitation.note({ 发生日期: addDays(TODAY, 30), 备注: '第三法庭' })
    await limitation.note({ 金额: '175', 备注: '案件受理费' }, { label: '进展', value: '费用' })
    await expect(limitation.timeline.locator('tbody tr')).toHaveCount(3)
    await expect(limitation.timeline.locator('tbody tr').first()).toContainText('将至')
    await shell.open('案件')
    await expect(shell.cell(0, 'hearingOn')).toHaveText(addDays(TODAY, 30))
    await expect(shell.total('costs')).toHaveText('175.00')
    await shell.open('诉讼时效')
    await expect(shell.front.locator('.ag-row').filter({ hasText: 'AJ-' }).locator('[col-id="level"]')).toHaveText('诉讼中')
  })
  await test.step('all of it by keyboard', async () => expect(await pointer()).toBe(0))
})
