/** The same router over a MessagePort: how the desktop's page reaches the backend. */
import { RPCHandler } from '@orpc/server/message-port'
import type { Context } from '../api/context.ts'
import { router } from '../api/router.ts'

const handler = new RPCHandler<Context>(router)

/** What Electron's MessagePortMain and the browser's MessagePort have in common for us. */
type Port = Parameters<typeof handler.upgrade>[0] & { start?: () => void }

/** Answers on a port until its other side is gone. A port is one page's session, so the context is made once a port. */
export function servePort(port: Port, context: Context): void {
  handler.upgrade(port, { context })
  port.start?.()
}
