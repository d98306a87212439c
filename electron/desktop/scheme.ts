/** The page's own scheme: `app://huikuan/` serves the built page and nothing else. */
import { protocol, type Session } from 'electron'
import { readPage } from '../hosts/pages.ts'

export const ORIGIN = 'app://huikuan'

/** Must run before Electron is ready; a standard, secure scheme gets an origin, module scripts and storage. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

export function servePages(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'huikuan' && request.method === 'GET' ? await readPage(folder, url.pathname) : null
    return file ? new Response(new Uint8Array(file.body), { headers: file.headers }) : new Response('Not found', { status: 404 })
  })
}
