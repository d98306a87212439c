/** Whether there is a display that answers; a name of one that is gone is worth nothing. */
import { createConnection, type NetConnectOpts } from 'node:net'
import { hasDisplay } from './electronRuntime.ts'

const PATIENCE_MS = 3000

/** Where an X display named so listens: `:0` on a socket of this machine, `host:0` over the network. */
export function doorsOf(display: string): NetConnectOpts[] {
  const [, host = '', number = '0'] = /^(?:unix)?(.*?):(\d+)(?:\.\d+)?$/.exec(display) ?? []
  if (host !== '') return [{ host, port: 6000 + Number(number) }]
  const file = `/tmp/.X11-unix/X${number}`
  return [{ path: file }, { path: `\0${file}` }]
}

const answers = (door: NetConnectOpts): Promise<boolean> => new Promise((resolve) => {
  const socket = createConnection(door)
  const end = (open: boolean): void => {
    socket.destroy()
    resolve(open)
  }
  socket.setTimeout(PATIENCE_MS, () => end(false))
  socket.once('connect', () => end(true))
  socket.once('error', () => end(false))
})

/** Null where a window can be shown, else why not. */
export async function displayProblem(): Promise<string | null> {
  const display = process.env['DISPLAY']
  if (!hasDisplay()) return '没有图形显示（DISPLAY 未设置）。 There is no display (DISPLAY is not set).'
  if (process.platform !== 'linux' || process.env['WAYLAND_DISPLAY'] || display === undefined) return null
  for (const door of doorsOf(display)) if (await answers(door)) return null
  return `图形显示 DISPLAY=${display} 没有应答。 The display DISPLAY=${display} does not answer.`
}
