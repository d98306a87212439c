/** Everything a page could ask of the browser around it is denied here, except copying text. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, type Session } from 'electron'
import { ORIGIN } from './scheme.ts'

/** Copying a grid to Excel needs the clipboard; no other permission is ever granted. */
const GRANTED = new Set(['clipboard-sanitized-write'])

const isOwn = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

/** No page opens a window, leaves its own address or embeds another one; it may load itself again. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, url) => {
      if (!isOwn(url) || !isOwn(contents.getURL())) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

export function guardSession(session: Session, downloadFolder: string | null): void {
  session.setPermissionRequestHandler((contents, permission, answer) => answer(GRANTED.has(permission) && isOwn(contents.getURL())))
  session.setPermissionCheckHandler((_, permission, origin) => GRANTED.has(permission) && isOwn(origin))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] }, (_, answer) => answer({ cancel: true }))
  if (downloadFolder !== null) {
    session.on('will-download', (_, item) => item.setSavePath(freeName(downloadFolder, path.basename(item.getFilename()))))
  }
}

/** A file that was saved before is kept: the next one of its name is numbered, as browsers do. */
function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name)
  for (let count = 1; ; count++) {
    const file = path.join(folder, count === 1 ? name : `${stem} (${count})${ext}`)
    if (!existsSync(file)) return file
  }
}
