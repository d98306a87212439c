/** Paper by Electron: a hidden window without scripts prints what the backend wrote. */
import { BrowserWindow, session, type Session } from 'electron'
import type { PdfOptions } from '../effects.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
const MARGIN_INCHES = 0.6

let documents: Map<string, string> | null = null
let count = 0

/** A session of its own that can load nothing but the documents to be printed. */
function printSession(): { session: Session; documents: Map<string, string> } {
  const own = session.fromPartition('printing')
  if (documents === null) {
    const waiting = new Map<string, string>()
    documents = waiting
    own.protocol.handle('app', (request) => {
      const html = waiting.get(new URL(request.url).pathname)
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }
      return html === undefined ? new Response('', { status: 404 }) : new Response(html, { headers })
    })
    own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|data|blob):/.test(details.url) }))
    own.setPermissionRequestHandler((_, __, answer) => answer(false))
  }
  return { session: own, documents }
}

async function withDocument<T>(html: string, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const { session: own, documents: waiting } = printSession()
  const name = `/${++count}`
  waiting.set(name, html)
  const window = new BrowserWindow({ show: false, webPreferences: { session: own, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false } })
  try {
    await window.loadURL(`app://print${name}`)
    return await use(window)
  } finally {
    waiting.delete(name)
    window.destroy()
  }
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

export function printPdf(html: string, options: PdfOptions = {}): Promise<Uint8Array> {
  return withDocument(html, (window) =>
    window.webContents.printToPDF({
      pageSize: 'A4',
      landscape: options.landscape ?? false,
      printBackground: true,
      margins: { top: MARGIN_INCHES, bottom: MARGIN_INCHES, left: MARGIN_INCHES, right: MARGIN_INCHES },
      displayHeaderFooter: options.footer !== undefined,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;font-size:8px;text-align:center;color:#555">' +
        `${escapeHtml(options.footer ?? '')} <span class="pageNumber"></span> / <span class="totalPages"></span></div>`,
    }),
  )
}

export function printWithDialog(html: string, options: PdfOptions = {}): Promise<boolean> {
  return withDocument(
    html,
    (window) =>
      new Promise<boolean>((resolve) => {
        window.webContents.print({ silent: false, printBackground: true, landscape: options.landscape ?? false, pageSize: 'A4' }, (printed) => resolve(printed))
      }),
  )
}
