/** Receipts that were wrong, and the slip that the payer gets: what hangs on one, moving it, the voucher on paper. */
import { execFileSync } from 'node:child_process'
import { COMPANY, CUSTOMERS, expect, test, TODAY } from '../support/office.ts'
import { needsPoppler } from '../support/pdf.ts'
import { Shell } from './pages/shell.ts'
import { ReceiptEntryPage, ReceiptPage } from './pages/receipts.ts'

const chinese = (day: string): string => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')
const plainText = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '')

test('prints the voucher of a receipt in three copies, and marks the second print', async ({ office: { page, download }, host }, info) => {
  needsPoppler()
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  const { keyboard } = page
  const prints = shell.front.locator('.paper-prints li')
  await shell.open('收款录入')
  await entry.type({ customer: 'hzxx', amount: '6000', reference: '货款' })
  await entry.post()
  await entry.type({ customer: 'C00001', amount: '100' })
  await entry.post()

  await test.step('issued for the ticked receipts of the list', async () => {
    await shell.open('收款单')
    await expect(shell.cell(1, 'customerName')).toHaveText(CUSTOMERS[3].name)
    await shell.cell(1, 'customerName').focus()
    await keyboard.press(' ')
    await expect(shell.front.locator('.page-extra')).toHaveText('已选 1 张')
    await keyboard.press('Alt+v')
    await expect(page.locator('.ant-modal-confirm')).toBeVisible()
    await keyboard.press('Enter')
    const link = page.locator('.paper-link')
    await expect(link).toHaveText(/^SJ-\d{6}-0001$/)
    await link.focus()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.paper-facts')).toContainText('货款，发票 26312000000054300401')
  })
  const number = /SJ-\d{6}-\d{4}/.exec(await shell.front.locator('.page-title').innerText())?.[0] ?? ''
  await test.step('the PDF says who paid how much, in figures and in words, three times', async () => {
    const file = await download(() => keyboard.press('Control+e'))
    const text = plainText(file)
    for (const wanted of [COMPANY.name, '收款收据', number, chinese(TODAY), CUSTOMERS[3].name, '陆仟元整', '¥6,000.00', '银行转账', '26312000000054300401', '收款单位（盖章）', COMPANY.administrator]) {
      expect([wanted, text.split(wanted).length - 1]).toEqual([wanted, 3])
    }
    expect(text).not.toContain('补打')
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/)
    execFileSync('pdftoppm', ['-png', '-r', '80', file, info.outputPath('voucher')])
  })
  await test.step('the same voucher again is marked', async () => {
    await expect(prints).toHaveCount(1)
    expect(plainText(await download(() => keyboard.press('Control+e')))).toContain('补打')
    await expect(prints).toHaveCount(2)
  })
  if (host === 'chromium') {
    await test.step('a browser prints it itself, and the keyboard goes on in the page', async () => {
      await keyboard.press('Control+p')
      await expect(page.locator('html')).toHaveAttribute('data-printed', /收款收据/)
      await expect(prints).toHaveCount(3)
      await expect(page.locator('.print-frame')).toHaveCount(0)
      await expect(shell.front.locator(':focus')).toHaveCount(1)
      await keyboard.press('Control+k')
      await expect(page.locator('.palette input')).toBeFocused()
      await keyboard.press('Escape')
      await expect(page.locator('.palette')).toBeHidden()
    })
  }
  await test.step('and void on screen and on paper when its receipt is reversed', async () => {
    const receipt = new ReceiptPage(page)
    await keyboard.press('Alt+s')
    await expect(receipt.document).toBeVisible()
    await keyboard.press('Alt+r')
    const hanging = page.getByTestId('hanging')
    await expect(hanging).toContainText(number)
    await expect(hanging).toContainText(`作废，已打印 ${host === 'chromium' ? 3 : 2} 次`)
    await expect(hanging.locator('tbody tr')).toHaveText(/26312000000054300401.*6,000\.00.*6,000\.00/)
    await receipt.finishReversal('收款登记有误')
    await expect(receipt.document).toContainText('已红冲')
    await keyboard.press('Alt+v')
    await expect(shell.front.locator('.paper-facts')).toContainText('作废')
    await expect(shell.front.frameLocator('.issued-paper iframe').locator('.mark').first()).toHaveText('补打')
    await shell.open('收款收据')
    await expect(shell.cell(0, 'number')).toHaveText(number)
    await expect(shell.cell(0, 'status')).toHaveText('作废')
  })
})

test('moves a receipt to the customer whose money it was', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  const receipt = new ReceiptPage(page)
  const { keyboard } = page
  await shell.open('收款录入')
  await entry.type({ customer: 'C00001', amount: '6000', reference: '货款' })
  await entry.post()
  await keyboard.press('Alt+l')
  await keyboard.press('Enter')
  await expect(receipt.document).toBeVisible()
  const wrong = /SK-\d{6}-\d{4}/.exec(await receipt.document.innerText())?.[0] ?? ''

  await test.step('what the new customer owes is suggested', async () => {
    await keyboard.press('Alt+m')
    const drawer = page.getByTestId('move-drawer')
    await expect(drawer.getByTestId('hanging')).toContainText('26312000000054300101')
    await expect(drawer.getByRole('combobox')).toBeFocused()
    await keyboard.type('hzxx')
    await keyboard.press('Enter')
    // Keys wait while a customer is looked up, but Playwright inserts Chinese text without keys.
    await expect(drawer.getByLabel('转款原因')).toBeFocused()
    await keyboard.type('付款人认错')
    await expect(drawer.getByTestId('allocation-line')).toHaveCount(1)
    await expect(drawer.getByTestId('allocation-line').locator('.ant-tag')).toHaveText('金额相符')
    await keyboard.press('Control+Enter')
    await expect(drawer).toBeHidden()
  })
  await test.step('the new receipt says where the money came from and when', async () => {
    await expect(receipt.document).toContainText(CUSTOMERS[3].name)
    await expect(receipt.document).toContainText(`由 ${wrong} 转入，原收款日期 ${TODAY}`)
    await expect(receipt.unallocated).toHaveText('0.00')
    await receipt.document.getByRole('button', { name: `打开 ${wrong}` }).click()
    await expect(receipt.document).toContainText('已转给其他客户')
    await expect(receipt.document).toContainText('已红冲')
  })
  await test.step('and the debt that it had settled is open again', async () => {
    await shell.open('未清项')
    await keyboard.press('Control+f')
    await keyboard.type('上海机械')
    await expect(shell.total('open')).toHaveText('23,000.00')
  })
})

test('takes one allocation back from the side of the debt', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  const { keyboard } = page
  await shell.open('收款录入')
  await entry.type({ customer: 'hzxx', amount: '6000' })
  await entry.post()
  await keyboard.press('Alt+l')
  await keyboard.press('Enter')
  const receipt = new ReceiptPage(page)
  await receipt.allocations.first().focus()
  await keyboard.press('Enter')
  const document = shell.front.getByTestId('invoice-document')
  await expect(document.getByTestId('open')).toHaveText('0.00')
  await keyboard.press('Alt+l')
  await keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('将恢复未收 6,000.00')
  await keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.ant-message')).toContainText('恢复未收 6,000.00')
  await expect(document.getByTestId('open')).toHaveText('6,000.00')
  await expect(document.getByTestId('allocation-row')).toContainText('已取消')
})
