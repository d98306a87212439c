/** One payment of the demonstration ledger, by chance: given what is owed, an answer that the rules take. */
import { money, ZERO, type Money } from '../../shared/money.ts'
import type { Method } from '../../shared/receipts/schemas.ts'
import type { Dice } from './demoDice.ts'
import { ACCOUNTS } from './demoPeople.ts'

export interface PlannedPayment {
  amount: Money
  fee: Money
  method: Method
  reference: string
  account: number | null
  payer: string
}

export interface Owing {
  currency: 'CNY' | 'USD'
  shortName: string
  items: readonly { invoiceNumber: string; orderNumber: string }[]
  /** Above zero. */
  owed: Money
  /** Bank accounts of the currency, the usual one first. */
  accounts: readonly number[]
}

/** The places of the bank accounts of a currency, the usual one first. */
export const accountsOf = (currency: 'CNY' | 'USD'): number[] => ACCOUNTS.flatMap((account, place) => (account.currency === currency ? [place] : []))

/** No bank takes its fee of a few cents: below this (minor units) a transfer is free. */
const LEAST_WITH_FEE = 100_000

/** How much, by what and with which words: most pay exactly, some round, some fall short by cents, a few in part. */
export function planPayment(dice: Dice, { currency, shortName, items, owed, accounts }: Owing): PlannedPayment {
  const way = dice.next()
  const amount = way < 0.05 && owed > 2_000_000 ? Math.ceil((owed * dice.between(5, 8)) / 1_000_000) * 100_000
    : way < 0.08 ? Math.ceil(owed / 100_000) * 100_000
    : way < 0.17 && owed > 10_000 ? owed - dice.between(1, 100)
    : owed
  const byDraft = currency === 'CNY' && owed > 3_000_000 && dice.chance(0.26)
  const method: Method = byDraft ? 'acceptance' : owed < 1_500_000 && dice.chance(0.12) ? 'cash' : dice.chance(0.02) ? 'other' : 'transfer'
  const first = items[0]
  const named = items.map((item) => item.invoiceNumber.slice(-8)).filter((tail) => tail !== '').join('、')
  const reference = dice.chance(0.35) && named !== '' ? `付发票 ${named}` : dice.chance(0.1) && first?.orderNumber ? `订单 ${first.orderNumber} 货款` : dice.pick(['货款', '支付货款', '往来款', '材料款', ''])
  const [usual = null, other = usual] = accounts
  const charged = method === 'transfer' && (currency === 'USD' || dice.chance(0.12)) ? money(dice.between(5, 50) * 100) : ZERO
  return {
    amount: money(amount), method, reference, fee: amount < LEAST_WITH_FEE ? ZERO : charged,
    account: method === 'transfer' ? (dice.chance(0.75) ? usual : other) : null,
    payer: dice.chance(0.03) ? `${shortName}财务结算中心` : '',
  }
}
