/**
 * How calls reach the backend: over a MessagePort in the desktop program, over HTTP of the page's own origin in a browser.
 * Only api.ts uses this file.
 */
import { ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { PORT_REQUEST } from '../shared/host.ts'

export type Connection = 'up' | 'down'
type Link = ClientLink<Record<never, never>>

/** The desktop program serves the page under its own scheme; everything else is a browser. */
export const isDesktop = location.protocol === 'app:'

const TOKEN = 'huikuan.token'
const SESSION = 'huikuan.session'

/** The address carries the token only once: it moves to this tab's memory, so it is in no history and no bookmark. */
function takeToken(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (!token) return
  sessionStorage.setItem(TOKEN, token)
  sessionStorage.removeItem(SESSION)
  history.replaceState(null, '', location.pathname + location.search)
}

/** Who signed in over HTTP has a token of the own; without one the token of the address counts. */
export function keepSession(token: string | null): void {
  if (token) sessionStorage.setItem(SESSION, token)
  else sessionStorage.removeItem(SESSION)
}
const bearer = (): string => sessionStorage.getItem(SESSION) ?? sessionStorage.getItem(TOKEN) ?? ''

/** A call that the connection lost; the screen says so instead of waiting forever. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection to the backend was lost')
    this.name = 'ConnectionLost'
  }
}

export function httpLink(report: (state: Connection) => void): Link {
  takeToken()
  return new HttpLink({
    url: `${location.origin}/rpc`,
    headers: () => ({ authorization: `Bearer ${bearer()}` }),
    fetch: async (request, init) => {
      try {
        const response = await fetch(request, init)
        report('up')
        // The gate before the procedures answers in plain JSON, which is no answer of a procedure.
        if (response.status === 401 && !(await isProcedureAnswer(response.clone()))) {
          keepSession(null)
          throw new ORPCError('UNAUTHORIZED')
        }
        return response
      } catch (error) {
        if (request.signal.aborted || error instanceof ORPCError) throw error
        report('down')
        throw new ConnectionLost()
      }
    },
  })
}

async function isProcedureAnswer(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'json' in body
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
 * the other end and says with BACKEND_STOPPED and BACKEND_STARTED when the backend went and came.
 */
export function portLink(): { link: Link; lose: () => void } {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  window.postMessage(PORT_REQUEST, location.origin, [port2])
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
