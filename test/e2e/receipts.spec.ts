/** The heart of the program: a clerk enters receipts without the mouse, takes one allocation back, reverses a receipt. */
import { expect, test } from '../support/office.ts'
import { countPointer, Shell } from './pages/shell.ts'
import { ReceiptEntryPage, ReceiptPage, timedPost } from './pages/receipts.ts'

test('takes five receipts by keyboard alone, each with its suggested allocation', async ({ office: { page }, host }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  const pointer = await countPointer(page)
  const { keyboard } = page
  const times: number[] = []
  const reasons = entry.lines.locator('.ant-tag')
  await shell.open('收款录入')
  await expect(entry.row.locator('input').first()).toBeFocused()

  await test.step('exact amount, found by pinyin initials', async () => {
    await entry.type({ customer: 'shjx', amount: '10000' })
    await expect(entry.row.locator('input').first()).toHaveValue(/上海机械/)
    await expect(reasons.first()).toHaveText('金额相符')
    expect((await entry.amounts())[0]).toBe('10,000.00')
    times.push(await timedPost(page))
  })
  await test.step('the other customer of the same initials, short by some cents', async () => {
    await keyboard.type('shjx')
    const options = page.locator('.floating-list [role="option"]')
    await expect(options).toHaveCount(2)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(entry.row.locator('input').first()).toHaveValue(/盛华机箱/)
    await keyboard.press('Enter')
    await keyboard.type('12345')
    await keyboard.press('Enter')
    await expect(reasons.first()).toHaveText('短付')
    times.push(await timedPost(page))
  })
  await test.step('the contract that the payer named, the rest by =', async () => {
    await entry.type({ customer: 'ksht', amount: '3500', reference: '付合同 HR-2026-001 货款' })
    await expect(reasons.first()).toHaveText('附言指明')
    await expect.poll(() => entry.amounts()).toEqual(['3,000.00', '', ''])
    await keyboard.press('Alt+a')
    await keyboard.press('ArrowDown')
    await keyboard.press('=')
    await keyboard.press('Enter')
    await expect.poll(() => entry.amounts()).toEqual(['3,000.00', '500.00', ''])
    times.push(await timedPost(page))
  })
  await test.step('with the fee of the bank', async () => {
    await entry.type({ customer: '杭州', amount: '6,000.00', reference: '货款', fee: '12.5' })
    await expect(reasons.first()).toHaveText('金额相符')
    times.push(await timedPost(page))
  })
  await test.step('the only set that adds up', async () => {
    await entry.type({ customer: 'C00001', amount: '13000' })
    await expect(reasons.first()).toHaveText('唯一组合')
    await expect.poll(() => entry.amounts()).toEqual(['5,000.00', '8,000.00'])
    times.push(await timedPost(page))
  })

  await expect(entry.posted).toHaveCount(5)
  await expect(entry.posted.last()).toContainText('核销 2 项')
  await expect(page.getByTestId('posted-totals')).toContainText('44,845.00')
  const median = times.toSorted((a, b) => a - b)[2] ?? 0
  console.log(`${host}: Ctrl+Enter to the next empty row, median ${median.toFixed(0)} ms of ${times.map((time) => time.toFixed(0)).join(' ')}`)
  expect(median).toBeLessThan(1000)

  await test.step('one allocation is taken back', async () => {
    const receipt = new ReceiptPage(page)
    await keyboard.press('Alt+l')
    await keyboard.press('Enter')
    await expect(receipt.allocations).toHaveCount(2)
    await expect(receipt.allocations.first()).toBeFocused()
    await keyboard.press('Delete')
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(receipt.unallocated).toHaveText('5,000.00')
    await expect(receipt.allocations.first()).toContainText('已取消')
    await receipt.allocations.first().focus()
    await keyboard.press('Enter')
    await expect(shell.front.getByTestId('open')).toHaveText('5,000.00')
  })
  await test.step('the aging shows the debt again, beside the money that is left', async () => {
    await shell.open('账龄分析')
    await expect(shell.cell(0, 'name')).toHaveText(/上海机械/)
    await expect(shell.cell(0, 'bucket0')).toHaveText('5,000.00')
    await expect(shell.cell(0, 'unallocated')).toHaveText('-5,000.00')
  })
  expect(await pointer()).toBe(0)
})

test('keeps what was typed when it cannot be posted, and says what to mend', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  await shell.open('收款录入')
  await entry.type({ customer: 'hzxx', amount: '100', fee: '200' })
  await page.keyboard.press('Control+Enter')
  await expect(entry.message).toContainText('手续费不能大于收款金额')
  await expect(entry.row.locator('input').first()).toHaveValue(/杭州西溪/)
  await expect(entry.posted).toHaveCount(0)
})

test('reverses a receipt and revives what it had settled', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  await shell.open('收款录入')
  await entry.type({ customer: 'hzxx', amount: '6000' })
  await entry.post()
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Enter')
  const receipt = new ReceiptPage(page)
  await expect(receipt.allocations).toHaveCount(1)
  await receipt.reverse('银行退汇')
  await expect(receipt.document).toContainText('已红冲')
  await expect(receipt.allocations.first()).toContainText('已取消')
  await shell.open('未清项')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('杭州西溪')
  await expect(shell.cell(0, 'open')).toHaveText('6,000.00')
})
