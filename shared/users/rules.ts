/** Which role holds which permission. */
import type { Permission } from '../procedure.ts'
import type { Role } from './schemas.ts'

const READ: readonly Permission[] = ['open', 'member', 'customers.read', 'invoices.read', 'receipts.read', 'acceptances.read', 'letters.read', 'reports.read', 'collection.read', 'collection.write']
const OFFICE: readonly Permission[] = [...READ, 'customers.write', 'invoices.write', 'receipts.write', 'acceptances.write', 'bank.read', 'bank.write', 'periods.read', 'periods.close', 'letters.write', 'badDebt.read', 'badDebt.write', 'imports.write', 'ledger.check']
const ALL: readonly Permission[] = [...OFFICE, 'settings.write', 'users.manage', 'periods.reopen', 'badDebt.approve', 'letters.approve']

/** Everybody sees by role; a salesperson sees only the own customers (see `customerScope`), reads, and notes calls, promises and disputes. */
export const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  administrator: new Set(ALL),
  owner: new Set(ALL),
  clerk: new Set(OFFICE),
  salesperson: new Set(READ),
}

/** The salesperson whose customers the user is limited to, or null for everybody's. */
export const customerScope = (user: { id: number; role: Role }): number | null => (user.role === 'salesperson' ? user.id : null)
