/** The packaged program, a short run: it starts, its native module loads, and a new ledger can be written and read. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/program.ts'
import { packagedExecutable } from '../support/packaged.ts'

test('starts, opens the demonstration ledger and finds it again at the next start', async ({ launch }, info) => {
  const folder = info.outputPath('office')
  const first = await launch({ folder })
  await first.page.getByRole('button', { name: /示例账套/ }).click()
  await expect(first.page.getByText('流程导航').first()).toBeVisible({ timeout: 60_000 })
  await first.close()
  expect(readdirSync(path.join(folder, 'ledgers')).some((name) => name.endsWith('.db'))).toBe(true)

  const second = await launch({ folder })
  await expect(second.page.getByText('流程导航').first()).toBeVisible({ timeout: 30_000 })
})

test('carries one archive, its native module and no stand-in', () => {
  const resources = path.join(path.dirname(packagedExecutable()), 'resources')
  expect(existsSync(path.join(resources, 'app.asar'))).toBe(true)
  expect(existsSync(path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3'))).toBe(true)
  expect(existsSync(path.join(resources, 'default_app.asar'))).toBe(false)
})
