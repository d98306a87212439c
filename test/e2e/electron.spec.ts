/** What only the desktop program has: the sandbox around its page and the backend that comes back. */
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../support/program.ts'

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
    await firstRun.click({ timeout: 2000 })
    await expect(page.getByText('流程导航').first()).toBeVisible({ timeout: 15_000 })
  }).toPass({ timeout: 45_000 })
})

async function backendPid(electron: ElectronApplication | null): Promise<number> {
  const found = await electron?.evaluate(({ app }) => app.getAppMetrics().find((metric) => metric.type === 'Utility' && metric.name === 'huikuan-backend')?.pid ?? 0)
  return found ?? 0
}
