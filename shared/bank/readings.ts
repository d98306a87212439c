/** What the amounts of a statement may mean: which of them came in and which went out. The balances choose among them. */
import { absolute, negate, subtract, ZERO, type Money } from '../money.ts'
import type { Mapping } from '../sheets/header.ts'
import { sameAccount, type FoundAccount } from './account.ts'
import type { Direction } from './schemas.ts'
import type { RawLine } from './statementRow.ts'
import type { Stated } from './totals.ts'

export interface Reading {
  signed: Money[]
  /** The words for the directions are taken the other way round. */
  turned: boolean
  needsWord: boolean
}

/** The signed amounts as they might be meant, the likeliest first. */
export function readingsOf(lines: readonly RawLine[], mapping: Mapping, account: FoundAccount | null, stated: Stated): Reading[] {
  const turned = (signed: readonly Money[]): Reading => ({ signed: signed.map((amount) => negate(amount)), turned: true, needsWord: false })
  if (mapping['amount'] === undefined) {
    const sides = lines.map(signedSides(lines))
    return [{ signed: sides, turned: false, needsWord: false }, turned(sides)]
  }
  const amounts = lines.map(({ amount, in: moneyIn, out }) => amount ?? moneyIn ?? (out === null ? ZERO : negate(out)))
  const bySign: Reading = { signed: amounts, turned: false, needsWord: false }
  const anyNegative = amounts.some((amount) => amount < 0)
  if (mapping['direction'] !== undefined) {
    const byWord = lines.map(({ word }, index) => (word === 'out' ? negate(amounts[index] ?? ZERO) : amounts[index] ?? ZERO))
    const outs = lines.flatMap(({ word }, index) => (word === 'out' ? [amounts[index] ?? ZERO] : []))
    const words: Reading = { signed: byWord, turned: false, needsWord: true }
    const signAgrees = outs.length > 0 && outs.filter((amount) => amount < 0).length * 2 > outs.length
    // Where the payments out are negative anyway, the word only says it once more.
    return signAgrees ? [bySign, words, turned(byWord)] : [words, ...(anyNegative ? [bySign] : []), turned(byWord)]
  }
  const parties = byParties(lines, amounts, account)
  if (anyNegative) return [bySign, ...(parties ? [parties] : []), turned(amounts)]
  return [parties, byBalances(lines, amounts, stated)].flatMap((reading) => reading ?? [])
}

/** Payer and payee stand in columns of their own: whoever of them is the company tells the direction. */
function byParties(lines: readonly RawLine[], amounts: readonly Money[], account: FoundAccount | null): Reading | null {
  const directions = lines.map(({ payer, payee }): Direction | null => {
    const is = (side: { name: string; account: string }): boolean =>
      (side.account !== '' && sameAccount(account?.number ?? '', side.account)) || (side.name !== '' && side.name === account?.name)
    return is(payee) === is(payer) ? null : is(payee) ? 'in' : 'out'
  })
  if (directions.some((direction) => direction === null) || lines.length === 0) return null
  return { signed: amounts.map((amount, index) => (directions[index] === 'out' ? negate(absolute(amount)) : absolute(amount))), turned: false, needsWord: false }
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
  return best.told === lines.length || onlyIn ? { signed: best.signed, turned: false, needsWord: false } : null
}

/** The amounts of two columns as one signed one. A column whose figures are mostly negative only shows its side by the sign. */
function signedSides(lines: readonly RawLine[]): (line: RawLine) => Money {
  const mostlyNegative = (side: 'in' | 'out'): boolean => {
    const amounts = lines.map((line) => line[side] ?? 0).filter((amount) => amount !== 0)
    return amounts.filter((amount) => amount < 0).length * 2 > amounts.length
  }
  const [inNegative, outNegative] = [mostlyNegative('in'), mostlyNegative('out')]
  return (line) => {
    if (line.in !== null && line.in !== 0) return inNegative ? absolute(line.in) : line.in
    const out = line.out ?? line.amount ?? ZERO
    return outNegative ? negate(absolute(out)) : negate(out)
  }
}
