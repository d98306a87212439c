/** The check of the ledger: nothing in a sound one; the very document when somebody changed the file from outside. */
import Database from 'better-sqlite3'
import { expect, test } from '../support/office.ts'
import { Shell } from './pages/shell.ts'

test('finds nothing in a sound ledger, and names the document that was changed from outside', async ({ office: { page }, ledgerFile }) => {
  const shell = new Shell(page)
  await shell.open('账套检查')
  await page.keyboard.press('F9')
  await expect(shell.front.locator('.ant-alert-success')).toContainText('账套完整')

  const file = new Database(ledgerFile)
  file.pragma('busy_timeout = 5000')
  // Whoever goes around the program takes the guards away first.
  for (const { name } of file.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'invoices'").all() as { name: string }[]) file.exec(`drop trigger "${name}"`)
  const { id, number } = file.prepare("select id, number from invoices where status <> 'draft' order by id limit 1 offset 3").get() as { id: number; number: string }
  file.prepare('update invoices set amount = amount - 100 where id = ?').run(id)
  file.close()

  await page.keyboard.press('F9')
  await expect(shell.front.locator('.ant-alert-error')).toBeVisible()
  await expect(shell.front.locator('[col-id="document"]', { hasText: number }).first()).toBeVisible()
})
