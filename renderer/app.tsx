/** Which screen stands: the first run, the sign-in, the lock, or the program itself. */
import { useEffect, useRef } from 'react'
import { FirstRun } from './ledgers/firstRun.tsx'
import { closeAllTabs } from './navigation.ts'
import { Providers } from './providers.tsx'
import { SessionProvider, useStatus } from './shell/session.tsx'
import { Shell } from './shell/shell.tsx'
import { ErrorState, LoadingState } from './ui/states.tsx'
import { LockScreen } from './users/lockScreen.tsx'
import { SignIn } from './users/signIn.tsx'

function Screens() {
  const { data: status, error, refresh } = useStatus()
  const desk = `${status?.ledger?.location ?? ''} ${status?.user?.id ?? ''}`
  const before = useRef(desk)
  useEffect(() => {
    // Pages of another ledger or another person are not this one's.
    if (before.current !== desk && status?.user) {
      if (before.current.trim() !== '') closeAllTabs()
      before.current = desk
    }
  }, [desk, status])

  if (!status) return error === undefined ? <LoadingState /> : <ErrorState error={error} onRetry={refresh} />
  if (!status.ledger) return <SessionProvider status={status}><FirstRun /></SessionProvider>
  if (!status.user) return <SessionProvider status={status}><SignIn company={status.ledger.company} /></SessionProvider>
  return (
    <SessionProvider status={status}>
      <Shell key={desk} />
      {status.locked && <LockScreen name={status.user.name} />}
    </SessionProvider>
  )
}

export function App() {
  return <Providers><Screens /></Providers>
}
