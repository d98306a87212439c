/**
 * Which ledger is open, who is signed in and what they may do.
 *
 *     const { status, can } = useSession()
 *     can('receipts.write')
 */
import { createContext, useContext, useEffect, type ReactNode } from 'react'
import type { Day } from '../../shared/day.ts'
import type { LedgerStatus } from '../../shared/ledgers/schemas.ts'
import type { Permission } from '../../shared/procedure.ts'
import { api, invalidateAll } from '../api.ts'
import { CountsIn } from '../ui/money.tsx'
import { setToday, today } from '../ui/today.ts'
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
  // The office's day is the ledger's, not this computer's.
  useQuery(async (signal) => (ready ? setToday((await api.settings.get(undefined, { signal })).today) : undefined), [ready, status.ledger?.location], ['settings'])
  useDayTurn(ready)
  const session: Session = { status, can: (permission) => status.permissions.includes(permission) }
  return <SessionContext value={session}><CountsIn currency={status.ledger?.currency ?? 'CNY'}>{children}</CountsIn></SessionContext>
}

const LOOK_EVERY_MS = 60_000

/** The day turns while the program stays open overnight: then everything on screen is asked for again. */
function useDayTurn(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined
    const turn = (day: Day): void => {
      if (day === today()) return
      setToday(day)
      invalidateAll()
    }
    // Without an answer the day stays; that the backend is away is told elsewhere.
    const look = (): void => void api.settings.get().then((settings) => turn(settings.today), () => undefined)
    const timer = setInterval(look, LOOK_EVERY_MS)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [ready])
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
