/**
 * Which ledger is open, who is signed in and what they may do.
 *
 *     const { status, can } = useSession()
 *     can('receipts.write')
 */
import { createContext, useContext, useEffect, type ReactNode } from 'react'
import type { LedgerStatus } from '../../shared/ledgers/schemas.ts'
import type { Permission } from '../../shared/procedure.ts'
import { api } from '../api.ts'
import { setToday } from '../ui/today.ts'
import { useQuery, type Query } from '../ui/useQuery.ts'

export interface Session {
  status: LedgerStatus
  can: (permission: Permission) => boolean
}

const SessionContext = createContext<Session | null>(null)

export function useStatus(): Query<LedgerStatus> {
  return useQuery((signal) => api.ledgers.status(undefined, { signal }), [], ['ledgers', 'users', 'settings'])
}

export function SessionProvider({ status, children }: { status: LedgerStatus; children: ReactNode }) {
  const ready = status.ledger !== null && status.user !== null && !status.locked
  // The office's day is the ledger's, not this computer's; it may turn while the program stays open overnight.
  useQuery(async (signal) => (ready ? setToday((await api.settings.get(undefined, { signal })).today) : undefined), [ready, status.ledger?.location], ['settings'])
  const session: Session = { status, can: (permission) => status.permissions.includes(permission) }
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside the session')
  return session
}

/** Calls `lock` when nobody touched the keyboard or the mouse for the minutes of the setting (0: never). */
export function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    if (minutes <= 0) return undefined
    let timer = setTimeout(lock, minutes * 60_000)
    const touched = (): void => {
      clearTimeout(timer)
      timer = setTimeout(lock, minutes * 60_000)
    }
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of events) window.addEventListener(name, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const name of events) window.removeEventListener(name, touched)
    }
  }, [minutes, lock])
}
