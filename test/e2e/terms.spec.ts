/** Terms and cut-off on the customer's page and on one receivable, as a clerk types them. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { daysAgo, expect, test } from '../support/office.ts'
import { InvoicePage } from './pages/invoices.ts'
import { Shell } from './pages/shell.ts'

const OUT = path.resolve('test/out/terms')

test('reads terms as the office writes them, names the word it does not know, and asks once what 30天月结 means', async ({ office: { page } }) => {
  mkdirSync(OUT, { recursive: true })
  const shell = new Shell(page)
  const { keyboard } = page
  await shell.search('shjx')
  const form = shell.front.getByTestId('customer-form')
  const terms = form.locator('[data-field="terms"]')
  const type = async (text: string): Promise<void> => {
    await terms.getByLabel('快速输入').focus()
    await keyboard.type(text)
    await keyboard.press('Enter')
  }
  const year = daysAgo(0).slice(0, 4)

  await type('次月25日')
  await expect(terms).toContainText(`${year}-05-28 → ${year}-06-25`)
  await type('验收后看情况')
  await expect(terms.getByRole('alert')).toContainText('“看情况”看不懂')
  await page.screenshot({ animations: 'disabled', path: path.join(OUT, 'unknown.png') })
  await terms.getByLabel('快速输入').fill('')
  await type('验收后30天')
  await expect(terms.getByTestId('trigger-unrecorded')).toContainText('暂按单据日起算')
  await type('30天月结')
  await expect(terms).toContainText(`${year}-05-28 → ${year}-06-30`)
  await terms.getByRole('button', { name: '先到月底，再加天数' }).press('Enter')
  await expect(terms).toContainText(`${year}-05-28 → ${year}-06-30`)
  await type('60天月结')
  await expect(terms).toContainText(`${year}-05-28 → ${year}-07-30`)
  await expect(terms.getByRole('button', { name: '先加天数，再到月底' })).toBeHidden()
  await type('30%预付70%发货前')
  await expect(terms).toContainText('原文：30%预付70%发货前')
  await page.screenshot({ animations: 'disabled', path: path.join(OUT, 'plan.png') })
  await form.locator('[data-field="cutOffDate"] input').fill('25')
  await keyboard.press('Tab')
  await type('票后60天')
  await expect(terms).toContainText('当月开票截止')
  await keyboard.press('Control+s')
  await expect(page.getByText('客户已保存')).toBeVisible()
  await page.screenshot({ animations: 'disabled', path: path.join(OUT, 'saved.png') })
})

test('takes terms of its own for one receivable, by keyboard', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const invoice = new InvoicePage(page)
  const { keyboard } = page
  await shell.open('应收单')
  await keyboard.press('Alt+n')
  await expect(invoice.form.locator('[data-field="customerId"] input')).toBeFocused()
  await invoice.type({ customer: 'hzxx', day: daysAgo(3), amount: '10000' })
  await invoice.form.locator('[data-field="terms"] input').focus()
  await keyboard.type('票后7天')
  await keyboard.press('Enter')
  await expect(invoice.form.locator('[data-field="dueOn"]')).toContainText('按账期“7 天”预计')
  await page.screenshot({ animations: 'disabled', path: path.join(OUT, 'invoice.png') })
  await invoice.post()
  await expect(invoice.document).toContainText(daysAgo(-4))
})
