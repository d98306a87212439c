import { describe, expect, it } from 'vitest'
import { checkBill, checkStep, deadlinesOf, discountRate, nextSteps, overlaps, subRanges, type Standing } from '../../shared/acceptances/rules.ts'
import { ACCEPTANCE_STEPS, type AcceptanceStatus, type AcceptanceStep } from '../../shared/acceptances/schemas.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

describe('checkBill: the first reason counts', () => {
  const bill = (more: { issuedOn?: string; dueOn?: string; amount?: number; rangeFrom?: number | null; rangeTo?: number | null } = {}) => ({
    issuedOn: day(more.issuedOn ?? '2026-01-31'), dueOn: day(more.dueOn ?? '2026-07-31'), amount: money(more.amount ?? 100), rangeFrom: more.rangeFrom ?? null, rangeTo: more.rangeTo ?? null,
  })
  it.each([
    ['six months to the day (承兑贴现办法)', bill(), '2026-03-01', null],
    ['a day more than six months', bill({ dueOn: '2026-08-01' }), '2026-03-01', 'dueTooLate'],
    ['six months from the end of August end with February', bill({ issuedOn: '2026-08-31', dueOn: '2027-02-28' }), '2026-09-01', null],
    ['a day after the end of February', bill({ issuedOn: '2026-08-31', dueOn: '2027-03-01' }), '2026-09-01', 'dueTooLate'],
    ['due on the day of issue, received before it', bill({ dueOn: '2026-01-31' }), '2026-01-01', 'dueNotAfterIssue'],
    ['due long after, received before its issue', bill({ dueOn: '2027-01-31' }), '2026-01-01', 'dueTooLate'],
    ['received on the day of issue', bill(), '2026-01-31', null],
    ['received the day before its issue', bill({ rangeFrom: 1 }), '2026-01-30', 'receivedBeforeIssue'],
    ['received on the due day', bill(), '2026-07-31', null],
    ['received after the due day', bill({ rangeFrom: 1 }), '2026-08-01', 'receivedAfterDue'],
    ['a sub-range of as many fen as the amount', bill({ rangeFrom: 1, rangeTo: 100 }), '2026-03-01', null],
    ['a later sub-range', bill({ rangeFrom: 901, rangeTo: 1000 }), '2026-03-01', null],
    ['a sub-range with one unit too many', bill({ rangeFrom: 1, rangeTo: 101 }), '2026-03-01', 'rangeDoesNotFit'],
    ['half a sub-range', bill({ rangeFrom: 1 }), '2026-03-01', 'rangeDoesNotFit'],
  ])('%s', (_, given, receivedOn, reason) => expect(checkBill(given, day(receivedOn))?.reason ?? null).toBe(reason))
})

describe('sub-ranges', () => {
  it('of parts lie one behind the other and end where the bill ends', () =>
    expect(subRanges(501, [money(100), money(300), money(100)])).toEqual([{ rangeFrom: 501, rangeTo: 600 }, { rangeFrom: 601, rangeTo: 900 }, { rangeFrom: 901, rangeTo: 1000 }]))
  const range = (rangeFrom: number | null, rangeTo: number | null) => ({ rangeFrom, rangeTo })
  it.each([
    ['the same', range(1, 100), range(1, 100), true], ['side by side', range(1, 100), range(101, 200), false], ['one unit in common', range(1, 100), range(100, 200), true],
    ['one inside the other', range(1, 100), range(40, 50), true], ['the whole bill and a part', range(null, null), range(1, 100), true],
  ])('%s overlap: %s', (_, a, b, meet) => expect([overlaps(a, b), overlaps(b, a)]).toEqual([meet, meet]))
})

