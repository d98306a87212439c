/** When the office of the demonstration ledger writes letters and calls, and what is said; to whom, the ledger tells. */
import { addDays, type Day } from '../../shared/day.ts'
import type { Dice } from './demoDice.ts'
import type { CallSlot, LetterSlot } from './demoSteps.ts'
import { note, type Story } from './demoStory.ts'

/** Days before today on which letters went out, or the last workday before, so that a holiday up to today swallows none; the last ones are too young for another. */
const RUNS = [
  { daysAgo: 150, level: 'reminder', most: 8 }, { daysAgo: 128, level: 'demand', most: 6 }, { daysAgo: 112, level: 'reminder', most: 7 }, { daysAgo: 96, level: 'demand', most: 7 },
  { daysAgo: 80, level: 'secondDemand', most: 4 }, { daysAgo: 65, level: 'reminder', most: 6 }, { daysAgo: 50, level: 'finalNotice', most: 1 }, { daysAgo: 34, level: 'demand', most: 6 },
  { daysAgo: 17, level: 'reminder', most: 6 }, { daysAgo: 5, level: 'demand', most: 3 },
] as const

/** Days before today on which the office called, and how many customers. */
const ROUNDS = [{ daysAgo: 30, most: 6 }, { daysAgo: 13, most: 8 }, { daysAgo: 6, most: 6 }, { daysAgo: 2, most: 5 }] as const

const EXCUSES = ['财务出差，下周回来后安排', '正在走付款审批', '本月资金紧张，先付一部分', '对方称未收到发票，已补寄', '电话无人接听，已发微信'] as const
const DISPUTES = ['有两台待返修，要求修好后付款', '数量与送货单不符', '对运费分摊有异议'] as const

export function planLetters(story: Story, today: Day): void {
  const { agenda, dice } = story
  for (const { daysAgo, level, most } of RUNS) {
    agenda.add(agenda.notAfter(addDays(today, -daysAgo)), (on) => note(story, on, { do: 'sendLetters', level, slots: Array.from({ length: most }, () => letter(dice)) }))
  }
}

const letter = (dice: Dice): LetterSlot => ({
  remark: dice.chance(0.3) ? '如已付款，请忽略本函并告知付款日期。' : '',
  prints: [...(dice.chance(0.9) ? [dice.chance(0.5) ? 'pdf' as const : 'print' as const] : []), ...(dice.chance(0.2) ? ['print' as const] : [])],
})

export function planCollection(story: Story, today: Day): void {
  const { agenda, dice } = story
  for (const { daysAgo, most } of ROUNDS) {
    agenda.add(agenda.notAfter(addDays(today, -daysAgo)), (on) => {
      note(story, on, { do: 'callCustomers', slots: Array.from({ length: most }, (_, place) => call(dice, place, on)) })
      // What the first round contested is settled a fortnight later.
      if (most === ROUNDS[0].most) agenda.add(addDays(on, 14), (day) => note(story, day, { do: 'settleDispute' }))
    })
  }
}

const call = (dice: Dice, place: number, on: Day): CallSlot => ({
  way: dice.chance(0.7) ? 'call' : 'message', result: dice.pick(EXCUSES), nextStep: dice.chance(0.6) ? '再次电话确认' : '', nextOn: dice.chance(0.6) ? addDays(on, dice.between(2, 9)) : null,
  promise: place % 3 === 0 ? { whole: dice.chance(0.5), dueOn: addDays(on, dice.between(4, 14)) } : null,
  dispute: place === 1 ? { reason: dice.pick(DISPUTES), settleBy: addDays(on, 15) } : null,
  holdUntil: place === 7 ? addDays(on, 20) : null,
})
