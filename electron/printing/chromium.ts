/** Paper without Electron: a Chromium of this machine prints to PDF, where there is one. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { cssText } from '../../shared/paper.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { PdfOptions } from '../effects.ts'

const run = promisify(execFile)
const PATIENCE_MS = 60_000

const NAMES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
}

/** The browser to print with: CHROME_PATH, or one of the usual names. */
function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const candidates = (NAMES[process.platform] ?? []).flatMap((name) => (path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))))
  return [process.env['CHROME_PATH'] ?? '', ...candidates].find((file) => file !== '' && existsSync(file)) ?? null
}

/** Paper needs no script and nothing from the network, whatever a customer's name may contain. */
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`

/** The command line has no footer of ours, so the page numbers become margin boxes of the document. */
function forPaper(html: string, { footer, landscape }: PdfOptions): string {
  const foot = footer === undefined ? '' : `@bottom-center { font-size: 8px; color: #555; content: ${cssText(footer)} " " counter(page) " / " counter(pages); }`
  const rule = `@page { size: A4${landscape ? ' landscape' : ''}; margin: 15mm; ${foot} }`
  const head = `${POLICY}<style>${rule}</style>`
  return html.includes('<head>') ? html.replace('<head>', () => `<head>${head}`) : head + html
}

export async function printPdf(html: string, options: PdfOptions = {}): Promise<Uint8Array> {
  const browser = findBrowser()
  if (browser === null) throw new Refusal('pdfUnavailable')
  const folder = await mkdtemp(path.join(tmpdir(), 'huikuan-print-'))
  try {
    const source = path.join(folder, 'document.html')
    const target = path.join(folder, 'document.pdf')
    await writeFile(source, forPaper(html, options))
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    await run(browser, [
      '--headless', '--disable-gpu', '--no-first-run', '--no-pdf-header-footer',
      `--user-data-dir=${path.join(folder, 'profile')}`, `--print-to-pdf=${target}`, ...asRoot, pathToFileURL(source).href,
    ], { timeout: PATIENCE_MS })
    return await readFile(target)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