describe('checkStep', () => {
  const bill = (status: AcceptanceStatus, more: Partial<Standing> = {}): Standing => ({ status, dueOn: day('2026-06-30'), transferable: true, rangeFrom: 1, ...more })
  it.each<[string, AcceptanceStep, Standing, string, string | null]>([
    ['endorses what is in hand', 'endorse', bill('held'), '2026-06-30', null],
    ['endorses on the last day for presenting', 'endorse', bill('held'), '2026-07-10', null],
    ['does not endorse after it (票据法 36)', 'endorse', bill('held'), '2026-07-11', 'tooLateToTransfer'],
    ['does not endorse what says 不得转让 (票据法 27)', 'endorse', bill('held', { transferable: false }), '2026-07-11', 'notTransferable'],
    ['does not discount what says 不得转让', 'discount', bill('held', { transferable: false }), '2026-06-01', 'notTransferable'],
    ['does not split what says 不得转让', 'split', bill('held', { transferable: false, rangeFrom: null }), '2026-06-01', 'notTransferable'],
    ['does not split what has no sub-range', 'split', bill('held', { rangeFrom: null }), '2026-06-01', 'noRange'],
    ['discounts the day before the due day', 'discount', bill('held'), '2026-06-29', null],
    ['does not discount on the due day', 'discount', bill('held'), '2026-06-30', 'tooLateToTransfer'],
    ['presents an electronic bill before its due day', 'present', bill('held'), '2026-05-01', null],
    ['presents after the ten days too: the acceptor still has to pay (票据法 53)', 'present', bill('held'), '2026-08-01', null],
    ['collects only what was presented', 'collect', bill('held'), '2026-07-01', 'stepNotPossible'],
    ['notes the refusal of what was presented, early too (票据法 61)', 'dishonour', bill('presented'), '2026-05-01', null],
    ['notes the refusal of what is in hand from the due day on', 'dishonour', bill('held'), '2026-06-29', 'notDueYet'],
    ['notes the refusal of what was passed on', 'dishonour', bill('discounted'), '2026-07-01', null],
    ['settles what was passed on from its due day on', 'settle', bill('endorsed'), '2026-06-30', null],
    ['does not settle it earlier', 'settle', bill('discounted'), '2026-06-29', 'notDueYet'],
    ['tells the prior hand only after a refusal', 'notify', bill('presented'), '2026-07-01', 'stepNotPossible'],
    ['has nothing to take back in hand', 'undo', bill('held'), '2026-07-01', 'nothingToUndo'],
    ['gives a bill back only with its receipt', 'undo', bill('returned'), '2026-07-01', 'stepNotPossible'],
  ])('%s', (_, step, given, on, reason) => expect(checkStep(step, given, day(on))).toBe(reason))

  it.each<[AcceptanceStatus, readonly AcceptanceStep[]]>([
    ['held', ['split', 'endorse', 'discount', 'present']], ['presented', ['collect', 'dishonour', 'undo']], ['endorsed', ['dishonour', 'undo']], ['split', ['undo']],
    ['collected', ['undo']], ['dishonoured', ['notify', 'undo']], ['settled', ['undo']], ['returned', []],
  ])('offers what may be done with a bill that is %s before its due day', (status, steps) =>
    expect(nextSteps(bill(status), { lastOn: day('2026-05-01'), today: day('2026-06-01') })).toEqual(steps))
  it('still offers what may have happened last week', () =>
    expect(nextSteps(bill('held'), { lastOn: day('2026-05-01'), today: day('2026-07-05') })).toEqual(['split', 'endorse', 'discount', 'present', 'dishonour']))
  it('knows every step', () => expect(ACCEPTANCE_STEPS.length).toBe(9))
})

describe('deadlinesOf', () => {
  const life = { dueOn: day('2026-06-30'), presentedOn: null, refusedOn: null, passedOn: false, notifiedOn: null, paid: false }
  const days = (given: Parameters<typeof deadlinesOf>[0], today: string) => deadlinesOf(given, day(today)).map(({ kind, on, daysLeft, state }) => [kind, on, daysLeft, state])
  it('are the due day, ten days to present (票据法 53) and two years against the drawer (票据法 17)', () =>
    expect(days({ ...life, status: 'held' }, '2026-07-05')).toEqual([['due', '2026-06-30', -5, 'missed'], ['presentBy', '2026-07-10', 5, 'open'], ['drawerUntil', '2028-06-30', 726, 'open']]))
  it('say that it was presented in time, or late', () => {
    expect(days({ ...life, status: 'presented', presentedOn: day('2026-07-10') }, '2026-07-20')[1]).toEqual(['presentBy', '2026-07-10', -10, 'kept'])
    expect(days({ ...life, status: 'presented', presentedOn: day('2026-07-11') }, '2026-07-20')[1]).toEqual(['presentBy', '2026-07-10', -10, 'missed'])
  })
  it('give three days to tell the prior hand (票据法 66) and six months against it (票据法 17)', () =>
    expect(days({ ...life, status: 'dishonoured', refusedOn: day('2026-07-05') }, '2026-07-06')).toEqual([['notifyBy', '2026-07-08', 2, 'open'], ['recourseUntil', '2027-01-05', 183, 'open'], ['drawerUntil', '2028-06-30', 725, 'open']]))
  it('leave three months for a second recourse, where we had passed the bill on', () =>
    expect(days({ ...life, status: 'dishonoured', refusedOn: day('2026-07-05'), passedOn: true }, '2026-07-06')[1]?.[1]).toBe('2026-10-05'))
  it('are kept once the prior hand was told and the debt is paid', () =>
    expect(days({ ...life, status: 'dishonoured', refusedOn: day('2026-07-05'), notifiedOn: day('2026-07-07'), paid: true }, '2027-07-06').map((one) => one[3])).toEqual(['kept', 'kept', 'kept']))
  it.each(['split', 'collected', 'settled', 'returned'] as const)('are none for a bill that is %s', (status) => expect(days({ ...life, status }, '2026-07-06')).toEqual([]))
})

describe('discountRate, in hundredths of a percent over 360 days', () => {
  const bill = { amount: money(10_000_000), dueOn: day('2026-06-30') }
  it.each([[100_000, '2026-04-01', 400], [50_000, '2026-04-01', 200], [0, '2026-04-01', 0], [100, '2026-06-30', null]])('%i of 100,000.00 on %s is %s', (interest, on, rate) => expect(discountRate({ ...bill, interest: money(interest) }, day(on))).toBe(rate))
})
