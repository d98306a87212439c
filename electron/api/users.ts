import { refuseStale, versionOf } from '../../db/versions.ts'
import { Refusal } from '../../shared/refusal.ts'
import { saveUser } from '../../db/users/commands.ts'
import { hashPassword } from '../../db/users/password.ts'
import { findUser, listUsers, userView } from '../../db/users/queries.ts'
import { open, os } from './context.ts'
import { UNAUTHORIZED } from './errors.ts'

const viewOf = async (ledger: Parameters<typeof findUser>[0], id: number) => {
  const user = await findUser(ledger, { id })
  if (!user) throw new Refusal('notFound')
  return userView(user, await versionOf(ledger, { what: 'user', id }))
}

export const users = {
  signIn: open.users.signIn.handler(async ({ input, context: { office, session } }) => {
    const person = await office.signIn(input.name, input.password)
    const ledger = office.ledger
    if (!ledger) throw UNAUTHORIZED()
    // Over HTTP a new token stands for the user; the token that was used keeps its own rights.
    const mine = session.token === '' ? session : office.sessions.start({ trusted: false })
    Object.assign(mine, { userId: person.id, ledger: ledger.location, locked: false })
    return { user: await ledger.read((reader) => viewOf(reader, person.id)), token: mine.token }
  }),
  signOut: open.users.signOut.handler(async ({ context: { session } }) => {
    Object.assign(session, { userId: null, ledger: null, locked: false, trusted: false })
    return { done: true }
  }),
  lock: open.users.lock.handler(async ({ context: { office, session } }) => {
    // Where nobody has to sign in there is no password to unlock with.
    session.locked = await office.signInNeeded()
    return { locked: session.locked }
  }),
  unlock: open.users.unlock.handler(async ({ input, context: { office, session } }) => {
    const user = await office.userOf(session)
    if (!user) throw UNAUTHORIZED()
    await office.signIn(user.name, input.password)
    session.locked = false
    return { locked: false }
  }),
  list: os.users.list.handler(({ context: { ledger } }) => ledger.read(listUsers)),
  get: os.users.get.handler(({ input, context: { ledger } }) => ledger.read((reader) => viewOf(reader, input.id))),
  save: os.users.save.handler(async ({ input: { password, version, ...input }, context: { ledger, user, session } }) => {
    // Whoever adds the second person goes on working; only who comes next has to sign in.
    if (session.userId === null && !session.trusted) Object.assign(session, { userId: user.id, ledger: ledger.location })
    const passwordHash = password === undefined ? undefined : await hashPassword(password)
    return ledger.write({ by: user, procedure: 'users.save' }, async (tx) => {
      if (input.id) await refuseStale(tx, { what: 'user', id: input.id, there: 'users' }, version)
      return saveUser(tx, { ...input, passwordHash })
    })
  }),
  changePassword: os.users.changePassword.handler(async ({ input, context: { office, ledger, user } }) => {
    await office.signIn(user.name, input.current)
    const passwordHash = await hashPassword(input.next)
    return ledger.write({ by: user, procedure: 'users.changePassword' }, async (tx) => {
      const { id, name, role, department, active } = await viewOf(tx, user.id)
      return saveUser(tx, { id, name, role, department, active, passwordHash })
    })
  }),
}
