import { describe, expect, it } from 'vitest'
import { isWorkday } from '../../db/calendar.ts'
import { addDays, day, daysBetween, type Day } from '../../shared/day.ts'
import { clockOf, endOfTerm, enforceBy, levelOf, nextWorkday, type ClockEvent } from '../../shared/limitation/rules.ts'
import { CLOCK_EVENTS, type CaseStage, type ClockEventKind } from '../../shared/limitation/schemas.ts'
import { Random } from '../simulation/random.ts'

const WORKS = () => true
const event = (kind: ClockEventKind, on: string, more: Partial<ClockEvent> = {}): ClockEvent => ({ kind, on: day(on), until: null, takenBack: false, ...more })
const clock = (dueOn: string, events: ClockEvent[], asOf: string, works: (value: Day) => boolean = WORKS) => clockOf({ dueOn: day(dueOn) }, events, day(asOf), works)

describe('the three years', () => {
  it.each([
    ['start the day after the due day and end on its date (民法典 188, 201, 202)', '2023-03-31', '2026-03-31'],
    ['end on the last of a short month (202)', '2024-02-29', '2027-02-28'],
    ['start on the first of a month for the last of one', '2023-12-31', '2026-12-31'],
  ])('%s', (_, dueOn, endsOn) => {
    expect(clock(dueOn, [], '2026-01-01')).toMatchObject({ startsOn: addDays(day(dueOn), 1), endsOn, lastEvent: null, revived: false })
  })

  it.each([
    ['a Sunday', '2023-03-29', '2026-03-29', '2026-03-30'],
    ['the first of October: the holidays end on the seventh in 2025', '2022-10-01', '2025-10-01', '2025-10-09'],
    ['a Sunday on which the country works (调休 2025-09-28)', '2022-09-28', '2025-09-28', '2025-09-28'],
    ['a workday', '2023-03-31', '2026-03-31', '2026-03-31'],
  ])('move %s to the next workday (203), and the warnings still count from the day itself', (_, dueOn, endsOn, lastOn) => {
    const told = clock(dueOn, [], '2025-09-01', isWorkday)
    expect([told.endsOn, told.lastOn]).toEqual([endsOn, lastOn])
    expect([clock(dueOn, [], lastOn, isWorkday).state, clock(dueOn, [], addDays(day(lastOn), 1), isWorkday).state]).toEqual(['running', 'expired'])
  })

  it('have not begun on the due day', () => {
    expect([clock('2026-06-30', [], '2026-06-30').state, clock('2026-06-30', [], '2026-07-01').state]).toEqual(['notDue', 'running'])
  })

  it('never go beyond twenty years, whatever interrupts them (188)', () => {
    const demands = Array.from({ length: 10 }, (_, index) => event('demand', `${2002 + index * 2}-06-01`))
    expect([clock('2000-06-30', demands, '2020-06-01').endsOn, endOfTerm(day('2019-01-01'), day('2000-06-30'))]).toEqual(['2020-06-30', '2020-06-30'])
  })
})

