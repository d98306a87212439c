/** Both languages, switched while the program runs; what was typed and opened stays. */
import { en } from '../../renderer/locales/en/index.ts'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'
import { expect, test } from '../support/office.ts'
import { chineseWords, untranslated } from '../support/texts.ts'
import { Shell } from './pages/shell.ts'

test('says everything in English after the switch, and in Chinese again', async ({ office: { page } }) => {
  const shell = new Shell(page)
  await shell.open('收款录入')
  await page.keyboard.type('shjx')
  await page.keyboard.press('Enter')
  const customer = shell.front.getByTestId('entry-row').locator('input').first()
  await expect(customer).toHaveValue(/上海机械/)
  await page.locator('.status-bar').getByRole('button', { name: 'English' }).press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(customer).toHaveValue(/上海机械/)

  // Every page is read in English by the spec of the pages; here those of three kinds: a document, a list, a report.
  await expect(shell.front.locator('.page-title')).toHaveText(en.receipts.entryTitle)
  for (const title of ['', en.receipts.title, en.aging.title]) {
    if (title !== '') await shell.open(title)
    await expect(shell.front.locator('.ant-spin-spinning')).toHaveCount(0)
    expect(await untranslated(page)).toEqual([])
    expect(await chineseWords(page)).toEqual([])
  }
  await page.locator('.status-bar').getByRole('button', { name: '中文' }).press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(shell.front.locator('.page-title')).toHaveText(zhCN.aging.title)
})
