/** A debt is lost by two people, comes back and is paid; the allowance is worked out from what is open. */
import { workHeadless } from '../support/launch.ts'
import { COMPANY, CUSTOMERS, daysAgo, expect, test } from '../support/office.ts'
import { BadDebtPages } from './pages/badDebt.ts'
import { Desk } from './pages/desk.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { Shell } from './pages/shell.ts'
import { SignInPage } from './pages/users.ts'

const OWNER = { name: '陈老板', password: 'inhaber-8' }

/** The office follows the enterprise standard, has an owner beside the accountant, and a debt that makes the receivables a million. */
async function prepare(ledger: string): Promise<void> {
  await workHeadless(['--ledger', ledger], async (ask) => {
    const { version } = await ask<{ version: number }>('/settings', undefined, 'GET')
    await ask('/settings', { company: { standard: 'enterprise' }, version }, 'PATCH')
    const { id: customerId } = await ask('/customers', { name: '宁波远洋船舶有限公司' })
    await ask('/invoices', { customerId, amount: 95_465_383, documentOn: daysAgo(40), dueOn: daysAgo(10), post: true, requestId: crypto.randomUUID() })
    await ask('/users', { ...OWNER, role: 'owner', department: '' })
  })
}

test('writes a debt off by two people, revives it when it comes back, and works the allowance out', async ({ launch, ledgerFile }) => {
  await prepare(ledgerFile)
  const { page } = await launch({ ledger: ledgerFile })
  const { keyboard } = page
  const [shell, desk, signIn, bad] = [new Shell(page), new Desk(page), new SignInPage(page), new BadDebtPages(page)]
  await signIn.enter(COMPANY.administrator, COMPANY.password)

  await test.step('the accountant asks and cannot approve it', async () => {
    await shell.open('坏账核销')
    await bad.ask('hzxx', '客户已注销', '注销证明 2026-118')
    await expect(bad.request).toContainText('须由另一位负责人审批')
    await expect(bad.request.getByTestId('request-line')).toContainText('6,000.00')
    await expect(bad.front.getByRole('button', { name: /批准核销/ })).toBeDisabled()
  })
  await test.step('the owner approves it, and the aging falls', async () => {
    await desk.signOut()
    await signIn.signIn(OWNER.name, OWNER.password)
    await expect(desk.status).toContainText(OWNER.name)
    await shell.open('账龄分析')
    await expect(shell.total('total')).toHaveText('1,006,000.00')
    await bad.approve(CUSTOMERS[3].name)
    await expect(bad.document.getByTestId('journal-entry')).toContainText(/借：坏账准备 6,000.00\s+贷：应收账款 6,000.00/)
    await shell.open('账龄分析')
    await expect(shell.total('total')).toHaveText('1,000,000.00')
  })
  await test.step('a part comes back and is paid like any other debt', async () => {
    await bad.recover('6,000.00', '2500')
    await expect(bad.document).toContainText('所收回的核销单HX-')
    const entry = new ReceiptEntryPage(page)
    await shell.open('收款录入')
    await entry.type({ customer: 'hzxx', amount: '2500' })
    await expect(entry.lines).toHaveCount(1)
    await expect(entry.lines.first()).toContainText('HX-')
    await entry.post()
    await shell.open('坏账核销')
    await expect(shell.cell(0, 'recovered')).toHaveText('2,500.00')
    await expect(shell.cell(0, 'left')).toHaveText('3,500.00')
  })
  await test.step('the allowance makes up the difference', async () => {
    await shell.open('坏账准备')
    await keyboard.press('Alt+n')
    await expect(bad.sums).toContainText('50,000.00')
    await expect(bad.sums).toContainText('-3,500.00')
    await expect(bad.sums).toContainText('53,500.00')
    await expect(bad.front.getByTestId('journal-entry')).toContainText(/借：信用减值损失 53,500.00\s+贷：坏账准备 53,500.00/)
    await keyboard.press('Control+Enter')
    await expect(bad.front.getByTestId('provision-document')).toContainText('JT-')
    await shell.open('坏账准备')
    await expect(shell.cell(0, 'amount')).toHaveText('53,500.00')
  })
})
