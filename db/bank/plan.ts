/** Reads a bank's file against the ledger: whose account it is, what is new of its lines, and every problem. Writes nothing. */
import { sql } from 'drizzle-orm'
import { sameAccount } from '../../shared/bank/account.ts'
import { NEAR_DAYS, newLines } from '../../shared/bank/duplicates.ts'
import type { FileAccount, StatementInput, StatementRest } from '../../shared/bank/fileSchemas.ts'
import { findStatement, statementMapping, type StatementPlace } from '../../shared/bank/mapping.ts'
import { readStatement, refuseOtherCurrencies, type ReadStatement } from '../../shared/bank/readStatement.ts'
import type { ReadLine } from '../../shared/bank/schemas.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { BankAccount, Company } from '../../shared/settings/schemas.ts'
import { fittingMapping, sheetNames } from '../../shared/sheets/locate.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import { cellText, type TableFile } from '../../shared/sheets/table.ts'
import type { Reader } from '../reader.ts'
import { listBankAccounts, loadCompany } from '../settings/queries.ts'

export type StatementOptions = Omit<StatementInput, 'file'>

export interface StatementPlan {
  place: StatementPlace | null
  mapping: Record<string, number>
  read: ReadStatement | null
  account: FileAccount
  /** The account of the ledger whose lines these are; null while nobody knows. */
  bankAccount: BankAccount | null
  /** Set when the file tells another account than was asked for. */
  otherAccount: boolean
  /** Oldest first. */
  lines: ReadLine[]
  fresh: ReadLine[]
  /** Rows of the file that the ledger has already. */
  known: ReadonlySet<number>
  /** Lines that are perhaps the same payment as one of the ledger, each beside it. */
  perhaps: readonly { line: ReadLine; known: KnownLine }[]
  problems: Problems
}

/** What of the file does not become lines. */
export function restOf({ place, read }: StatementPlan): StatementRest {
  if (!place || !read) return { skipped: {}, hidden: null, readSheets: [], unreadSheets: [], leftOut: [] }
  const names = sheetNames(place)
  return { skipped: read.skipped, hidden: read.hidden, readSheets: names, unreadSheets: place.unread, leftOut: read.leftOut }
}

export async function planStatement(reader: Reader, file: { name: string; table: TableFile }, options: StatementOptions, today: Day): Promise<StatementPlan> {
  const problems = new Problems()
  const [accounts, company] = [await listBankAccounts(reader), await loadCompany(reader)]
  const asked = accountAsked(accounts, options.bankAccountId)
  const place = findStatement(file.table, options)
  const plan: StatementPlan = {
    place, mapping: {}, read: null, bankAccount: asked, otherAccount: false, lines: [], fresh: [], known: new Set(), perhaps: [], problems,
    account: { number: '', bank: '', how: asked ? 'asked' : 'none', bankAccountId: asked?.id ?? null, bankAccount: asked?.name ?? '' },
  }
  if (!place) {
    problems.add(null, '', 'NO_HEADER')
    return plan
  }
  plan.mapping = fittingMapping(place, options.mapping ?? statementMapping(place))
  const own = { names: [company.name], accounts: [...accounts.map((account) => account.number), company.bankAccount].filter((number) => number !== '') }
  const read = readStatement(place, { mapping: plan.mapping, dateOrder: options.dateOrder, today, said: options.mapping !== undefined, fileName: file.name, own, leaveOut: options.leaveOut, account: asked?.number || undefined, currency: asked?.currency }, problems)
  plan.read = read
  Object.assign(plan, accountOf(read, accounts, asked))
  const found = plan.bankAccount
  const told = read.account
  if (told?.card && asked && asked.number !== '' && !sameAccount(told.number, asked.number)) read.notes.push({ code: 'cardNumber', params: { number: told.number } })
  if (found && !asked) refuseOtherCurrencies(read.currencies, found.currency, problems)
  const title = cellText(place.header.row.cells[plan.mapping['on'] ?? -1])
  for (const line of read.lines) if (line.on > addDays(today, DAYS_AHEAD)) problems.add(line.row, title, 'DAY_TOO_FAR', line.on)
  plan.lines = read.lines.map((line) => asHistory(line, company))
  const sifted = newLines(plan.lines, plan.bankAccount ? await linesBetween(reader, plan.bankAccount.id, plan.lines) : [])
  plan.fresh = sifted.fresh
  plan.perhaps = sifted.perhaps
  plan.known = new Set(sifted.duplicates.map(({ line }) => line.row))
  return plan
}

function accountAsked(accounts: readonly BankAccount[], id: number | undefined): BankAccount | null {
  if (id === undefined) return null
  const account = accounts.find((one) => one.id === id)
  if (!account) throw new Refusal('unknownBankAccount', { field: 'bankAccountId' })
  return account
}

/** The account that the file tells goes with the one that was asked for; the file's name only helps where nobody asked. */
function accountOf({ account: told }: ReadStatement, accounts: readonly BankAccount[], asked: BankAccount | null): Pick<StatementPlan, 'account' | 'bankAccount' | 'otherAccount'> {
  const ofLedger = told ? accounts.filter((one) => sameAccount(told.number, one.number)) : []
  const found = asked ?? (ofLedger.length === 1 ? ofLedger[0] ?? null : null)
  const differs = asked !== null && told?.card !== true && told?.how === 'file' && told.number !== '' && asked.number !== '' && !sameAccount(told.number, asked.number)
  const otherCurrency = found !== null && told !== null && told.currency !== '' && told.currency !== found.currency
  const how = told !== null && told.number !== '' && (told.how === 'file' || !asked) ? told.how : asked ? 'asked' : 'none'
  return {
    account: { number: told?.number ?? '', bank: told?.bank ?? '', how, bankAccountId: found?.id ?? null, bankAccount: found?.name ?? '' },
    bankAccount: found, otherAccount: differs || otherCurrency,
  }
}

/** Money from before the ledger's start is in the opening balances already; its lines only complete the account's history. */
const asHistory = (line: ReadLine, { startOn }: Company): ReadLine =>
  startOn !== null && line.on < startOn && (line.class === 'receipt' || line.class === 'refund') ? { ...line, class: 'other' } : line

/** A line as the ledger has it, and the file that brought it. */
export type KnownLine = ReadLine & { id: number; statementId: number }

/** The lines of an account that the ledger has of the days of some others, and of those around them. */
export async function linesBetween(reader: Reader, bankAccountId: number, lines: readonly Pick<ReadLine, 'on'>[]): Promise<KnownLine[]> {
  const days = lines.map(({ on }) => on).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  return reader.rows<KnownLine>(sql`select id, statement_id as "statementId", file_row as row, on_day as "on", time, direction, amount, balance, counterparty, counterparty_account as "counterpartyAccount", memo, serial, class
    from statement_lines where bank_account_id = ${bankAccountId} and on_day between ${addDays(first, -NEAR_DAYS)} and ${addDays(last, NEAR_DAYS)} order by id`)
}
