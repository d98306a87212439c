/** What every call knows of where it comes from, and the two implementers that all slices build on. */
import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { dayAt, type Day } from '../../shared/day.ts'
import { contract } from '../../shared/contract.ts'
import type { Permission } from '../../shared/procedure.ts'
import { customerScope, ROLE_PERMISSIONS } from '../../shared/users/rules.ts'
import type { Role } from '../../shared/users/schemas.ts'
import { isWorkday } from '../../db/calendar.ts'
import type { Calendar } from '../../db/invoices/commands.ts'
import type { Ledger } from '../../db/ledger.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import type { Actor } from '../../db/writer.ts'
import type { Office } from '../office.ts'
import type { Session } from '../sessions.ts'
import { asAnswer, FORBIDDEN, LOCKED, NO_LEDGER, UNAUTHORIZED } from './errors.ts'

export interface Context {
  office: Office
  session: Session
}

/** Who acts in a ledger: the user, and the salesperson whose customers alone may be seen (null for all). */
export interface Access {
  ledger: Ledger
  user: Actor & { role: Role; department: string }
  scope: number | null
}

const permissionOf = (meta: object): Permission => ('permission' in meta ? (meta.permission as Permission) : 'users.manage')

/** The user of a session may do this, or an error says why not: no ledger, not signed in, locked, not permitted. */
export async function accessOf(context: Context, permission: Permission): Promise<Access> {
  const { ledger } = context.office
  if (!ledger) throw NO_LEDGER()
  const user = await context.office.userOf(context.session)
  if (!user) throw UNAUTHORIZED()
  if (context.session.locked) throw LOCKED()
  if (!ROLE_PERMISSIONS[user.role].has(permission)) throw FORBIDDEN()
  return { ledger, user, scope: customerScope(user) }
}

/** The contract with what its handlers are told; named, because the compiler does not write out a type of this length. */
type Implementer<Told extends Context> = ImplementerInternalWithMiddlewares<typeof contract, Context & Record<never, never>, Told>

/** For procedures of the permission `open`, which need no ledger and no user; any other permission is checked here too. */
export const open: Implementer<Context> = implement(contract).$context<Context>().use<Record<never, never>>(async ({ context, next, procedure }) => {
  const permission = permissionOf(procedure['~orpc'].meta)
  try {
    if (permission !== 'open') await accessOf(context, permission)
    return await next()
  } catch (error) {
    throw asAnswer(error, context.office)
  }
})

/** For everything else: the ledger, the user and what the user may see. */
export const os: Implementer<Context & Access> = open.use(async ({ context, next, procedure }) => next({ context: await accessOf(context, permissionOf(procedure['~orpc'].meta)) }))

/** Today and the workdays of the open ledger's office. */
export const calendarOf = async (ledger: Ledger): Promise<Calendar> => ({ today: await todayOf(ledger), isWorkday })

export const todayOf = async (ledger: Ledger): Promise<Day> =>
  dayAt(ledger.now(), (await ledger.read(loadCompany)).timeZone)
