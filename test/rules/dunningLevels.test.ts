/** 级次: the level of the next letter, when the chain of letters starts again, and who is left out (rules: Dunning). */
import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { dueLevel, feeOf, isAbove, lowerOf, nextLevel, nothingDueSince, type OpenSpan } from '../../shared/dunning/rules.ts'
import { money } from '../../shared/money.ts'
import { levelThatDoesNotRise } from '../../shared/settings/rules.ts'

const options = { demandAfterDays: 15, secondDemandAfterDays: 45, finalNoticeAfterDays: 90 }

describe('dueLevel', () => {
  it.each([
    [-7, 'reminder'], [0, 'reminder'], [15, 'reminder'], [16, 'demand'], [45, 'demand'], [46, 'secondDemand'], [90, 'secondDemand'], [91, 'finalNotice'], [4000, 'finalNotice'],
  ] as const)('%i days over call for a %s', (days, level) => expect(dueLevel(days, options)).toBe(level))
  it('takes no step before the one below it, also where an old ledger has days that do not rise', () => {
    const old = { ...options, demandAfterDays: 60 }
    expect([50, 60, 61, 91].map((days) => dueLevel(days, old))).toEqual(['reminder', 'reminder', 'secondDemand', 'finalNotice'])
  })
})

describe('nextLevel', () => {
  it.each([
    ['the first letter is a reminder, however long the debt is over', 'finalNotice', null, false, 'reminder'],
    ['after a reminder a demand', 'finalNotice', 'reminder', false, 'demand'],
    ['after a demand the second', 'finalNotice', 'demand', false, 'secondDemand'],
    ['after the second demand the final notice', 'finalNotice', 'secondDemand', false, 'finalNotice'],
    ['after the final notice another', 'finalNotice', 'finalNotice', false, 'finalNotice'],
    ['not above what the worst item calls for', 'demand', 'secondDemand', false, 'demand'],
    ['a reminder again for what is hardly over', 'reminder', 'demand', false, 'reminder'],
    ['nothing was due since: from the start', 'finalNotice', 'secondDemand', true, 'reminder'],
  ] as const)('%s', (_, due, last, reset, level) => expect(nextLevel({ due, last, reset })).toBe(level))
  it('knows which of two levels is higher', () => {
    expect([isAbove('demand', 'reminder'), isAbove('demand', 'demand'), lowerOf('finalNotice', 'demand'), lowerOf('reminder', 'demand')]).toEqual([true, false, 'demand', 'reminder'])
  })
})

describe('nothingDueSince', () => {
  const span = (dueOn: string, from: string, until: string | null): OpenSpan => ({ dueOn: day(dueOn), from: day(from), until: until === null ? null : day(until) })
  const OLD = '2026-03-01'
  // The letter went out on 10 May, the question is asked on 30 June.
  it.each([
    ['an item that was overdue then is open still', [span('2026-04-30', OLD, null)], false],
    ['part of it was paid: what is left is overdue all the time', [span('2026-04-30', OLD, null), span('2026-04-01', OLD, '2026-05-20')], false],
    ['all of it was paid, and the next item fell due later', [span('2026-04-30', OLD, '2026-05-20'), span('2026-06-01', OLD, null)], true],
    ['the next item was overdue on the day of the payment', [span('2026-04-30', OLD, '2026-06-02'), span('2026-06-01', OLD, null)], false],
    ['one day lay between', [span('2026-04-30', OLD, '2026-06-01'), span('2026-06-01', OLD, null)], true],
    ['paid on the very last day', [span('2026-04-30', OLD, '2026-06-30')], true],
    ['paid tomorrow', [span('2026-04-30', OLD, '2026-07-01')], false],
    ['paid the day after the letter', [span('2026-04-30', OLD, '2026-05-11'), span('2026-05-10', OLD, null)], false],
    ['paid and the receipt reversed later: nothing was due between', [span('2026-04-30', OLD, '2026-05-20'), span('2026-04-30', '2026-05-25', null)], true],
    ['paid and reversed on the same day', [span('2026-04-30', OLD, null)], false],
    ['an invoice was reversed after the letter, another is overdue', [span('2026-04-30', OLD, '2026-05-20'), span('2026-05-19', OLD, null)], false],
    ['a revived debt is old but came back later', [span('2026-04-30', OLD, '2026-05-20'), span('2026-01-01', '2026-06-10', null)], true],
    ['nothing is there at all', [], true],
    ['an early reminder was about what fell due within the week: it counts from then on', [span('2026-05-15', OLD, null)], false],
    ['what an early reminder asked for was paid', [span('2026-05-15', OLD, '2026-05-14'), span('2026-05-20', OLD, null)], true],
    ['what was due later than within the week is no part of an early reminder', [span('2026-05-18', OLD, null)], true],
    ['a letter about overdue items does not reach to what was due within the week', [span('2026-04-30', OLD, '2026-05-12'), span('2026-05-15', OLD, null)], true],
  ])('%s', (_, spans, answer) => expect(nothingDueSince(spans, day('2026-05-10'), day('2026-06-30'))).toBe(answer))
  it('asks nothing of the day of the letter itself', () => expect(nothingDueSince([], day('2026-05-10'), day('2026-05-10'))).toBe(false))
})

describe('the options of the levels', () => {
  it.each([
    [{}, null], [{ secondDemandAfterDays: 15 }, 'secondDemandAfterDays'], [{ finalNoticeAfterDays: 45 }, 'finalNoticeAfterDays'], [{ demandAfterDays: 50, finalNoticeAfterDays: 40 }, 'secondDemandAfterDays'],
  ])('must rise: %o', (change, wrong) => expect(levelThatDoesNotRise({ ...options, ...change })).toBe(wrong))
  it('have a fee for each level', () => {
    const fees = [0, 1000, 2000, 3000].map(money)
    expect([feeOf('reminder', fees), feeOf('finalNotice', fees), feeOf('demand', [])]).toEqual([0, 3000, 0])
  })
})
