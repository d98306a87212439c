/** What only the desktop program has: the sandbox around its page and the backend that comes back. */
import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { electronExecutable, root, sandboxSwitches } from '../../build/electronRuntime.ts'
import { expect, test } from '../support/office.ts'
import { Shell } from './pages/shell.ts'

test('gives the page nothing of Node and no permission', async ({ program: { page, electron } }) => {
  const reach = await page.evaluate(() => Object.keys(window).filter((name) => ['require', 'process', 'module', 'electron'].includes(name)))
  expect(reach).toEqual([])
  expect(await page.evaluate(async () => [await Notification.requestPermission(), (await navigator.permissions.query({ name: 'geolocation' })).state])).toEqual(['denied', 'denied'])
  const preferences = await electron?.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron declares this method only for itself.
    const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, boolean> } | undefined
    const { sandbox, contextIsolation, nodeIntegration } = contents?.getLastWebPreferences() ?? {}
    return { sandbox, contextIsolation, nodeIntegration }
  })
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false })
})

test('starts the backend again after it was killed, and the page goes on', async ({ program: { page, electron } }) => {
  test.setTimeout(150_000)
  const firstRun = page.getByText('打开示例账套').first()
  await expect(firstRun).toBeVisible()
  const before = await backendPid(electron)
  process.kill(before, 'SIGKILL')
  await expect.poll(async () => ![0, before].includes(await backendPid(electron))).toBe(true)
  await page.reload()
  await expect(firstRun).toBeVisible()

  const second = await backendPid(electron)
  process.kill(second, 'SIGKILL')
  await expect.poll(async () => ![0, second].includes(await backendPid(electron))).toBe(true)
  // Whoever clicks while it is away is told so and clicks again.
  await expect(async () => {
    await firstRun.click({ timeout: 500 }).catch(() => undefined)
    await expect(page.getByText('流程导航').first()).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 90_000 })
})

test('is one program for each folder: a second start with the same ledger ends and shows the first window', async ({ program: { folder, electron } }) => {
  const executable = electronExecutable() ?? ''
  const again = (...args: string[]): Promise<number | null> =>
    new Promise((resolve) => spawn(executable, [...sandboxSwitches(), root, '--user-data-dir', folder, ...args], { stdio: 'ignore' }).once('exit', resolve))
  const windows = (): Promise<number> => electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

  expect(await again()).toBe(0)
  expect(await windows()).toBe(1)
  const ledger = path.join(folder, 'another.db')
  expect(await again('--ledger', ledger)).toBe(0)
  await expect.poll(windows).toBe(2)
  expect(await again('--ledger', ledger)).toBe(0)
  expect(await windows()).toBe(2)
})

test('keeps the size of its window and the language until the next start', async ({ launch }, info) => {
  const folder = info.outputPath('office')
  const first = await launch({ folder, language: 'en' })
  await first.electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 30, width: 1100, height: 720 }))
  await first.close()
  const kept = JSON.parse(readFileSync(path.join(folder, 'preferences.json'), 'utf8')) as { bounds: unknown; language: string }
  expect(kept).toMatchObject({ bounds: { width: 1100, height: 720 }, language: 'en' })

  const second = await launch({ folder, language: 'en' })
  expect(await second.electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds().width)).toBe(1100)
})

test('sends a menu item to the page, in the language of the page', async ({ launch }) => {
  const { page, electron } = await launch({ language: 'en' })
  await expect(page.getByRole('button').first()).toBeVisible()
  await page.evaluate(() => window.addEventListener('message', (event: MessageEvent<{ type?: string; command?: string }>) => {
    if (event.data.type === 'huikuan-menu') document.body.dataset['command'] = event.data.command ?? ''
  }))
  const label = await electron!.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.items.find((top) => top.label === '&Reports')?.submenu?.items[1]
    item?.click()
    return item?.label
  })
  expect(label).toBe('Aging')
  await expect(page.locator('body')).toHaveAttribute('data-command', 'aging')
})

test('asks before it closes a window in which something is not saved, and tells when the backend is away', async ({ launch, made }, info) => {
  const ledger = info.outputPath('办公室.db')
  copyFileSync(await made.file('small'), ledger)
  const { page, electron } = await launch({ ledger })
  await page.locator('.flow').waitFor()
  const asked = await electron!.evaluateHandle(({ dialog }) => {
    const note = { answer: 1, questions: [] as string[] }
    dialog.showMessageBoxSync = (...args: unknown[]) => {
      note.questions.push((args.at(-1) as { message: string }).message)
      return note.answer
    }
    return note
  })
  const shell = new Shell(page)
  await shell.open('收款录入')
  await page.keyboard.type('shjx')
  await page.keyboard.press('Enter')
  await expect(page.locator('.tab-dirty')).toBeVisible()
  await electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => asked.evaluate((note) => note.questions)).toEqual(['有内容尚未保存'])
  await expect(page.locator('.tab-dirty')).toBeVisible()

  process.kill(await backendPid(electron), 'SIGKILL')
  await expect(page.locator('.ant-notification')).toContainText('后台正在重新启动')
  await expect(page.locator('.ant-notification-notice')).toHaveCount(0, { timeout: 30_000 })
  // What was typed is still there, and the new backend knows the ledger.
  await expect(shell.front.getByTestId('entry-row').locator('input').first()).toHaveValue(/上海机械/)
  await shell.open('客户')
  await expect(shell.cell(0, 'name')).toContainText('上海机械')

  await asked.evaluate((note) => { note.answer = 0 })
  const closed = page.waitForEvent('close')
  await electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  await closed
})

test('shows the overview of the demonstration ledger with its menu bar, as README pictures it', async ({ demo: { page, electron } }) => {
  const shell = new Shell(page)
  await shell.open('逾期总览')
  await expect(page.locator('.figure-card-value').first()).toHaveText(/\d/)
  await page.waitForTimeout(1000)
  // Where the ledger of a test lies is of no interest.
  await page.addStyleTag({ content: '.status-file { visibility: hidden }' })
  const picture = await electron!.evaluate(async ({ BrowserWindow, desktopCapturer, screen }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { width, height } = screen.getPrimaryDisplay().size
    const [whole] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width, height } })
    return whole && window ? whole.thumbnail.crop(window.getBounds()).toPNG().toString('base64') : ''
  })
  expect(picture.length).toBeGreaterThan(50_000)
  writeFileSync(path.join(root, 'test/e2e/screenshots/desktop.png'), Buffer.from(picture, 'base64'))
})

async function backendPid(electron: ElectronApplication | null): Promise<number> {
  const found = await electron?.evaluate(({ app }) => app.getAppMetrics().find((metric) => metric.type === 'Utility' && metric.name === 'huikuan-backend')?.pid ?? 0)
  return found ?? 0
}
