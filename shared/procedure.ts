/** How a slice declares a procedure: its permission first, then route, input, output and the refusals it may answer. */
import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * What a user may do. `open` needs no ledger and no user (first run, sign-in); `member` is any signed-in user.
 * The roles that hold a permission stand in shared/users/rules.ts.
 */
export const PERMISSIONS = [
  'open', 'member',
  'settings.write', 'users.manage', 'ledger.check',
  'customers.read', 'customers.write',
  'invoices.read', 'invoices.write',
  'receipts.read', 'receipts.write',
  'acceptances.read', 'acceptances.write',
  'bank.read', 'bank.write',
  'periods.read', 'periods.close', 'periods.reopen',
  'collection.read', 'collection.write',
  'badDebt.read', 'badDebt.write', 'badDebt.approve',
  'letters.read', 'letters.write', 'letters.approve',
  'reports.read', 'imports.write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export interface ProcedureMeta {
  permission: Permission
}

const text = z.union([z.string(), z.number()])

/** The data of every refusal; `reason` is one of those that the procedure declares. */
export const refusalShape = <Reason extends string>(reasons: readonly [Reason, ...Reason[]]) =>
  z.object({
    reason: z.enum(reasons),
    field: z.string().optional(),
    row: z.number().optional(),
    column: z.string().optional(),
    params: z.record(z.string(), text).optional(),
  })

/** Reasons in order of precedence: the first that applies is the one that is answered. */
export const refuses = <Reason extends string>(...reasons: [Reason, ...Reason[]]) =>
  ({ REFUSED: { status: 422, message: 'Refused', data: refusalShape(reasons) } }) as const

/** A procedure starts with its permission; there is no other way to begin one, so none can lack it. */
export const procedure = (permission: Permission) =>
  oc.$meta<ProcedureMeta>({ permission }).errors({
    UNAUTHORIZED: { status: 401, message: 'Sign in first' },
    LOCKED: { status: 423, message: 'The session is locked' },
    FORBIDDEN: { status: 403, message: 'Not permitted' },
    NOT_FOUND: { status: 404, message: 'Not found' },
    BUSY: { status: 503, message: 'Another program is writing to this ledger' },
    SUM_TOO_LARGE: { status: 422, message: 'A sum is larger than the program can tell exactly' },
    NO_LEDGER: { status: 409, message: 'No ledger is open' },
  })

/** The same request again returns the first answer and posts nothing. */
export const zRequestId = z.string().min(8).max(80).optional()
  .meta({ description: '幂等号：同一号再次提交只返回第一次的结果 (idempotency key)' })
export const zId = z.coerce.number<number>().int().min(1)
/** The version of a record that is there already, as it was read. An edit of another version is refused with changedElsewhere. */
export const zReadVersion = z.coerce.number<number>().int().min(0).meta({ description: '读取时的版本；已被别人修改则拒绝 (version that was read)' })
/** The same of a record that may be a new one: 0 where there was none. */
export const zVersion = z.coerce.number<number>().int().min(0).default(0).meta({ description: '读取时的版本；已被别人修改则拒绝 (version that was read; 0 for a new record)' })
/** True or false; query strings and forms carry it as text, where every text but these would count as true. */
export const zFlag = z.preprocess((value) => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' || value === '' ? false : value), z.boolean())
/** A name; one that a spreadsheet would run as a formula when it is pasted there is refused, as the import does. */
export const zName = z.string().trim().min(1).max(120).refine((text) => !/^[=+\-@]/.test(text), { message: 'UNSAFE_TEXT' })
/** A name as a row shows it: a customer's, a person's or a department's. Lists sort it as a telephone book does. */
export const zShownName = z.string().meta({ format: 'name' })
export const zNote = z.string().trim().max(500).default('')
/** A short text of one line: codes, numbers, references. */
export const zShort = z.string().trim().max(120).default('')
/** Whether a row is dated after today: no sum, balance or report of today knows it yet. */
export const zDatedAhead = z.boolean().meta({ description: '日期在今天之后（未到日），今天的余额与报表不含此单' })
/** A currency that a ledger may be kept in, hold money in or have a rate for: one that exists (ISO 4217), not any three letters. */
export const zKnownCurrency = z.string().refine((code) => CURRENCIES.has(code), { message: 'NOT_A_CURRENCY' }).meta({ examples: ['CNY'] })
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
export const zCurrency = z.string().regex(/^[A-Z]{3}$/).meta({ examples: ['CNY'] })
