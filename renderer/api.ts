/**
 * The one door to the backend. `api.receipts.list(…)` is typed by the contract; screens never see the transport.
 * After a change call `invalidate('receipts', …)`: every query and grid that names one of these slices asks again.
 */
import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { contract } from '../shared/contract.ts'
import { BACKEND_STARTED, BACKEND_STOPPED } from '../shared/host.ts'
import { hostAnswers, httpLink, isDesktop, portLink, type Connection } from './transport.ts'

export { ConnectionLost, isDesktop, keepSession } from './transport.ts'
export type Api = ContractRouterClient<typeof contract>
export type Slice = keyof typeof contract

const PROBE_EVERY_MS = 2000

let state: Connection = 'up'
const stateListeners = new Set<() => void>()
const dataListeners = new Set<(slices: readonly Slice[] | 'all') => void>()

function report(next: Connection): void {
  if (next === state) return
  state = next
  for (const listener of stateListeners) listener()
  if (next === 'up') invalidateAll()
  else if (!isDesktop) void probe()
}

async function probe(): Promise<void> {
  while (state === 'down') {
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS))
    if (await hostAnswers()) report('up')
  }
}

function connect(): ClientLink<Record<never, never>> {
  if (!isDesktop) return httpLink(report)
  let current = portLink()
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    if (event.data === BACKEND_STOPPED) {
      report('down')
      current.lose()
    }
    if (event.data === BACKEND_STARTED) {
      current.lose()
      current = portLink()
      report('up')
    }
  })
  return { call: (path, input, options) => current.link.call(path, input, options) }
}

const link = connect()

/** A call that says "sign in" or "unlock" concerns the whole program: whoever shows the session asks how it stands. */
export const api: Api = createORPCClient({
  call: async (path, input, options) => {
    try {
      return await link.call(path, input, options)
    } catch (error) {
      if (error instanceof ORPCError && (error.code === 'UNAUTHORIZED' || error.code === 'LOCKED' || error.code === 'NO_LEDGER') && path.join('.') !== 'ledgers.status') invalidate('ledgers')
      throw error
    }
  },
})

/** Tells every query and grid that shows one of these slices to ask again; call it after each change. */
export function invalidate(...slices: Slice[]): void {
  for (const listener of dataListeners) listener(slices)
}

/** Everything on screen asks again: another ledger, another user, the backend came back. */
export function invalidateAll(): void {
  for (const listener of dataListeners) listener('all')
}

/** Runs `refresh` when one of the slices changed. */
export function useInvalidation(slices: readonly Slice[], refresh: () => void): void {
  const latest = useRef({ slices, refresh })
  useEffect(() => {
    latest.current = { slices, refresh }
  })
  useEffect(() => {
    const listener = (changed: readonly Slice[] | 'all'): void => {
      if (changed === 'all' || changed.some((slice) => latest.current.slices.includes(slice))) latest.current.refresh()
    }
    dataListeners.add(listener)
    return () => void dataListeners.delete(listener)
  }, [])
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener)
      return () => void stateListeners.delete(listener)
    },
    () => state,
  )
}
