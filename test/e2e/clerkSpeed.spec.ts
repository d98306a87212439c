/**
 * How fast a clerk enters a stack of bank slips by keyboard alone: from the key that posts one to the cursor in the next
 * empty row. Twenty slips in the tests; `npm run clerk` enters a hundred (HUIKUAN_CLERK_RECEIPTS says how many).
 * It asserts no time, because machines differ.
 */
import { workHeadless } from '../support/launch.ts'
import { daysAgo, expect, test } from '../support/office.ts'
import { countPointer, Shell } from './pages/shell.ts'
import { ReceiptEntryPage, timedPost } from './pages/receipts.ts'

const RECEIPTS = Number(process.env['HUIKUAN_CLERK_RECEIPTS'] ?? 20)
/** Names whose initials differ, so that four letters find each. */
const FIRST = [['a', '安'], ['b', '博'], ['c', '春'], ['d', '东'], ['h', '恒']] as const
const SECOND = [['k', '康'], ['l', '利'], ['m', '明'], ['n', '宁'], ['p', '鹏']] as const
const NAMES = FIRST.flatMap(([a, first]) => SECOND.map(([b, second]) => ({ initials: `${a}${b}jd`, name: `${first}${second}机电设备有限公司` })))
/** Each customer owes more than is paid here, so that every suggestion chooses among several. */
const INVOICES_EACH = Math.ceil(RECEIPTS / NAMES.length) + 4
const amountOf = (customer: number, invoice: number): number => 100_000 + customer * 1370 + invoice * 22_031

test('enters a stack of slips by keyboard alone', async ({ launch, ledgerFile, host }) => {
  test.setTimeout(60_000 + RECEIPTS * 4000)
  await test.step('an office whose customers owe several invoices each', async () => {
    await workHeadless(['--ledger', ledgerFile], async (ask) => {
      for (const [index, { name }] of NAMES.entries()) {
        const { id } = await ask('/customers', { name })
        for (let invoice = 0; invoice < INVOICES_EACH; invoice += 1) {
          await ask('/invoices', { customerId: id, documentOn: daysAgo(90 - invoice), dueOn: daysAgo(60 - invoice), amount: amountOf(index, invoice), invoiceNumber: `2631300000${String(index * 1000 + invoice).padStart(10, '0')}`, post: true })
        }
      }
    })
  })
  const { page } = await launch({ ledger: ledgerFile })
  await page.locator('.flow').waitFor()
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  await shell.open('收款录入')
  await expect(entry.row.locator('input').first()).toBeFocused()
  const pointer = await countPointer(page)
  const times: number[] = []
  const started = performance.now()
  for (let number = 0; number < RECEIPTS; number += 1) {
    const customer = number % NAMES.length
    const amount = amountOf(customer, Math.floor(number / NAMES.length))
    await entry.type({ customer: NAMES[customer]!.initials, amount: (amount / 100).toFixed(2), reference: `slip ${number + 1}` })
    await expect(entry.lines.first().locator('.ant-tag')).toHaveText('金额相符')
    times.push(await timedPost(page))
  }
  const seconds = (performance.now() - started) / 1000
  await expect(entry.posted).toHaveCount(RECEIPTS)
  await expect(entry.posted.last()).toContainText('核销 1 项')
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  console.log(`${host}: ${RECEIPTS} receipts: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${Math.round((RECEIPTS / seconds) * 3600)} an hour`)
  expect(await pointer()).toBe(0)
})
