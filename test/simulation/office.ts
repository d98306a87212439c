/** The real ledger of a simulation: an empty office with four customers, in a file on a disk that costs no time. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCustomer } from '../../db/customers/commands.ts'
import { Ledger } from '../../db/ledger.ts'
import { foundEmptyLedger } from '../../db/ledgers/commands.ts'
import { saveBankAccount } from '../../db/settings/commands.ts'
import { saveUser } from '../../db/users/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { customerInput } from '../../shared/customers/schemas.ts'

export const CUSTOMERS = [1, 2, 3, 4] as const
/** The company's only account. */
export const BANK_ACCOUNT = 1
/** The first day of the ledger, and day 0 of the model. */
export const START = '2026-01-01'

export const dayText = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)

/** Memory where there is some, so that syncing is honest but free; the engine keeps every safety setting. */
export const quickFolder = (): string => mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'huikuan-'))

export async function foundOffice(ledger: Ledger): Promise<void> {
  const call = { by: SYSTEM, procedure: 'simulation.found' }
  await ledger.write(call, (tx) => foundEmptyLedger(tx, START.slice(0, 7)))
  await ledger.write(call, (tx) => saveBankAccount(tx, { name: '工行基本户', bank: '工商银行', number: '1102020309000123456', currency: 'CNY', active: true }))
  const seller = await ledger.write(call, (tx) => saveUser(tx, { name: '王业务', role: 'salesperson', department: '', active: true }))
  for (const id of CUSTOMERS) {
    await ledger.write(call, (tx) => createCustomer(tx, customerInput.parse({ name: `客户${id}`, salespersonId: id <= 2 ? seller.id : null })))
  }
}

/** Ledgers that start alike, each a copy of one file. */
export class Offices {
  readonly #folder = quickFolder()
  readonly #template = path.join(this.#folder, 'template.db')

  async open(name: string): Promise<Ledger> {
    if (!existsSync(this.#template)) {
      const first = await Ledger.open(this.#template, { create: true })
      await foundOffice(first)
      await first.close()
    }
    const file = path.join(this.#folder, `${name}.db`)
    copyFileSync(this.#template, file)
    return Ledger.open(file)
  }

  async close(ledger: Ledger): Promise<void> {
    await ledger.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(ledger.location + suffix, { force: true })
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
