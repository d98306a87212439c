/** Both languages, switched while the program runs; what was typed and opened stays. */
import { expect, test } from '../support/office.ts'
import { chineseWords, untranslated } from '../support/texts.ts'
import { Shell } from './pages/shell.ts'
import { PAGES } from './pages/list.ts'

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

  for (const { en } of PAGES) {
    await test.step(en, async () => {
      await shell.search(en)
      await expect(shell.front.locator('.page-title')).toHaveText(en)
      await expect(shell.front.locator('.ant-spin-spinning')).toHaveCount(0)
      expect(await untranslated(page)).toEqual([])
      expect(await chineseWords(page)).toEqual([])
    })
  }
  await page.locator('.status-bar').getByRole('button', { name: '中文' }).press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(shell.front.locator('.page-title')).toHaveText(PAGES.at(-1)?.zh ?? '')
})
