/** The only bridge between the page and Electron: it passes the page's port on and brings a few signals back. */
import { ipcRenderer, type IpcRendererEvent } from 'electron'
import { PORT_REQUEST, type LanguageMessage } from '../shared/host.ts'

const own = (event: MessageEvent<unknown>): boolean => event.source === window && event.origin === window.location.origin

const isLanguage = (data: unknown): data is LanguageMessage =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'huikuan-language'

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!own(event)) return
  const port = event.ports[0]
  if (event.data === PORT_REQUEST && port) ipcRenderer.postMessage('port', null, [port])
  else if (isLanguage(event.data)) ipcRenderer.send('language', event.data.language)
})

/** Signals of the main process: the backend stopped or started, a menu item was chosen. */
ipcRenderer.on('signal', (_: IpcRendererEvent, signal: unknown) => window.postMessage(signal, window.location.origin))
