import { asc, sql } from 'drizzle-orm'
import { dayAt, type Day } from '../../shared/day.ts'
import { DEFAULT_BOUNDARIES, DEFAULT_PROVISION_RATES, type BankAccount, type Company, type Options } from '../../shared/settings/schemas.ts'
import { money, ZERO } from '../../shared/money.ts'
import type { Reader } from '../reader.ts'
import { versionsOf } from '../versions.ts'

export const DEFAULT_OPTIONS: Options = {
  tolerance: money(100), basis: 'due', monthEndOrder: 'unasked', boundaries: DEFAULT_BOUNDARIES, letterGapDays: 10, letterMinimum: money(10_000),
  demandAfterDays: 15, secondDemandAfterDays: 45, finalNoticeAfterDays: 90, letterFees: [ZERO, ZERO, ZERO, ZERO], payWithinDays: 7,
  interestBasis: 'lpr', dailyRate: 500, lprFactor: 130, daysInYear: 365, interestOnLetters: false, lockAfterMinutes: 15, openingAllowance: ZERO, provisionRates: DEFAULT_PROVISION_RATES,
}
export const DEFAULT_COMPANY: Company = {
  name: '', taxNumber: '', bankName: '', bankAccount: '', address: '', contact: '', phone: '', standard: 'small', currency: 'CNY',
  timeZone: 'Asia/Shanghai', startOn: null,
}

/** A part of the settings; what was never set, or is newer than the ledger, is as in `fallback`. */
export async function setting<T extends object>(reader: Reader, key: string, fallback: T): Promise<T> {
  const [row] = await reader.rows<{ value: string }>(sql`select value from settings where key = ${key}`)
  return row ? { ...fallback, ...(JSON.parse(row.value) as Partial<T>) } : fallback
}

export const loadCompany = (reader: Reader): Promise<Company> => setting(reader, 'company', DEFAULT_COMPANY)
export const loadOptions = (reader: Reader): Promise<Options> => setting(reader, 'options', DEFAULT_OPTIONS)

/** The office's day at an instant of the ledger's clock, or at the one of the question itself. */
export const officeToday = async (reader: Reader, now = new Date(reader.now)): Promise<Day> => dayAt(now, (await loadCompany(reader)).timeZone)

export async function listBankAccounts(reader: Reader): Promise<BankAccount[]> {
  const versions = await versionsOf(reader, 'bankAccount')
  const accounts = await reader.db.select().from(reader.t.bankAccounts).orderBy(asc(reader.t.bankAccounts.id))
  return accounts.map((account) => ({ ...account, version: versions.get(String(account.id)) ?? 1 }))
}

/** Facts about the ledger file itself that no user changes. */
export const loadFacts = (reader: Reader): Promise<{ demo: boolean }> => setting(reader, 'facts', { demo: false })
