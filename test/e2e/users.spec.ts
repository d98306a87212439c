/** A salesperson sees the own customers and nobody else's, wherever they might show; the lock asks for the password. */
import { COMPANY, CUSTOMERS, expect, SALESPEOPLE, test } from '../support/office.ts'
import { Shell } from './pages/shell.ts'

const SECRET = 'verkauf-7'
const OWN = CUSTOMERS.filter(({ salesperson }) => salesperson === 0)
const OTHERS = CUSTOMERS.filter(({ salesperson }) => salesperson !== 0)

test('limits a salesperson to the own customers, and locks by key and when idle', async ({ office: { page, errors } }) => {
  const shell = new Shell(page)
  const { keyboard } = page
  const password = page.locator('.gate input[type="password"]')

  await test.step('the administrator gives a salesperson a password', async () => {
    await shell.open('用户与业务员')
    const row = shell.front.locator('.ag-row', { hasText: SALESPEOPLE[0] }).first()
    await row.locator('[col-id="name"]').focus()
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-field="password"] input').focus()
    await keyboard.type(SECRET)
    await keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
  })
  await test.step('an idle program locks itself and keeps what was typed', async () => {
    await shell.open('账套设置')
    const minutes = shell.front.getByLabel('空闲锁定')
    await minutes.focus()
    await keyboard.press('Control+a')
    await keyboard.type('1')
    await keyboard.press('Control+s')
    await expect(page.getByText('已保存').first()).toBeVisible()
    await shell.open('收款录入')
    await page.clock.install()
    await keyboard.type('shjx')
    await keyboard.press('Enter')
    await expect(shell.front.getByTestId('entry-row').locator('input').first()).toHaveValue(/上海机械/)
    await expect(async () => {
      await page.clock.fastForward('01:05')
      await expect(password).toBeFocused({ timeout: 1000 })
    }).toPass({ timeout: 15_000 })
    await expect(page.locator('.shell')).toBeHidden()
    await keyboard.type('falsch')
    await keyboard.press('Enter')
    await expect(page.locator('.gate .ant-alert-error')).toBeVisible()
    await keyboard.type(COMPANY.password)
    await keyboard.press('Enter')
    await expect(page.locator('.gate')).toBeHidden()
    await expect(shell.front.getByTestId('entry-row').locator('input').first()).toHaveValue(/上海机械/)
    await page.clock.resume()
  })
  await test.step('Ctrl+L locks, another person signs in', async () => {
    await keyboard.press('Control+l')
    await expect(password).toBeFocused()
    await page.getByRole('button', { name: '换其他用户登录' }).press('Enter')
    await expect(page.getByRole('button', { name: /登\s?录/ })).toBeVisible()
    await page.getByLabel('姓名').focus()
    await keyboard.press('Control+a')
    await keyboard.type(SALESPEOPLE[0])
    await keyboard.press('Enter')
    await keyboard.type(SECRET)
    await keyboard.press('Enter')
    await expect(page.locator('.status-bar')).toContainText(SALESPEOPLE[0])
  })
  await test.step('only the own customers in lists, reports and letters', async () => {
    await expect(page.locator('.rail')).not.toContainText('收款录入')
    await expect(page.locator('.rail')).not.toContainText('数据导入')
    for (const [title, field] of [['客户', 'name'], ['应收单', 'customerName'], ['未清项', 'customerName'], ['账龄分析', 'name'], ['催款', 'name']] as const) {
      await shell.open(title)
      const names = shell.front.locator(`.ag-row:not(.ag-row-pinned) [col-id="${field}"]`)
      await expect(names.filter({ hasText: OWN[0]?.name ?? '' }).first()).toBeVisible()
      const seen = new Set((await names.allInnerTexts()).filter((name) => name.trim() !== ''))
      expect([...seen].toSorted(), title).toEqual(OWN.map(({ name }) => name).toSorted())
    }
    await shell.open('逾期总览')
    await expect(shell.front.locator('.figure-cards')).toContainText('31,000.50')
    for (const { name } of OTHERS) await expect(shell.front).not.toContainText(name)
  })
  await test.step('the search finds no other customer and no document of one', async () => {
    for (const text of ['hzxx', '杭州西溪', '26312000000054300401']) {
      await keyboard.press('Control+k')
      await expect(page.locator('.palette input')).toBeFocused()
      await keyboard.type(text)
      await expect(page.locator('.palette .floating-empty')).toBeVisible()
      await keyboard.press('Escape')
      await expect(page.locator('.palette input')).toBeHidden()
    }
    await shell.search('shjx')
    await expect(shell.front).toContainText('上海机械')
  })
  // The faked clock also tries to enter the letter's frame, whose sandbox runs no script.
  const ours = errors.splice(0).filter((text) => !text.includes('about:srcdoc'))
  expect(ours).toEqual([])
})
