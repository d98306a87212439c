import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween } from '../../shared/day.ts'
import { lprTable, PUBLISHED_LPR } from '../../shared/interest/lpr.ts'
import { chargedRuns, interestOf, rateSteps, stretchesOf, termsBetween, termsSteps, type AgreedTerms, type Debt, type OfficeTerms } from '../../shared/interest/rules.ts'
import { dailyText, percentText, termsText } from '../../shared/interest/texts.ts'
import { money } from '../../shared/money.ts'
import { Random } from '../simulation/random.ts'

const OFFICE: OfficeTerms = { interestBasis: 'daily', dailyRate: 500, lprFactor: 130, daysInYear: 365 }
const LPR: OfficeTerms = { ...OFFICE, interestBasis: 'lpr' }

type Moves = readonly (readonly [on: string, amount: number])[]
/** 10,000.00 due on 31 January 2026, unless a test says otherwise. */
const debt = (moves: Moves = [], more: Partial<Debt> = {}): Debt => ({
  amount: money(10_000_00), documentOn: day('2026-01-01'), dueOn: day('2026-01-31'), movements: moves.map(([on, amount]) => ({ on: day(on), amount: money(amount) })), charged: [], ...more,
})

/** from, to, days, open, interest of each stretch, then the sum. */
function charge(of: Debt, to: string, office = OFFICE, agreed: readonly AgreedTerms[] = []) {
  const found = stretchesOf(of, day(to), rateSteps(termsSteps(agreed, office), PUBLISHED_LPR, office.daysInYear))
  if ('noRateOn' in found) return found.noRateOn
  const { stretches, interest } = interestOf(found, office.daysInYear)
  expect(stretches.reduce((sum, stretch) => sum + stretch.interest, 0)).toBe(interest)
  return [...stretches.map((stretch) => [stretch.from.slice(5), stretch.to.slice(5), stretch.days, stretch.open, stretch.interest]), interest]
}

