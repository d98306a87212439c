/** Opens the program: in Electron where it can, else as a local page in the browser. */
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { electronExecutable, fetchElectron, hasDisplay, root, sandboxSwitches } from './electronRuntime.ts'
import { buildIfStale } from './freshBuild.ts'

const own = process.argv.slice(2)

if (!buildIfStale()) process.exit(1)
if (hasDisplay()) fetchElectron()
const electron = electronExecutable()

if (electron === null || !hasDisplay()) {
  console.error(electron === null
    ? '没有可用的 Electron，改在浏览器中打开。 There is no Electron on this machine; the program opens in the browser instead.'
    : '没有图形显示，改为只提供本机网页。 There is no display; the program is served as a local page instead.')
  serveInBrowser()
} else {
  const child = spawn(electron, [...sandboxSwitches(), root, ...own], { cwd: root, stdio: 'inherit' })
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** The same program without Electron; nothing is open yet, so the page begins with the first run. */
function serveInBrowser(): void {
  const folder = path.join(homedir(), 'Documents', '回款管家')
  const child = spawn(process.execPath, [path.join(root, 'electron/headless.ts'), '--folder', folder, '--port', '0', ...own], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).once('line', (line) => {
    const { url, token } = JSON.parse(line) as { url: string; token: string }
    const address = `${url}/#token=${token}`
    console.error(`\n  请在浏览器中打开 Open in a browser:\n  ${address}\n`)
    if (hasDisplay()) openBrowser(address)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 0))
}

function openBrowser(address: string): void {
  const command = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const opener = spawn(command[0] ?? '', [...command.slice(1), address], { stdio: 'ignore', detached: true })
  opener.on('error', () => console.error('请自行复制上面的地址。 Please copy the address above.'))
  opener.unref()
}
