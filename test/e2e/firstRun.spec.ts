/** What a person sees who opens the program for the first time. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Program } from '../support/launch.ts'
import { COMPANY, expect, test } from '../support/office.ts'
import { Shell } from './pages/shell.ts'

test('creates a ledger by keyboard and keeps everything that was typed', async ({ program: { page, folder } }) => {
  const { keyboard } = page
  await expect(page.getByRole('button', { name: /新建账套/ })).toBeFocused()
  await keyboard.press('Enter')
  const field = (name: string) => page.locator(`[data-field="${name}"] input`).first()
  await expect(field('name')).toBeFocused()

  // What is missing is said at its place before anything is stored.
  await keyboard.press('Control+Enter')
  await expect(page.getByText('请填写公司名称')).toBeVisible()
  await expect(page.getByText('密码至少 6 位')).toBeVisible()

  const typed = ['name', 'taxNumber', '', 'bankName', 'bankAccount', 'address', 'contact', 'phone', 'firstPeriod', '', '', 'administrator', 'password'] as const
  for (const name of typed) {
    if (name !== '') {
      await expect(field(name)).toBeFocused()
      await keyboard.press('Control+a')
      await keyboard.type(COMPANY[name])
    } else if (await page.locator('.ant-select input:focus').count() > 0) {
      // A choice: the arrow opens it, Enter takes what is marked.
      await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    }
    await keyboard.press('Enter')
  }
  await keyboard.type('anders')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('两次输入的密码不同')).toBeVisible()
  await expect(field('name')).toHaveValue(COMPANY.name)
  await field('passwordAgain').focus()
  await keyboard.press('Control+a')
  await keyboard.type(COMPANY.password)
  await keyboard.press('Control+Enter')

  const shell = new Shell(page)
  await expect(page.locator('.flow')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.status-bar')).toContainText(COMPANY.name)
  await expect(page.locator('.status-bar')).toContainText(COMPANY.administrator)
  expect(ledgersIn(folder)).toEqual([`${COMPANY.name}.db`])

  await shell.open('账套设置')
  for (const [label, value] of [['公司名称', COMPANY.name], ['税号', COMPANY.taxNumber], ['开户银行', COMPANY.bankName], ['银行账号', COMPANY.bankAccount], ['地址', COMPANY.address], ['联系人', COMPANY.contact], ['电话', COMPANY.phone]] as const) {
    await expect(shell.front.getByLabel(label, { exact: true }).first()).toHaveValue(value)
  }
  // An empty ledger teaches what to do instead of showing zeros.
  await shell.open('客户')
  await expect(shell.front.getByText('还没有客户')).toBeVisible()
})

test('opens the demonstration ledger, in which every step has something to show', async ({ program: { page, folder } }: { program: Program }) => {
  await page.getByRole('button', { name: /示例账套/ }).click()
  await expect(page.locator('.flow')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.status-demo')).toBeVisible()
  const counts = page.locator('.flow-count b')
  // Until they are counted a dash stands there.
  await expect.poll(async () => Number(await counts.first().innerText())).toBeGreaterThanOrEqual(60)
  expect(ledgersIn(folder)).toHaveLength(1)
  const shell = new Shell(page)
  await shell.open('应收单')
  await expect(shell.count).toContainText(/\d/)
  expect(Number((await shell.count.innerText()).replaceAll(/\D/g, ''))).toBeGreaterThan(500)
})

/** The desktop keeps ledgers in a folder of their own, the headless host where it was told. */
function ledgersIn(folder: string): string[] {
  return [folder, path.join(folder, 'ledgers')].filter((each) => existsSync(each)).flatMap((each) => readdirSync(each).filter((name) => name.endsWith('.db')))
}
