/** One seeded run: random work of an office on the real ledger and on the naive model, compared after every step. */
import { checkLedger } from '../../db/check.ts'
import type { Ledger } from '../../db/ledger.ts'
import * as acceptances from './playAcceptances.ts'
import * as invoices from './playInvoices.ts'
import * as offsets from './playOffsets.ts'
import * as periods from './playPeriods.ts'
import * as receipts from './playReceipts.ts'
import * as refunds from './playRefunds.ts'
import { Random } from './random.ts'
import { Scene, type Move } from './scene.ts'
import { Violation } from './watch.ts'

/** Every move, and how often it is made. */
const MOVES = {
  invoice: [22, invoices.invoice],
  creditNote: [8, invoices.creditNote],
  draft: [4, invoices.draft],
  reverseInvoice: [5, invoices.reversal],
  receipt: [26, receipts.receipt],
  allocate: [14, receipts.allocate],
  release: [14, receipts.release],
  reverseReceipt: [5, receipts.reversal],
  moveReceipt: [4, receipts.move],
  refund: [7, refunds.refund],
  reverseRefund: [3, refunds.reversal],
  offset: [10, offsets.offset],
  reverseOffset: [4, offsets.reversal],
  receiveBills: [6, acceptances.receive],
  billStep: [22, acceptances.step],
  closeMonth: [3, periods.close],
  reopenMonth: [1.5, periods.reopen],
  rate: [2, periods.rate],
} satisfies Record<string, [weight: number, move: Move]>
type MoveName = keyof typeof MOVES
const WEIGHTS = Object.fromEntries(Object.entries(MOVES).map(([name, [weight]]) => [name, weight])) as Record<MoveName, number>

export interface Figures {
  steps: number
  posted: number
  refused: number
  agings: number
  asked: number
  totals: number
  lists: number
}

/** Runs one seed; throws a Violation that names the step. */
export async function simulate(ledger: Ledger, seed: number, steps: number): Promise<Figures> {
  const scene = new Scene(ledger, new Random(seed))
  const figures: Figures = { steps: 0, posted: 0, refused: 0, agings: 0, asked: 0, totals: 0, lists: 0 }
  let name: MoveName = 'invoice'
  for (let step = 1; step <= steps; step += 1) {
    try {
      scene.today += scene.random.between(0, 3)
      name = scene.random.weighted(WEIGHTS)
      const touched = await MOVES[name][1](scene)
      await scene.watch.afterStep(touched, scene.today)
      figures.steps += 1
      figures[touched === null ? 'refused' : 'posted'] += 1
    } catch (error) {
      throw new Violation(`seed ${seed}, step ${step}, ${name}: ${error instanceof Error ? (error instanceof Violation ? error.message : error.stack) : String(error)}`)
    }
  }
  await scene.watch.atTheEnd()
  const report = await checkLedger(ledger)
  if (!report.ok) throw new Violation(`seed ${seed}, check at the end: ${JSON.stringify(report.findings.slice(0, 3))}`)
  const { agings, asked, totals, lists } = scene.watch
  return { ...figures, agings, asked, totals, lists }
}
