/** What the amounts of a statement may mean: which of them came in and which went out. The balances choose among them. */
import { nameKey } from '../customers/names.ts'
import { absolute, negate, subtract, ZERO, type Money } from '../money.ts'
import type { Mapping } from '../sheets/header.ts'
import { sameAccount, type FoundAccount } from './account.ts'
import type { Own } from './classify.ts'
import type { Direction } from './schemas.ts'
import type { RawLine } from './statementRow.ts'
import type { Stated } from './totals.ts'

export interface Reading {
  signed: Money[]
  /** The words for the directions are taken the other way round. */
  turned: boolean
  needsWord: boolean
  /** Only words around the list say it, so nothing of it is certain unless its balances prove it. */
  guessed: boolean
}

export interface Surroundings {
  account: FoundAccount | null
  own: Own
  stated: Stated
  /** A book of the company itself, whose 借 is money in. */
  ownBook: boolean
  /** The one side of which the titles speak. */
  titled: Direction | null
  /** The title of the column of money out shows a sign, as 支出（-）. */
  signedOut: boolean
}

/** The signed amounts as they might be meant, the likeliest first. */
export function readingsOf(lines: readonly RawLine[], mapping: Mapping, around: Surroundings): Reading[] {
  const reading = (signed: readonly Money[], more: Partial<Reading> = {}): Reading => ({ signed: [...signed], turned: false, needsWord: false, guessed: false, ...more })
  const turned = (signed: readonly Money[], guessed = false): Reading => reading(signed.map((amount) => negate(amount)), { turned: true, guessed })
  const negative = lines.some((line) => (line.in ?? 0) < 0 || (line.out ?? 0) < 0)
  if (mapping['amount'] === undefined) {
    const [bySign, bySide] = [lines.map(signedSide), lines.map(absoluteSide)]
    const bank = around.signedOut ? [reading(bySide), reading(bySign)] : negative ? [reading(bySign), reading(bySide)] : [reading(bySign)]
    const company = [turned(bySign, around.ownBook), ...(negative ? [turned(bySide)] : [])]
    return around.ownBook ? [...company, ...bank] : [...bank, ...company]
  }
  const amounts = lines.map(({ amount, in: moneyIn, out }) => amount ?? moneyIn ?? (out === null ? ZERO : negate(out)))
  const bySign = reading(amounts)
  const anyNegative = amounts.some((amount) => amount < 0) || lines.every(({ plus }) => plus)
  if (mapping['direction'] !== undefined || lines.some(({ word }) => word !== null)) {
    const byWord = lines.map(({ word }, index) => (word === 'out' ? negate(amounts[index] ?? ZERO) : amounts[index] ?? ZERO))
    const outs = lines.flatMap(({ word }, index) => (word === 'out' ? [amounts[index] ?? ZERO] : []))
    const words = reading(byWord, { needsWord: true })
    const signAgrees = outs.length > 0 && outs.filter((amount) => amount < 0).length * 2 > outs.length
    // Where the payments out are negative anyway, the word only says it once more.
    const turnedWords: Reading = { ...turned(byWord), needsWord: true }
    return signAgrees ? [bySign, words, turnedWords] : [words, ...(anyNegative ? [bySign] : []), turnedWords]
  }
  const parties = byParties(lines, amounts, around)
  if (anyNegative) return [bySign, ...(parties ? [parties] : []), turned(amounts)]
  const { titled } = around
  const byTitle = titled && reading(amounts.map((amount) => (titled === 'in' ? amount : negate(amount))), { guessed: true })
  return [parties, byBalances(lines, amounts, around.stated), byTitle].flatMap((found) => found ?? [])
}

/** An amount goes the way of its column; a negative one came back from there. */
const signedSide = (line: RawLine): Money => (line.in !== null && line.in !== 0 ? line.in : negate(line.out ?? line.amount ?? ZERO))
/** The sign only says once more which column it is. */
const absoluteSide = (line: RawLine): Money => (line.in !== null && line.in !== 0 ? absolute(line.in) : negate(absolute(line.out ?? line.amount ?? ZERO)))

/** Payer and payee stand in columns of their own: whoever of them is the company tells the direction. */
function byParties(lines: readonly RawLine[], amounts: readonly Money[], { account, own }: Surroundings): Reading | null {
  const names = [...own.names, account?.name ?? ''].map(nameKey).filter((name) => name !== '')
  const numbers = [...own.accounts, account?.number ?? '']
  const directions = lines.map(({ payer, payee }): Direction | null => {
    const is = (side: { name: string; account: string }): boolean => numbers.some((number) => sameAccount(side.account, number)) || names.includes(nameKey(side.name))
    return is(payee) === is(payer) ? null : is(payee) ? 'in' : 'out'
  })
  if (directions.some((direction) => direction === null) || lines.length === 0) return null
  return { signed: amounts.map((amount, index) => (directions[index] === 'out' ? negate(absolute(amount)) : absolute(amount))), turned: false, needsWord: false, guessed: false }
}

/** Amounts without any sign or word: the balance that rises or falls by them tells. Null when it does not for nearly all of them. */
function byBalances(lines: readonly RawLine[], amounts: readonly Money[], stated: Stated): Reading | null {
  const attempt = (step: 1 | -1): { signed: Money[]; told: number } => {
    let told = 0
    const oldest = step === 1 ? 0 : lines.length - 1
    const signed = amounts.map((amount, index) => {
      const before = index === oldest ? stated.opening : lines[index - step]?.balance ?? null
      const after = lines[index]?.balance ?? null
      const change = before === null || after === null ? null : subtract(after, before)
      if (change !== null && absolute(change) === amount) told += 1
      return change !== null && change < 0 ? negate(amount) : amount
    })
    return { signed, told }
  }
  const [down, up] = [attempt(1), attempt(-1)]
  const best = up.told > down.told ? up : down
  // Without the balance before it nobody knows which way the oldest amount went, unless all others came in.
  const onlyIn = stated.opening === null && lines.length > 1 && best.told === lines.length - 1 && best.signed.every((amount) => amount > 0)
  return best.told === lines.length || onlyIn ? { signed: best.signed, turned: false, needsWord: false, guessed: false } : null
}
