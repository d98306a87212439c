/** Receivables: draft, posting, installments, a credit note against an invoice, reversal. */
import { daysAgo, expect, test } from '../support/office.ts'
import { InvoicePage } from './pages/invoices.ts'
import { Shell } from './pages/shell.ts'

test('keeps a draft, posts it in installments, corrects it by a credit note and reverses it', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const invoice = new InvoicePage(page)
  const { keyboard } = page
  await shell.open('应收单')
  await keyboard.press('Alt+n')

  await test.step('a draft has no number and can be changed', async () => {
    await expect(invoice.form.locator('[data-field="customerId"] input')).toBeFocused()
    await invoice.type({ customer: 'hzxx', day: daysAgo(3), amount: '10000', invoiceNumber: '26312000000099900001' })
    await invoice.saveDraft()
    await expect(shell.front.locator('.page-title')).toContainText('草稿')
    await shell.open('应收单')
    await expect(shell.cell(0, 'status')).toHaveText('草稿')
    await shell.cell(0, 'customerName').focus()
    await keyboard.press('Enter')
    await expect(invoice.form.locator('[data-field="amount"] input')).toHaveValue('10,000.00')
  })

  await test.step('thirds add up to the fen, and wrong ones are refused', async () => {
    await shell.front.getByRole('button', { name: '按月均分' }).press('Enter')
    const amounts = invoice.form.getByTestId('installments').getByLabel('金额', { exact: true })
    await expect(amounts).toHaveCount(3)
    expect(await amounts.evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))).toEqual(['3,333.33', '3,333.33', '3,333.34'])
    await amounts.first().focus()
    await keyboard.type('3000')
    await keyboard.press('Control+Enter')
    await expect(invoice.form.getByText('各期合计与单据金额不符')).toBeVisible()
    await amounts.first().focus()
    await keyboard.press('=')
    await expect(amounts.first()).toHaveValue(/^3,?333\.33$/)
    await invoice.post()
    await expect(invoice.document.getByTestId('items').locator('tbody tr')).toHaveCount(3)
    expect(await invoice.open()).toBe('10,000.00')
  })

  const number = /YS-\d{6}-\d{4}/.exec(await invoice.document.innerText())?.[0] ?? ''
  expect(number).not.toBe('')

  await test.step('a credit note lowers the invoice that it corrects', async () => {
    await keyboard.press('Alt+n')
    const kind = invoice.form.locator('[data-field="kind"] input')
    await kind.focus()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(invoice.form.locator('[data-field="kind"]')).toContainText('红字发票')
    await invoice.form.locator('[data-field="customerId"] input').focus()
    await invoice.type({ customer: 'hzxx', amount: '4000' })
    const corrects = invoice.form.locator('[data-field="correctsId"] input')
    await corrects.focus()
    await keyboard.type(number)
    await expect(page.locator('.floating-list [role="option"]').first()).toContainText(number)
    await keyboard.press('Enter')
    await expect(corrects).toHaveValue(new RegExp(number))
    await invoice.post()
    await expect(invoice.document).toContainText(number)
    await expect(invoice.document.getByTestId('allocations')).toContainText(number)
    await shell.search(number)
    await expect(invoice.document).toContainText(number)
    expect(await invoice.open()).toBe('6,000.00')
  })

  await test.step('reversing it frees the credit note and leaves nothing open', async () => {
    await keyboard.press('Alt+r')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByTestId('hanging')).toBeVisible()
    await expect(dialog.locator('[data-field="reason"] input')).toBeFocused()
    await keyboard.type('发票开错，重新开具')
    await keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(invoice.document).toContainText('已红冲')
    expect(await invoice.open()).toBe('0.00')
    await shell.open('未清项')
    await keyboard.press('Control+f')
    await keyboard.type('hzxx')
    await expect(shell.count).toContainText('2')
    await expect(shell.total('open')).toHaveText('2,000.00')
  })
})