describe('an interruption', () => {
  const due = '2022-06-30'
  it.each<[string, ClockEvent[], string, string | null, string, string[]]>([
    ['a demand that arrived starts them again (195 一; 规定 8)', [event('demand', '2023-05-10')], '2026-01-01', '2026-05-10', 'running', ['restarts']],
    ['a part payment (195 二; 规定 14)', [event('partPayment', '2025-06-30')], '2026-01-01', '2028-06-30', 'running', ['restarts']],
    ['a request for more time (规定 14)', [event('extension', '2024-01-31')], '2026-01-01', '2027-01-31', 'running', ['restarts']],
    ['a signed statement', [event('signedStatement', '2024-02-29')], '2026-01-01', '2027-02-28', 'running', ['restarts']],
    ['the last one counts, in whatever order they were noted', [event('promise', '2024-05-01'), event('demand', '2023-05-10')], '2026-01-01', '2027-05-01', 'running', ['restarts', 'restarts']],
    ['one before the due day, or on it, changes nothing', [event('promise', '2022-05-01'), event('partPayment', '2022-06-30')], '2024-01-01', '2025-06-30', 'running', ['early', 'early']],
    ['one on the last day is in time', [event('demand', '2025-06-30')], '2026-01-01', '2028-06-30', 'running', ['restarts']],
    ['a demand the day after is not: the debtor may refuse (192)', [event('demand', '2025-07-01')], '2026-01-01', '2025-06-30', 'expired', ['tooLate']],
    ['nor is a part payment: it is kept, the rest may be refused (192; 最高法 (2019) 民申 4337)', [event('partPayment', '2025-07-01')], '2026-01-01', '2025-06-30', 'expired', ['tooLate']],
    ['nor a lawsuit', [event('lawsuit', '2025-07-01')], '2026-01-01', '2025-06-30', 'expired', ['tooLate']],
    ['but a signed demand starts them anew (规定 19)', [event('demand', '2025-07-20'), event('slip', '2025-08-01')], '2026-01-01', '2028-08-01', 'running', ['tooLate', 'revives']],
    ['so does a promise to pay (192, 规定 19)', [event('promise', '2025-08-01')], '2026-01-01', '2028-08-01', 'running', ['revives']],
    ['so does a signed statement', [event('signedStatement', '2025-08-01')], '2026-01-01', '2028-08-01', 'running', ['revives']],
    ['and then a demand counts again', [event('promise', '2025-08-01'), event('demand', '2025-12-01')], '2026-01-01', '2028-12-01', 'running', ['revives', 'restarts']],
    ['a confirmation for the auditor asks for nothing', [event('confirmation', '2024-08-01')], '2025-01-01', '2025-06-30', 'running', ['none']],
    ['what was taken back counts no more', [event('partPayment', '2024-08-01', { takenBack: true })], '2025-01-01', '2025-06-30', 'running', ['takenBack']],
    ['what happened after the day asked about does not exist', [event('demand', '2024-08-02')], '2024-08-01', '2025-06-30', 'running', []],
    ['a lawsuit stops them from filing (195 三; 规定 10)', [event('lawsuit', '2025-06-01')], '2030-01-01', null, 'stopped', ['stops']],
    ['also one that was filed before the last installment was due', [event('lawsuit', '2022-01-01')], '2023-01-01', null, 'stopped', ['stops']],
    ['and they start again when it is closed', [event('lawsuit', '2025-06-01', { until: day('2027-03-15') })], '2028-01-01', '2030-03-15', 'running', ['restarts']],
    ['a demand during a lawsuit shortens nothing', [event('lawsuit', '2025-06-01', { until: day('2029-03-15') }), event('demand', '2028-12-01')], '2030-01-01', '2032-03-15', 'running', ['restarts', 'restarts']],
    ['a withdrawn lawsuit counts on its filing only', [event('lawsuit', '2024-06-01', { until: day('2025-03-15'), withdrawn: true })], '2026-01-01', '2027-06-01', 'running', ['restarts']],
    ['a lawsuit that is closed later runs on the day asked about', [event('lawsuit', '2025-06-01', { until: day('2027-03-15') })], '2027-03-14', null, 'stopped', ['stops']],
  ])('%s', (_, events, asOf, endsOn, state, effects) => {
    const told = clock(due, events, asOf)
    expect([told.endsOn, told.state, told.log.map(({ effect }) => effect), told.revived]).toEqual([endsOn, state, effects, effects.includes('revives')])
  })

  it('in the last days of a holiday is in time too (203)', () => {
    const late = clock('2022-10-01', [event('demand', '2025-10-09')], '2025-12-01', isWorkday)
    expect([late.state, late.endsOn]).toEqual(['running', '2028-10-09'])
    expect(clock('2022-10-01', [event('demand', '2025-10-10')], '2025-12-01', isWorkday).state).toBe('expired')
  })
})

describe('the warnings', () => {
  it.each([
    ['2025-12-29', 'running'], ['2025-12-30', 'month6'], ['2026-03-29', 'month6'], ['2026-03-30', 'month3'], ['2026-05-29', 'month3'], ['2026-05-30', 'month1'], ['2026-06-30', 'month1'], ['2026-07-01', 'expired'],
  ])('six, three and one month before: on %s it is %s', (asOf, level) => {
    expect(levelOf(clock('2023-06-30', [], asOf), day(asOf))).toBe(level)
  })
})

