/** The bills of the demonstration ledger: what a receipt by acceptance brought, and where each bill goes. */
import { addDays, addMonths, type Day } from '../../shared/day.ts'
import { checkStep } from '../../shared/acceptances/rules.ts'
import { billInput, type AcceptanceStep } from '../../shared/acceptances/schemas.ts'
import { money, type Money } from '../../shared/money.ts'
import { collectAcceptance, discountAcceptance, dishonourAcceptance, endorseAcceptance, notifyPriorHand, presentAcceptance, settleAcceptance, splitAcceptance } from '../acceptances/commands.ts'
import { acceptanceView, billsOfReceipt } from '../acceptances/queries.ts'
import { registerAcceptances } from '../acceptances/register.ts'
import type { Writer } from '../writer.ts'
import { Dice } from './demoDice.ts'
import type { Customer } from './demoSetup.ts'
import type { Story } from './demoStory.ts'

/** Bills have a chance of their own, so that the story of the receipts is what it would be without them. */
const SEED = 530_000
/** Where bills go, by their turn: most are kept until they are due. */
const WAYS = ['keep', 'discount', 'keep', 'endorse', 'keep', 'keep', 'refused', 'split', 'keep', 'discount', 'endorse', 'keep'] as const
const BANKS = ['招商银行南京分行', '中国工商银行苏州分行', '江苏银行苏州分行', '中国建设银行上海分行', '宁波银行苏州分行'] as const
const COMPANIES = ['江苏重工集团有限公司', '上海电气装备有限公司', '浙江轨道装备股份有限公司', '安徽能源科技有限公司'] as const
const SUPPLIERS = ['无锡永信钢材有限公司', '宁波宏达轴承有限公司', '苏州金鼎铸造有限公司'] as const

/** Registers one bill for a receipt by acceptance and plans its life; a receipt that is reversed gives its bill back. */
export async function takeBill(tx: Writer, story: Story, customer: Customer, receipt: { id: number; amount: Money; revived: Revived }, on: Day): Promise<void> {
  const dice = new Dice(SEED + receipt.id)
  const issuedOn = addDays(on, -dice.between(2, 40))
  const bank = dice.chance(0.8)
  await registerAcceptances(tx, { id: receipt.id, bills: [billInput.parse({
    billNumber: dice.digits(30), rangeFrom: 1, rangeTo: receipt.amount, kind: bank ? 'bank' : 'commercial', drawer: dice.pick(COMPANIES), acceptor: bank ? dice.pick(BANKS) : dice.pick(COMPANIES),
    priorHand: customer.name, issuedOn, dueOn: addMonths(issuedOn, dice.chance(0.7) ? 6 : 3), amount: receipt.amount, transferable: true,
  })] })
  const [bill] = await billsOfReceipt(tx, receipt.id, on, null)
  if (bill) planLife(story, { ...bill, revived: receipt.revived, way: WAYS[bill.id % WAYS.length] ?? 'keep' }, dice, on)
}

/** Plans how a debt that a refusal brought back is paid. */
type Revived = (itemId: number, on: Day) => void

interface Planned {
  id: number
  amount: Money
  dueOn: Day
  revived: Revived
  way: (typeof WAYS)[number]
}

/** Notes a step for a day; when it has come, the step is taken only if the bill still allows it. */
function later(story: Story, id: number, step: AcceptanceStep, on: Day, take: (tx: Writer, day: Day) => Promise<void>): void {
  story.agenda.add(on, async (tx, day) => {
    const bill = await acceptanceView(tx, id, day, null)
    if (checkStep(step, bill, day) === null) await take(tx, day)
  })
}

function planLife(story: Story, { id, amount, dueOn, way, revived }: Planned, dice: Dice, on: Day): void {
  const [bankAccountId = 1] = story.office.accounts.CNY
  const early = addDays(on, dice.between(6, 30))
  if (way === 'endorse') later(story, id, 'endorse', early, (tx, day) => endorseAcceptance(tx, { id, on: day, endorsee: dice.pick(SUPPLIERS), note: '付材料款' }, { today: day }))
  if (way === 'discount') later(story, id, 'discount', early, (tx, day) => discountAcceptance(tx, { id, on: day, bankAccountId, interest: money(Math.round(amount * 0.008)), fee: money(0), note: '' }, { today: day }))
  if (way === 'split') {
    later(story, id, 'split', early, async (tx, day) => {
      const first = money(Math.floor(amount / 300_000) * 100_000)
      if (first <= 0) return
      await splitAcceptance(tx, { id, on: day, amounts: [first, money(amount - first)], note: '' }, { today: day })
      const parts = (await acceptanceView(tx, id, day, null)).parts
      for (const [index, part] of parts.entries()) planLife(story, { id: part.id, amount: part.amount, dueOn, revived, way: index === 0 ? 'endorse' : 'keep' }, dice, day)
    })
  }
  later(story, id, 'settle', addDays(dueOn, 11), (tx, day) => settleAcceptance(tx, { id, on: day, note: '' }, { today: day }))
  later(story, id, 'present', addDays(dueOn, dice.between(0, 3)), (tx, day) => presentAcceptance(tx, { id, on: day, note: '' }, { today: day }))
  if (way === 'refused') planRefusal(story, { id, revived }, addDays(dueOn, 5), dice)
  else later(story, id, 'collect', addDays(dueOn, dice.between(5, 7)), (tx, day) => collectAcceptance(tx, { id, on: day, bankAccountId, fee: money(0), note: '' }, { today: day }))
}

/** The debt that a refusal brings back is paid some weeks later, as other debts are. */
function planRefusal(story: Story, { id, revived }: Pick<Planned, 'id' | 'revived'>, on: Day, dice: Dice): void {
  later(story, id, 'dishonour', on, async (tx, day) => {
    await dishonourAcceptance(tx, { id, on: day, reason: dice.pick(['账户余额不足', '承兑人账户已冻结', '票据要素不符']), note: '' }, { today: day })
    const debt = (await acceptanceView(tx, id, day, null)).revived
    if (debt && dice.chance(0.6)) revived(debt.itemId, addDays(day, dice.between(20, 50)))
    later(story, id, 'notify', addDays(day, 1), (next, when) => notifyPriorHand(next, { id, on: when, notified: '', note: '' }, { today: when }))
  })
}
