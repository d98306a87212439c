/** Month end: closing, opening again, and the control totals that a closed month keeps; and the rates of foreign money. */
import { closeMonth, reopenMonth } from '../../db/periods/commands.ts'
import { removeRate, saveRate } from '../../db/rates/commands.ts'
import { listRates } from '../../db/rates/queries.ts'
import type { Month } from '../../shared/day.ts'
import { lastOf, monthOf, monthText } from './months.ts'
import { asDay, type Scene, type Touched } from './scene.ts'

/** Closing and opening touch no day, so every aging that was remembered must stay. */
const NO_DAY = Infinity

export async function close(scene: Scene): Promise<Touched> {
  const { random, model, today } = scene
  const last = model.closedMonth
  const month = random.chance(0.2) ? random.between(-1, monthOf(today) + 1) : last === null ? Math.max(0, monthOf(today) - random.between(1, 2)) : last + 1
  const acceptWarnings = random.chance(0.9)
  const expected = month < 0 ? 'notAMonthOfLedger'
    : lastOf(month) >= today ? 'monthNotOver'
    : last !== null && month <= last ? 'alreadyClosed'
    : last !== null && month > last + 1 ? 'earlierMonthOpen'
    : model.drafts.some((on) => on <= lastOf(month)) ? 'documentsNotPosted'
    : !acceptWarnings && model.warned(month, today) ? 'warningsNotAccepted' : null
  const input = { month: monthText(month) as Month, acceptWarnings }
  const done = await scene.write('periods.close', input, expected, async (tx) => {
    await closeMonth(tx, input, scene.calendar)
    return true
  })
  if (!done) return null
  model.closings.push(month)
  return NO_DAY
}

export async function reopen(scene: Scene): Promise<Touched> {
  const { random, model } = scene
  const last = model.closedMonth
  const month = last === null || random.chance(0.2) ? random.between(0, monthOf(scene.today)) : last
  const expected = last === null || month > last ? 'notClosed' : month < last ? 'laterMonthClosed' : null
  const input = { month: monthText(month) as Month, reason: '补记' }
  const done = await scene.write('periods.reopen', input, expected, async (tx) => {
    await reopenMonth(tx, input)
    return true
  })
  if (!done) return null
  model.closings.pop()
  return NO_DAY
}

/** Rates may be set, corrected and removed at any time: what is booked stays, and no figure in its own currency moves. */
export async function rate(scene: Scene): Promise<Touched> {
  const { random, today } = scene
  const currency = random.chance(0.1) ? 'CNY' : 'USD'
  const on = asDay(random.between(-30, today))
  const known = random.chance(0.2) ? random.pick(await scene.ledger.read(listRates)) : undefined
  if (known) await scene.write('rates.remove', known, null, async (tx) => { await removeRate(tx, known.currency, known.on) })
  else await scene.write('rates.save', { currency, on }, currency === 'CNY' ? 'ownCurrency' : null, (tx) => saveRate(tx, { currency, on, rate: random.between(6_500_000, 7_500_000) }))
  return NO_DAY
}
