/** Offsets and refunds by keyboard alone: an advance settles debts, is paid back, and another customer takes a debt over. */
import { daysAgo, expect, test } from '../support/office.ts'
import { OffsetEntryPage, PostedPage, RefundEntryPage } from './pages/offsets.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { countPointer, Shell } from './pages/shell.ts'

test('sets an advance off against debts, takes it back and pays it back', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const { keyboard } = page
  const pointer = await countPointer(page)
  const offset = new OffsetEntryPage(page)
  const refund = new RefundEntryPage(page)

  await test.step('money that is left as an advance', async () => {
    const entry = new ReceiptEntryPage(page)
    await shell.open('收款录入')
    await entry.type({ customer: 'shjx', amount: '12000' })
    await expect(entry.lines.first()).toBeVisible()
    await keyboard.press('Alt+0')
    // Somebody else paid for the customer.
    await keyboard.press('Alt+p')
    // Playwright inserts Chinese text without keys, so it does not wait for the cursor as typing does.
    await expect(shell.front.locator('[data-extra="payer"] input')).toBeFocused()
    await keyboard.type('张晓明')
    await entry.post()
    await shell.search('SK-')
    await expect(shell.front.getByTestId('receipt-document')).toContainText('张晓明')
  })
  await test.step('settles two debts, `=` fills what is right', async () => {
    await shell.open('冲账单')
    await offset.open()
    await offset.customer('shjx')
    await expect(offset.lines('debt-pane')).toHaveCount(3)
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await expect(offset.lines('credit-pane').locator('input').last()).toBeFocused()
    await keyboard.press('=')
    await keyboard.press('Enter')
    await keyboard.press('=')
    await keyboard.press('Enter')
    await keyboard.press('=')
    expect([await offset.amounts('credit-pane'), await offset.amounts('debt-pane')]).toEqual([['12,000.00'], ['10,000.00', '2,000.00', '']])
    await keyboard.press('Control+Enter')
    const posted = new PostedPage(page, 'offset')
    await expect(posted.document.getByTestId('offset-line')).toHaveCount(2)
    await expect(posted.document).toContainText('预收冲应收')
    await posted.reverse('冲错单据')
    await expect(posted.document).toContainText('本单已由 CX-')
    await expect(posted.document.getByTestId('offset-line').first()).toContainText('已取消')
  })
  await test.step('is paid back, and that is taken back too', async () => {
    await shell.open('退款单')
    await refund.open()
    await refund.customer('shjx')
    await expect(refund.lines('credit-pane')).toHaveCount(1)
    await keyboard.press('Alt+a')
    expect(await refund.amounts('credit-pane')).toEqual(['12,000.00'])
    await keyboard.press('Control+Enter')
    const posted = new PostedPage(page, 'refund')
    await expect(posted.document.getByTestId('allocation-row')).toHaveCount(1)
    await expect(posted.document).toContainText('12,000.00')
    await posted.reverse('客户要求改抵货款')
    await expect(posted.document).toContainText('本单已由 TK-')
  })
  expect(await pointer()).toBe(0)
})

test('lets another customer take a debt over with its age, and gives it back', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const { keyboard } = page
  const offset = new OffsetEntryPage(page)
  const posted = new PostedPage(page, 'offset')
  await shell.open('冲账单')
  await offset.open()
  await keyboard.press('F6')
  await keyboard.press('F6')
  await offset.customer('shjx')
  await expect(offset.lines('debt-pane')).toHaveCount(3)
  await offset.customer('hzxx')
  await keyboard.press('Enter')

  await test.step('not without consent', async () => {
    await keyboard.press('Control+Enter')
    await expect(offset.root.getByRole('alert').first()).toHaveText(/同意转账的凭据/)
  })
  await expect(offset.root.locator('[data-field="document"] input')).toBeFocused()
  await keyboard.type('三方协议 2026-07')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('=')
  await keyboard.press('Control+Enter')
  await expect(posted.document.getByTestId('taken-over')).toContainText(daysAgo(50))
  await expect(posted.document.getByTestId('taken-over')).toContainText('10,000.00')

  await test.step('who owes it now, due as before', async () => {
    await shell.open('未清项')
    await keyboard.press('Control+f')
    await keyboard.type('hzxx')
    await expect(shell.cell(0, 'dueOn')).toHaveText(daysAgo(50))
    await expect(shell.cell(0, 'open')).toHaveText('10,000.00')
    await expect(shell.cell(0, 'customerName')).toContainText('杭州西溪')
  })
  await test.step('and who owes it again', async () => {
    await shell.search('CX-')
    await expect(posted.document).toBeVisible()
    await posted.reverse('协议作废')
    await expect(posted.document).toContainText('本单已由 CX-')
    await shell.open('未清项')
    await expect(shell.cell(0, 'dueOn')).not.toHaveText(daysAgo(50))
  })
})