/** The same question asked without an order: which events count is a set that grows until it stays. */
function naive(dueOn: Day, events: readonly ClockEvent[], asOf: Day): { endsOn: Day | null; state: string } {
  const past = events.filter(({ on, takenBack, kind }) => on <= asOf && !takenBack && kind !== 'confirmation')
  const acknowledged = ['slip', 'signedStatement', 'promise', 'extension']
  const closed = ({ kind, withdrawn, until }: ClockEvent): Day | null => (kind === 'lawsuit' && withdrawn !== true && until !== null && until <= asOf ? until : null)
  const open = (one: ClockEvent): boolean => one.kind === 'lawsuit' && one.withdrawn !== true && closed(one) === null
  const counted = new Set<ClockEvent>()
  const covers = (from: Day, on: Day): boolean => on <= nextWorkday(endOfTerm(from, dueOn), isWorkday)
  for (let size = -1; size !== counted.size;) {
    size = counted.size
    for (const one of past) {
      const early = one.on <= dueOn || covers(dueOn, one.on)
      const after = [...counted].some((other) => other.on <= one.on && (open(other) || one.on <= (closed(other) ?? other.on) || covers(closed(other) ?? other.on, one.on)))
      if (early || after || acknowledged.includes(one.kind)) counted.add(one)
    }
  }
  if ([...counted].some(open)) return { endsOn: null, state: 'stopped' }
  const base = [dueOn, ...[...counted].map((one) => closed(one) ?? one.on)].toSorted().at(-1) as Day
  const endsOn = endOfTerm(base, dueOn)
  return { endsOn, state: nextWorkday(endsOn, isWorkday) < asOf ? 'expired' : asOf <= dueOn ? 'notDue' : 'running' }
}

describe('random histories', () => {
  it('agree with a naive reckoning', () => {
    const random = new Random(20261122)
    const seen = new Set<string>()
    for (let round = 0; round < 2000; round += 1) {
      const dueOn = addDays(day('2015-01-01'), random.between(0, 1000))
      const asOf = addDays(dueOn, random.between(-200, 5800))
      const events = Array.from({ length: random.between(0, 6) }, () => {
        const on = addDays(dueOn, random.between(-200, 4800))
        const kind = CLOCK_EVENTS[random.between(0, CLOCK_EVENTS.length - 1)]!
        return event(kind, on, { takenBack: random.chance(0.1), ...(kind === 'lawsuit' ? { until: random.chance(0.6) ? addDays(on, random.between(0, 1500)) : null, withdrawn: random.chance(0.2) } : {}) })
      })
      const told = clockOf({ dueOn }, events, asOf, isWorkday)
      const expected = naive(dueOn, events, asOf)
      seen.add(told.state)
      expect({ endsOn: told.endsOn, state: told.state }, JSON.stringify({ round, dueOn, asOf, events })).toEqual(expected)
      expect(told.endsOn === null || daysBetween(told.startsOn, told.endsOn) <= 1096).toBe(true)
    }
    expect([...seen].toSorted()).toEqual(['expired', 'notDue', 'running', 'stopped'])
  })
})

describe('after a judgment', () => {
  const on = (stage: CaseStage, date: string) => ({ stage, on: day(date) })
  it.each([
    ['there are two years to ask for enforcement (民诉法 250)', [on('filed', '2025-01-01'), on('judgment', '2026-03-15')], '2028-03-15'],
    ['from the last judgment', [on('judgment', '2025-06-01'), on('judgment', '2026-03-15')], '2028-03-15'],
    ['nothing is left once it was asked for', [on('judgment', '2026-03-15'), on('enforcement', '2026-09-01')], null],
    ['and nothing runs before it', [on('hearing', '2026-03-15')], null],
  ])('%s', (_, events, expected) => {
    expect(enforceBy(events)).toBe(expected)
  })
})