describe('the days of interest on late payment (民法典 201; rules: Interest on late payment)', () => {
  it.each<[string, Debt, string, unknown]>([
    ['nothing is charged on the due day', debt(), '2026-01-31', [0]],
    ['the day after it is the first', debt(), '2026-02-01', [['02-01', '02-01', 1, 10_000_00, 5_00], 5_00]],
    ['every day to the last, which counts', debt(), '2026-02-10', [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['paid before it was due', debt([['2026-01-20', 10_000_00]]), '2026-03-31', [0]],
    ['paid on the due day', debt([['2026-01-31', 10_000_00]]), '2026-03-31', [0]],
    ['paid on the eleventh day: ten were charged', debt([['2026-02-11', 10_000_00]]), '2026-03-31', [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['a part payment lowers the sum from its own day', debt([['2026-02-11', 4_000_00]]), '2026-02-20', [['02-01', '02-10', 10, 10_000_00, 50_00], ['02-11', '02-20', 10, 6_000_00, 30_00], 80_00]],
    ['a part paid before the due day never bears any', debt([['2026-01-15', 4_000_00]]), '2026-02-10', [['02-01', '02-10', 10, 6_000_00, 30_00], 30_00]],
    ['two payments of one day are one step', debt([['2026-02-11', 1_000_00], ['2026-02-11', 3_000_00]]), '2026-02-11', [['02-01', '02-10', 10, 10_000_00, 50_00], ['02-11', '02-11', 1, 6_000_00, 3_00], 53_00]],
    ['a credit note lowers it like a payment', debt([['2026-02-06', 10_000_00]]), '2026-02-28', [['02-01', '02-05', 5, 10_000_00, 25_00], 25_00]],
    ['a released allocation raises it again from its day', debt([['2026-02-06', 10_000_00], ['2026-02-11', -10_000_00]]), '2026-02-15', [['02-01', '02-05', 5, 10_000_00, 25_00], ['02-11', '02-15', 5, 10_000_00, 25_00], 50_00]],
    ['what is taken back on the day on which it was paid changes nothing', debt([['2026-02-06', 10_000_00], ['2026-02-06', -10_000_00]]), '2026-02-10', [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['a payment after the last day does not count yet', debt([['2026-02-11', 4_000_00]]), '2026-02-10', [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['a debt that came back to life bears none before its document', debt([], { documentOn: day('2026-02-06') }), '2026-02-10', [['02-06', '02-10', 5, 10_000_00, 25_00], 25_00]],
    ['days that were charged are left out', debt([], { charged: [{ from: day('2026-02-01'), to: day('2026-02-10') }] }), '2026-02-15', [['02-11', '02-15', 5, 10_000_00, 25_00], 25_00]],
    ['all charged', debt([], { charged: [{ from: day('2026-02-01'), to: day('2026-02-10') }] }), '2026-02-10', [0]],
    ['between two charged runs', debt([], { charged: [{ from: day('2026-02-01'), to: day('2026-02-05') }, { from: day('2026-02-11'), to: day('2026-02-20') }] }), '2026-02-20', [['02-06', '02-10', 5, 10_000_00, 25_00], 25_00]],
    ['a leap day is a day', debt([], { documentOn: day('2024-01-01'), dueOn: day('2024-02-28') }), '2024-03-01', [['02-29', '03-01', 2, 10_000_00, 10_00], 10_00]],
  ])('%s', (_, of, to, wanted) => {
    expect(charge(of, to)).toEqual(wanted)
  })
})

describe('the rate of a day', () => {
  it.each<[string, unknown, unknown]>([
    ['an agreed daily rate is the same by 365 days', charge(debt(), '2026-02-10'), [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['and by 360', charge(debt(), '2026-02-10', { ...OFFICE, daysInYear: 360 }), [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['1.3 times the LPR of 3.00 % by 365 days (买卖合同解释 18)', charge(debt(), '2026-03-31', LPR), [['02-01', '03-31', 59, 10_000_00, 63_04], 63_04]],
    ['by 360 days', charge(debt(), '2026-03-31', { ...LPR, daysInYear: 360 }), [['02-01', '03-31', 59, 10_000_00, 63_92], 63_92]],
    ['1.5 times', charge(debt(), '2026-03-31', { ...LPR, lprFactor: 150 }), [['02-01', '03-31', 59, 10_000_00, 72_74], 72_74]],
    ['a whole leap year has 366 of 365 days', charge(debt([], { documentOn: day('2023-12-01'), dueOn: day('2023-12-31') }), '2024-12-31', { ...OFFICE, dailyRate: 100 }), [['01-01', '12-31', 366, 10_000_00, 366_00], 366_00]],
    ['0.05 % a day of public bodies and large companies (保障中小企业款项支付条例 17)', charge(debt(), '2026-02-10', { ...LPR, interestBasis: 'smallCreditor' }), [['02-01', '02-10', 10, 10_000_00, 50_00], 50_00]],
    ['the LPR falls inside the period', charge(debt([], { documentOn: day('2024-09-01'), dueOn: day('2024-10-15') }), '2024-10-25', LPR), [['10-16', '10-20', 5, 10_000_00, 5_97], ['10-21', '10-25', 5, 10_000_00, 5_52], 11_49]],
    ['the LPR falls and a part is paid', charge(debt([['2024-10-18', 5_000_00], ['2024-10-23', 1_000_00]], { documentOn: day('2024-09-01'), dueOn: day('2024-10-15') }), '2024-10-25', LPR),
      [['10-16', '10-17', 2, 10_000_00, 2_39], ['10-18', '10-20', 3, 5_000_00, 1_79], ['10-21', '10-22', 2, 5_000_00, 1_10], ['10-23', '10-25', 3, 4_000_00, 1_33], 6_61]],
    ['a notice of the same LPR starts no stretch', charge(debt([], { documentOn: day('2020-05-01'), dueOn: day('2020-05-31') }), '2021-12-19', LPR), [['06-01', '12-19', 567, 10_000_00, 777_49], 777_49]],
    ['agreed from a day in the middle on', charge(debt(), '2026-02-10', LPR, [{ from: day('2026-02-06'), basis: 'daily', rate: 1000 }]), [['02-01', '02-05', 5, 10_000_00, 5_34], ['02-06', '02-10', 5, 10_000_00, 50_00], 55_34]],
    ['and back to the terms of the office', charge(debt(), '2026-02-10', OFFICE, [{ from: day('2026-01-01'), basis: 'daily', rate: 0 }, { from: day('2026-02-06'), basis: '', rate: 0 }]), [['02-01', '02-05', 5, 10_000_00, 0], ['02-06', '02-10', 5, 10_000_00, 25_00], 25_00]],
    ['of one day the last agreement counts', charge(debt(), '2026-02-10', OFFICE, [{ from: day('2026-01-01'), basis: 'daily', rate: 9 }, { from: day('2026-01-01'), basis: 'daily', rate: 100 }]), [['02-01', '02-10', 10, 10_000_00, 10_00], 10_00]],
    ['a day before the first LPR is no guess: it is named', charge(debt([], { documentOn: day('2019-07-01'), dueOn: day('2019-07-31') }), '2019-09-01', LPR), '2019-08-01'],
    ['an agreed rate needs no LPR', charge(debt([], { documentOn: day('2019-07-01'), dueOn: day('2019-07-31') }), '2019-08-02'), [['08-01', '08-02', 2, 10_000_00, 10_00], 10_00]],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted)
  })

  it('of the LPR table is what the office posted last, or what was published', () => {
    const own = [{ on: day('2026-01-20'), rate: 29_500, removed: false }, { on: day('2025-05-20'), rate: 30_100, removed: false }, { on: day('2024-10-21'), rate: 0, removed: true }, { on: day('2026-01-20'), rate: 29_000, removed: false }]
    expect(lprTable(own).slice(-3)).toEqual([{ on: '2024-07-22', rate: 33_500 }, { on: '2025-05-20', rate: 30_100 }, { on: '2026-01-20', rate: 29_000 }])
    expect([...PUBLISHED_LPR].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(PUBLISHED_LPR)
  })
})

describe('the sum', () => {
  it('is rounded once, half up, and the stretches share it by the largest remainder', () => {
    // Three days of 0.333 fen each: one fen together, which the first of equal remainders shows.
    const each = (from: string) => ({ from: day(from), to: day(from), days: 1, open: money(1000), rate: 121_545 })
    const { stretches, interest } = interestOf([each('2026-02-01'), each('2026-02-02'), each('2026-02-03')], 365)
    expect([interest, stretches.map((stretch) => stretch.interest)]).toEqual([1, [1, 0, 0]])
    expect(interestOf([{ ...each('2026-02-01'), open: money(1000), rate: 182_500 }], 365).interest).toBe(1)
    expect(interestOf([{ ...each('2026-02-01'), open: money(999), rate: 182_500 }], 365).interest).toBe(0)
  })

  it('is exact for ten billion at one percent a day over ten years', () => {
    expect(interestOf([{ from: day('2026-01-01'), to: day('2035-12-31'), days: 3652, open: money(1_000_000_000_000), rate: 3_650_000 }], 365).interest).toBe(36_520_000_000_000)
  })

  it('charges runs of days without gaps', () => {
    const stretch = (from: string, to: string, interest: number) => ({ from: day(from), to: day(to), days: 1, open: money(1), rate: 1, interest: money(interest) })
    expect(chargedRuns([stretch('2026-02-01', '2026-02-05', 3), stretch('2026-02-06', '2026-02-07', 4), stretch('2026-02-11', '2026-02-12', 5)])).toEqual([
      { from: '2026-02-01', to: '2026-02-07', amount: 7 }, { from: '2026-02-11', to: '2026-02-12', amount: 5 },
    ])
  })

  it('agrees to the fen with a clerk who goes day by day, over 500 debts', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = new Random(seed)
      const daysInYear = random.chance(0.5) ? 365 : 360
      const office: OfficeTerms = { interestBasis: random.pick(['daily', 'lpr', 'smallCreditor'] as const) ?? 'lpr', dailyRate: random.between(0, 2000), lprFactor: random.between(100, 400), daysInYear }
      const dueOn = addDays(day('2020-01-01'), random.between(0, 1500))
      const to = addDays(dueOn, random.between(-5, 400))
      const near = () => addDays(dueOn, random.between(-30, 400))
      const agreed: AgreedTerms[] = Array.from({ length: random.between(0, 3) }, () => ({ from: near(), basis: random.pick(['daily', 'lpr', ''] as const) ?? '', rate: random.between(100, 400) }))
      const own = Array.from({ length: random.between(0, 3) }, () => ({ on: near(), rate: 100 * random.between(200, 500), removed: random.chance(0.25) }))
      const amount = random.between(1, 5_000_000_00)
      const movements = []
      let open = amount
      let on = addDays(dueOn, -20)
      for (let left = random.between(0, 8); left > 0; left -= 1) {
        const moved = open === 0 || (open < amount && random.chance(0.25)) ? -random.between(1, amount - open) : random.between(1, open)
        movements.push({ on, amount: money(moved) })
        open -= moved
        on = addDays(on, random.between(0, 100))
      }
      const charged = Array.from({ length: random.between(0, 2) }, () => near()).map((from) => ({ from, to: addDays(from, random.between(0, 120)) }))
      const lpr = lprTable(own)
      let exact = 0n
      for (let today = addDays(dueOn, 1); today <= to; today = addDays(today, 1)) {
        const left = amount - movements.filter((move) => move.on <= today).reduce((sum, move) => sum + move.amount, 0)
        if (charged.some((span) => span.from <= today && today <= span.to)) continue
        const [terms] = agreed.map((each, index) => ({ ...each, index })).filter((each) => each.from <= today).sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : b.index - a.index))
        const { basis, rate } = terms && terms.basis !== '' ? terms : { basis: office.interestBasis, rate: office.interestBasis === 'daily' ? office.dailyRate : office.lprFactor }
        const quoted = lpr.filter((each) => each.on <= today).at(-1)?.rate ?? 0
        exact += BigInt(left) * BigInt(basis === 'lpr' ? (quoted * rate) / 100 : basis === 'daily' ? rate * daysInYear : 500 * daysInYear)
      }
      const unit = 1_000_000n * BigInt(daysInYear)
      const found = stretchesOf({ amount: money(amount), documentOn: addDays(dueOn, -30), dueOn, movements, charged }, to, rateSteps(termsSteps(agreed, office), lpr, daysInYear))
      if ('noRateOn' in found) throw new Error(`seed ${seed}`)
      const { stretches, interest } = interestOf(found, daysInYear)
      expect([seed, interest]).toEqual([seed, Number((exact * 2n + unit) / (unit * 2n))])
      expect([seed, stretches.reduce((sum, stretch) => sum + stretch.interest, 0)]).toEqual([seed, interest])
      for (const stretch of stretches) expect(daysBetween(stretch.from, stretch.to) + 1).toBe(stretch.days)
    }
  })
})

describe('the words of a rate', () => {
  it('say what counted and from when on', () => {
    const steps = termsSteps([{ from: day('2026-02-06'), basis: 'daily', rate: 500 }, { from: day('2026-05-01'), basis: 'smallCreditor', rate: 0 }], LPR)
    const told = (from: string, to: string) => termsText(termsBetween(steps, day(from), day(to)), 'zh-CN')
    expect(told('2026-01-01', '2026-02-05')).toBe('同期一年期 LPR 的 1.3 倍')
    expect(told('2026-02-05', '2026-02-06')).toBe('同期一年期 LPR 的 1.3 倍；自 2026-02-06 起约定日利率 0.05%')
    expect(told('2026-02-06', '2026-05-01')).toBe('约定日利率 0.05%；自 2026-05-01 起日利率万分之五（《保障中小企业款项支付条例》第十七条）')
    expect(termsText(termsBetween(steps, day('2026-02-05'), day('2026-02-06')), 'en')).toBe('1.3 times the one-year LPR of each day; from 2026-02-06 on the agreed daily rate of 0.05%')
    expect([40_300, 39_000, 182_500, 0, 125, 500].map(percentText)).toEqual(['4.03%', '3.90%', '18.25%', '0.00%', '0.0125%', '0.05%'])
    expect([dailyText(39_000, 365), dailyText(182_500, 365), dailyText(36_000, 360)]).toEqual(['0.010685%', '0.05%', '0.01%'])
  })
})
