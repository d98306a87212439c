/** Sends the letters of the demonstration's plan to those to whom the ledger would write, printed, some of them twice. */
import { REMIND_AHEAD } from '../../shared/dunning/rules.ts'
import type { Day } from '../../shared/day.ts'
import { issueLetters, notePrint } from '../dunning/commands.ts'
import { candidates } from '../dunning/queries.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import type { Deed } from './demoSteps.ts'

export async function sendLetters(tx: Writer, { level, slots }: Extract<Deed, { do: 'sendLetters' }>, on: Day): Promise<void> {
  const [options, company] = [await loadOptions(tx), await loadCompany(tx)]
  const question = { asOf: on, currency: company.currency, options, scope: null }
  const chosen = (await candidates(tx, question, { overDays: -REMIND_AHEAD - 1 })).filter((row) => row.level === level && row.leftOut === '').slice(0, slots.length)
  const requests = chosen.map(({ customerId }, index) => ({ customerId, remark: slots[index]?.remark ?? '', language: 'zh-CN' as const }))
  for (const [index, id] of (await issueLetters(tx, requests, question, company, { skipLeftOut: true, mayApprove: true })).ids.entries()) {
    for (const way of slots[index]?.prints ?? []) await notePrint(tx, id, way)
  }
}
