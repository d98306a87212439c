/** Who sits at the other end of a port or a token. */
import { randomBytes } from 'node:crypto'

export interface Session {
  token: string
  /** The signed-in user; null acts as the only user of a ledger that needs no sign-in, else as nobody. */
  userId: number | null
  /** The ledger for which the user signed in: another ledger has other users. */
  ledger: string | null
  locked: boolean
  /** Given to whoever started the headless host: acts as the administrator without signing in. */
  trusted: boolean
}

const newSession = (token: string, trusted: boolean): Session => ({ token, userId: null, ledger: null, locked: false, trusted })

/** The session of a MessagePort: the page of this desktop. */
export const portSession = (): Session => newSession('', false)

/** Sessions over HTTP, found by their token. */
export class Sessions {
  readonly #byToken = new Map<string, Session>()

  /** The session that the host hands out at its start. */
  start({ trusted, token = randomBytes(32).toString('base64url') }: { trusted: boolean; token?: string }): Session {
    const session = newSession(token, trusted)
    this.#byToken.set(token, session)
    return session
  }

  find(token: string): Session | null {
    return this.#byToken.get(token) ?? null
  }
}
