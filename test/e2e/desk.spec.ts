/** The desk over the demonstration ledger: flow chart, search, tabs, language, settings. */
import { expect, test } from '../support/program.ts'
import { Desk } from './pages/desk.ts'
import { FirstRunPage } from './pages/ledgers.ts'

test('finds anything by keyboard, keeps pages as tabs and speaks both languages', async ({ program: { page } }) => {
  const desk = new Desk(page)
  await new FirstRunPage(page).openDemo()

  await test.step('the flow chart counts and leads on', async () => {
    const step = page.locator('.flow-step').filter({ hasText: '客户档案' })
    await expect(step.locator('b')).toHaveText('60')
    await step.click()
    await expect(desk.front.locator('.grid-count')).toHaveText('共 60 行')
  })

  await test.step('Ctrl+K finds a customer by its initials, and the tab bears its name', async () => {
    await desk.search('shjx', '上海机械')
    await expect(desk.tabs.last()).toContainText('上海机械')
    await expect(desk.tabs.last()).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('Alt+W closes it, Alt+PageUp goes back through the others', async () => {
    await page.keyboard.press('Alt+w')
    await expect(desk.tabs).toHaveCount(2)
    await page.keyboard.press('Alt+PageUp')
    await expect(desk.tabs.first()).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('a list narrows, is copied for Excel and remembers its columns', async () => {
    await desk.open('收款单')
    const count = desk.front.locator('.grid-count')
    await expect(count).toHaveText(/共 \d+ 行/)
    const all = await count.textContent()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('西安')
    await expect(count).not.toHaveText(all ?? '')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(desk.tabs).toHaveCount(4)
  })

  await test.step('the language is switched while the pages stay', async () => {
    await desk.switchLanguage()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page).toHaveTitle('Huikuan')
    await expect(desk.rail.filter({ hasText: 'Customers' })).toHaveCount(1)
    await expect(desk.tabs).toHaveCount(4)
    await desk.switchLanguage()
    await expect(page).toHaveTitle('回款管家')
  })

  await test.step('a setting is saved and stays', async () => {
    await desk.open('账套设置')
    const days = desk.front.locator('[data-field="options.payWithinDays"] input')
    await days.fill('9')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已保存')).toBeVisible()
    await page.reload()
    await desk.open('账套设置')
    await expect(days).toHaveValue('9')
  })
})
