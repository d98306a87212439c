/** Opens the program: in Electron where it can, else as a local page in the browser, and then it says why. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { readOptions } from '../electron/desktop/options.ts'
import { ledgerFolder } from '../electron/ledgerFolder.ts'
import { CHINESE_FONTS, hasChineseFont, installCommand, missingPackages } from './debian.ts'
import { displayProblem } from './display.ts'
import { fetchElectron } from './electronDownload.ts'
import { electronExecutable, root, sandboxSwitches } from './electronRuntime.ts'
import { buildIfStale } from './freshBuild.ts'

const own = process.argv.slice(2)
/** What being told to stop means at the moment: nothing runs yet that would have to be asked to end. */
let stop = (): void => process.exit(130)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop())

if (!buildIfStale()) process.exit(1)
const why = await openWindow()
console.error(`\n${why}\n改在浏览器中打开，功能相同。 The program opens in the browser instead; it does the same there.`)
serveInBrowser()

/** Ends with the window; comes back with the reason where no window could be opened. */
async function openWindow(): Promise<string> {
  const problem = await displayProblem()
  if (problem !== null) return problem
  const failed = await fetchElectron()
  const electron = electronExecutable()
  if (electron === null) return `没有 Electron（${failed}）；下次启动再试，也可设 ELECTRON_MIRROR 用镜像。 There is no Electron; the next start tries again, and ELECTRON_MIRROR names a mirror.`
  const packages = missingPackages(electron)
  if (packages.length > 0) return `Electron 缺少系统库，请安装 Electron lacks libraries of the system, install:\n  ${installCommand(packages)}`
  if (!hasChineseFont()) console.error(`没有中文字体，文字会显示为方框，请安装 There is no Chinese font, install: ${installCommand([CHINESE_FONTS])}`)
  return `Electron 不能启动 Electron cannot start: ${await lastWords(electron)}`
}

/** Runs Electron. A program that was shown takes this one along when it ends; one that never was leaves its last words. */
function lastWords(electron: string): Promise<string> {
  const child = spawn(electron, [...sandboxSwitches(), root, ...own], { cwd: root, stdio: ['inherit', 'inherit', 'pipe', 'ipc'] })
  let shown = false
  let words = ''
  child.on('message', () => { shown = true })
  child.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    words = (words + chunk.toString('utf8')).slice(-4000)
  })
  let asked = false
  stop = () => {
    asked = true
    child.kill('SIGTERM')
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => {
      if (shown || asked || code === 0) process.exit(code ?? (asked ? 0 : 1))
      const lines = words.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim()).filter((line) => line !== '')
      resolve(lines.findLast((line) => /display|sandbox|cannot|fail|error/i.test(line)) ?? lines.at(-1) ?? signal ?? `exit ${code}`)
    })
  })
}

/** The same program without Electron; nothing is open yet, so the page begins with the first run. */
function serveInBrowser(): void {
  const { ledger, userDataFolder, httpPort, language } = readOptions(own, process.cwd())
  const folder = userDataFolder === null ? ledgerFolder() : path.join(userDataFolder, 'ledgers')
  const args = ['--folder', folder, '--port', String(httpPort ?? 0), ...(ledger === null ? [] : ['--ledger', ledger])]
  const child = spawn(process.execPath, [path.join(root, 'electron/headless.ts'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).once('line', (line) => {
    const { url, token } = JSON.parse(line) as { url: string; token: string }
    const address = `${url}/${language === null ? '' : `?lang=${language}`}#token=${token}`
    console.error(`
  请在浏览器中打开 Open in a browser:   ${address}
  账套所在文件夹 The ledgers lie in:    ${ledger ?? folder}
  停止：在这里按 Ctrl+C Stop: press Ctrl+C here
`)
    void displayProblem().then((problem) => problem === null && openBrowser(address))
  })
  stop = () => void child.kill('SIGTERM')
  child.on('exit', (code) => process.exit(code ?? 0))
}

function openBrowser(address: string): void {
  const command = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const opener = spawn(command[0] ?? '', [...command.slice(1), address], { stdio: 'ignore', detached: true })
  opener.on('error', () => console.error('请自行复制上面的地址。 Please copy the address above.'))
  opener.unref()
}
