/**
 * How calls reach the backend: over a MessagePort in the desktop program, over HTTP of the page's own origin in a browser.
 * Only api.ts uses this file.
 */
import type { ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'

export type Connection = 'up' | 'down'
type Link = ClientLink<Record<never, never>>

/** The desktop program serves the page under its own scheme; everything else is a browser. */
export const isDesktop = location.protocol === 'app:'

const TOKEN = 'huikuan.token'

/** The address carries the token only once: it moves to this tab's memory, so it is in no history and no bookmark. */
function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token) {
    sessionStorage.setItem(TOKEN, token)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return sessionStorage.getItem(TOKEN) ?? ''
}

/** A call that the connection lost; the screen says so instead of waiting forever. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection to the backend was lost')
    this.name = 'ConnectionLost'
  }
}

export function httpLink(report: (state: Connection) => void): Link {
  const token = takeToken()
  return new HttpLink({
    url: `${location.origin}/rpc`,
    headers: { authorization: `Bearer ${token}` },
    fetch: async (request, init) => {
      try {
        const response = await fetch(request, init)
        report('up')
        return response
      } catch (error) {
        if (request.signal.aborted) throw error
        report('down')
        throw new ConnectionLost()
      }
    },
  })
}

/** True once the host answers again; asked every few seconds while it does not. */
export async function hostAnswers(): Promise<boolean> {
  try {
    await fetch(location.origin, { method: 'HEAD', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}

/**
 * Asks the preload for a channel to the backend. The page starts it, so that no message is missed; the preload takes
 * the other end and says with 'huikuan-backend-stopped' and 'huikuan-backend-started' when the backend went and came.
 */
export function portLink(): { link: Link; lose: () => void } {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  window.postMessage('huikuan-port', location.origin, [port2])
  const link = new PortLink({ port: port1 })
  let lose = (): void => undefined
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new ConnectionLost())
  })
  // Nobody may be waiting when the backend goes; that is no error of its own.
  lost.catch(() => undefined)
  return {
    link: { call: (path, input, options) => Promise.race([link.call(path, input, options), lost]) },
    lose: () => {
      lose()
      port1.close()
    },
  }
}
