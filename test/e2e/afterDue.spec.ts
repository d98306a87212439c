/**
 * A debt from its due day to the end, over four months of the office's life: letters of all four levels, a promise that is
 * kept and one that is broken, a part payment, interest, the write-off by two people, and the money that came after all.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, type Day } from '../../shared/day.ts'
import { workHeadless } from '../support/launch.ts'
import { COMPANY, daysAgo } from '../support/office.ts'
import { expect, test } from '../support/program.ts'
import { BadDebtPages } from './pages/badDebt.ts'
import { WorklistPage } from './pages/collection.ts'
import { Desk } from './pages/desk.ts'
import { RunPages } from './pages/runs.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { Shell } from './pages/shell.ts'
import { SignInPage } from './pages/users.ts'

const CUSTOMER = '宁波远洋船舶有限公司'
const OWNER = { name: '陈老板', password: 'inhaber-8' }
const DUE = daysAgo(130)
const on = (days: number): Day => addDays(DUE, days)

/** An office that lives on a day of its own, with one debt of 100,000.00. */
async function found(folder: string, clock: string): Promise<string> {
  const location = path.join(folder, '逾期之后.db')
  await workHeadless(['--folder', folder], async (ask) => {
    await ask('/ledgers', { ...COMPANY, standard: 'enterprise', location })
    const { id: customerId } = await ask('/customers', { name: CUSTOMER })
    await ask('/invoices', { customerId, amount: 10_000_000, documentOn: on(-30), dueOn: DUE, post: true, requestId: crypto.randomUUID() })
    await ask('/users', { ...OWNER, role: 'owner', department: '' })
  }, clock)
  return location
}

test('follows a debt from the first reminder to its recovery after the write-off', async ({ launch }, info) => {
  const folder = info.outputPath('office')
  mkdirSync(folder, { recursive: true })
  const clock = path.join(folder, 'clock')
  writeFileSync(clock, on(1))
  const { page } = await launch({ ledger: await found(folder, clock), clock })
  const { keyboard } = page
  const [shell, desk, signIn, runs, list, bad, entry] = [new Shell(page), new Desk(page), new SignInPage(page), new RunPages(page), new WorklistPage(page), new BadDebtPages(page), new ReceiptEntryPage(page)]
  await signIn.enter(COMPANY.administrator, COMPANY.password)

  /** The clerk comes back to the program on a later day. */
  async function openOn(days: number): Promise<void> {
    writeFileSync(clock, on(days))
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
      await expect(desk.status).toContainText(on(days), { timeout: 500 })
    }).toPass({ timeout: 10_000 })
  }
  /** A run proposes the level, the letter goes out for the amount. */
  async function letterGoesOut(level: string, amount: string, approved = false): Promise<void> {
    await runs.start()
    await expect(shell.cell(0, 'level')).toHaveText(level)
    await expect(shell.cell(0, 'amount')).toHaveText(amount)
    if (approved) await runs.approve()
    await runs.issue()
    await expect(shell.cell(0, 'state')).toHaveText('已发')
    await expect(shell.cell(0, 'letterAmount')).toHaveText(amount)
  }

  async function promises(amount: string, by: Day): Promise<void> {
    await shell.open('催收工作台')
    await expect(list.story.getByRole('heading', { level: 2 })).toHaveText(CUSTOMER)
    await expect(list.part('未清应收').locator('tbody tr')).not.toHaveCount(0)
    await list.note('Alt+p', { 承诺金额: amount, 承诺付款日: by })
  }

  await test.step('five days over: a reminder', async () => {
    await openOn(5)
    await letterGoesOut('付款提醒函', '100,000.00')
  })
  await test.step('a demand, and a promise that holds the next letter back', async () => {
    await openOn(20)
    await letterGoesOut('催款函', '100,000.00')
    await promises('20000', on(34))
    await openOn(31)
    await runs.start()
    await expect(shell.cell(0, 'why')).toHaveText('都在付款承诺期内')
  })
  await test.step('the part payment keeps the promise', async () => {
    await shell.open('收款录入')
    await entry.type({ customer: 'nbyy', amount: '20000' })
    await expect(entry.lines.first()).toBeVisible()
    await entry.post()
    await shell.open('付款承诺')
    await expect(shell.cell(0, 'state')).toHaveText('已兑现')
  })
  await test.step('the next promise is broken', async () => {
    await openOn(36)
    await promises('30000', on(44))
    await openOn(48)
    await shell.open('付款承诺')
    await expect(shell.cell(0, 'state')).toHaveText('未兑现')
  })
  await test.step('a second demand for what is left', async () => {
    await letterGoesOut('再次催款函', '80,000.00')
  })
  await test.step('the final notice waits for the owner', async () => {
    await openOn(95)
    await letterGoesOut('最后通知', '80,000.00', true)
    await shell.open('已发信函')
    await expect(shell.count).toContainText('4')
  })
  await test.step('interest becomes a debt of its own, worked out by day', async () => {
    await openOn(100)
    await shell.open('逾期利息')
    // 1.3 times an LPR of 3 %: 30 days on 100,000.00, then 70 days on 80,000.00, rounded once.
    await expect(shell.front.getByRole('region', { name: '利息计算表' })).toContainText('合计918.90')
    await keyboard.press('Control+Enter')
    await page.locator('.ant-modal').filter({ visible: true }).waitFor()
    await keyboard.press('Control+Enter')
    await expect(shell.front.locator('.page-title')).toHaveText(/^利息单 LX-\d{6}-0001$/)
  })
  await test.step('two people write the debt off', async () => {
    await openOn(110)
    await shell.open('坏账核销')
    await bad.ask('nbyy', '债务人已停业', '停业证明 2026-31')
    await desk.signOut()
    await signIn.signIn(OWNER.name, OWNER.password)
    await expect(desk.status).toContainText(OWNER.name)
    await bad.approve(CUSTOMER)
  })
  await test.step('a part of it comes back and is paid like any other debt', async () => {
    await openOn(120)
    await bad.recover('80,000.00', '50000')
    await shell.open('收款录入')
    await entry.type({ customer: 'nbyy', day: on(120), amount: '50000' })
    await expect(entry.lines.first()).toContainText('HX-')
    await entry.post()
    await shell.open('坏账核销')
    await expect(shell.cell(0, 'recovered')).toHaveText('50,000.00')
    await expect(shell.cell(0, 'left')).toHaveText('30,000.00')
  })
})
