/** Letters of the demonstration ledger: of all levels, over the last months, printed, some of them twice. */
import { addDays, type Day } from '../../shared/day.ts'
import { REMIND_AHEAD } from '../../shared/dunning/rules.ts'
import { issueLetters, notePrint } from '../dunning/commands.ts'
import { candidates } from '../dunning/queries.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import type { Story } from './demoStory.ts'

/** Days before today on which letters went out; the last ones are too young for another. */
const RUNS = [
  { daysAgo: 150, level: 'reminder', most: 8 }, { daysAgo: 128, level: 'demand', most: 6 }, { daysAgo: 112, level: 'reminder', most: 7 }, { daysAgo: 96, level: 'demand', most: 7 },
  { daysAgo: 80, level: 'secondDemand', most: 4 }, { daysAgo: 65, level: 'reminder', most: 6 }, { daysAgo: 50, level: 'finalNotice', most: 1 }, { daysAgo: 34, level: 'demand', most: 6 },
  { daysAgo: 17, level: 'reminder', most: 6 }, { daysAgo: 5, level: 'demand', most: 3 },
] as const

export function planLetters(story: Story, today: Day): void {
  for (const run of RUNS) story.agenda.add(addDays(today, -run.daysAgo), (tx, on) => sendLetters(tx, story, run, on))
}

async function sendLetters(tx: Writer, { dice }: Story, { level, most }: (typeof RUNS)[number], on: Day): Promise<void> {
  const [options, company] = [await loadOptions(tx), await loadCompany(tx)]
  const question = { asOf: on, currency: company.currency, options, scope: null }
  const chosen = (await candidates(tx, question, { overDays: -REMIND_AHEAD - 1 })).filter((row) => row.level === level && row.leftOut === '').slice(0, most)
  const requests = chosen.map(({ customerId }) => ({ customerId, remark: dice.chance(0.3) ? '如已付款，请忽略本函并告知付款日期。' : '', language: 'zh-CN' as const }))
  for (const id of (await issueLetters(tx, requests, question, company, { skipLeftOut: true, mayApprove: true })).ids) {
    if (dice.chance(0.9)) await notePrint(tx, id, dice.chance(0.5) ? 'pdf' : 'print')
    if (dice.chance(0.2)) await notePrint(tx, id, 'print')
  }
}
