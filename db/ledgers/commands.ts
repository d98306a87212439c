/** What a new ledger starts with. */
import { day } from '../../shared/day.ts'
import type { LedgerInput } from '../../shared/ledgers/schemas.ts'
import { saveBankAccount, changeCompany } from '../settings/commands.ts'
import { loadCompany } from '../settings/queries.ts'
import { saveUser } from '../users/commands.ts'
import type { Writer } from '../writer.ts'

/** The company, its bank account and the administrator of a new ledger; the password comes hashed. */
export async function foundLedger(tx: Writer, input: LedgerInput, passwordHash: string): Promise<void> {
  await saveUser(tx, { name: input.administrator, role: 'administrator', department: '', active: true, passwordHash })
  const { name, taxNumber, bankName, bankAccount, address, contact, phone, standard, currency } = input
  await changeCompany(tx, { name, taxNumber, bankName, bankAccount, address, contact, phone, standard, currency, startOn: day(`${input.firstPeriod}-01`) })
  if (bankAccount !== '') await saveBankAccount(tx, { name: bankName || bankAccount, bank: bankName, number: bankAccount, currency, active: true })
}

/** An empty ledger that a program asked for: somebody has to administer it, and it may say later when it starts. */
export async function foundEmptyLedger(tx: Writer, startMonth: string | null): Promise<void> {
  await saveUser(tx, { name: '系统管理员', role: 'administrator', department: '', active: true })
  await changeCompany(tx, { ...(await loadCompany(tx)), name: '新账套', startOn: startMonth === null ? null : day(`${startMonth}-01`) })
}
