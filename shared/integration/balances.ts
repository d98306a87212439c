/** Rows of a list that tells of each customer what it owes as a whole, in one sum or by age: what a ledger opens with. */
import { addDays, dayOf, endOfMonth, type Day } from '../day.ts'
import type { List } from '../sheets/list.ts'
import { absolute, add, negate, subtract, sumOf, ZERO, type Money } from '../money.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { ListKind } from '../sheets/kinds.ts'
import { plainHeader } from '../sheets/words.ts'
import { dayInBucket, type Buckets } from './buckets.ts'
import { Identities } from './identity.ts'
import { owedOn, parseKind, parseSide } from './kinds.ts'
import { isOwn } from './ownCompany.ts'
import { currencyOf, partyOf, type ReadReceivable, type ReadReceivables, type ReceivableOptions } from './receivables.ts'

/** Xero calls the customer of an aged list its contact, which beside any other word for a customer, and in any other list, is a person. */
const AGED_CUSTOMER = ['companyname', 'company', 'contact']

/** The kind with a field for each age bucket, called as its column is. */
export const withBuckets = <Name extends string>(kind: ListKind<Name>, buckets: Buckets | null): ListKind<Name> => (buckets === null ? kind : {
  ...kind,
  fields: [
    ...kind.fields.map((field) => (field.field === 'customerName' ? { ...field, words: [...field.words, ...AGED_CUSTOMER] } : field)),
    ...buckets.columns.map(({ title }) => ({ field: title, title, kind: 'amount' as const, words: [plainHeader(title)] })),
  ],
  required: kind.required.map((group) => (group.includes('open') ? [...group, ...buckets.columns.map(({ title }) => title)] : group)),
})

/** The day that a name or a title states: 截至2026-03-31, 2026年3月, 202603. A month stands for its last day; of two days the later one counts. */
export function statedDay(text: string): Day | null {
  const plain = inDigits(text.normalize('NFKC'))
  const western = [...plain.matchAll(WESTERN)].flatMap((found) => westernDay(found) ?? [])
  const days = [...plain.matchAll(/(?<!\d)(20\d{2})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|(\d{2})(\d{2}))(?!\d)/g)]
    .flatMap((found) => dayOf(Number(found[1]), Number(found[2] ?? found[4]), Number(found[3] ?? found[5])) ?? []).concat(western)
  if (days.length > 0) return days.reduce((last, each) => (each > last ? each : last))
  const months = [...plain.matchAll(/(?<!\d)(20\d{2})\s*(?:[-/.年]\s*(?:第\s*)?)?(0?[1-9]|1[0-2])(?!\d)\s*[月期]?/g)]
    .flatMap((found) => dayOf(Number(found[1]), Number(found[2]), 1) ?? [])
  return months.length > 0 ? endOfMonth(months.reduce((last, each) => (each > last ? each : last))) : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*'
/** 31 March 2026 · March 31, 2026 · 31/03/2026 */
const WESTERN = new RegExp(`(?<![\\d/.-])(?:(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(${MONTH})\\.?,?[\\s-]+(20\\d{2})|(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d{2})|(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d{2}))(?!\\d)`, 'gi')

/** A day that may as well be a month says nothing, so that it is asked. */
function westernDay([, day, month, year, monthFirst, dayAfter, yearAfter, one, two, yearLast]: RegExpMatchArray): Day | null {
  const name = (month ?? monthFirst ?? '').toLowerCase().slice(0, 3)
  if (name !== '') return dayOf(Number(year ?? yearAfter), MONTHS.indexOf(name) + 1, Number(day ?? dayAfter))
  const [first, second] = [Number(one), Number(two)]
  if (first <= 12 && second <= 12 && first !== second) return null
  return first > 12 ? dayOf(Number(yearLast), second, first) : dayOf(Number(yearLast), first, second)
}

const CHINESE = '〇一二三四五六七八九'
const digitOf = (sign: string): string => String(sign === '零' ? 0 : CHINESE.indexOf(sign))

/** 二〇二六年三月三十一日 as 2026年3月31日. */
const inDigits = (text: string): string => text
  .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) => Array.from(year, digitOf).join(''))
  .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日])/g, (_, tens: string, ones: string) => `${tens === '' ? 1 : digitOf(tens)}${ones === '' ? 0 : digitOf(ones)}`)
  .replace(/[一二三四五六七八九](?=[月日])/g, digitOf)

/** What says of a line that it tells when the list was made and not of which day it is. */
const MADE_ON = /打印|制表|制单|导出|生成|print|export|created|generated/i

/** The day that the lines above a list state, else its sheet, else its file. */
export const statedDayOf = (about: string): Day | null => {
  const [file = '', ...lines] = about.split('\n')
  return [...[...lines].reverse(), file].filter((line) => !MADE_ON.test(line) || line === file).map(statedDay).find((found) => found !== null) ?? null
}

/**
 * Each customer's balance as one opening item on the day of the list, or one a bucket with its day in the bucket. Movements
 * that the list tells must lead to the balance, and the buckets must add up to it. A credit balance is the customer's credit.
 */
export function readBalances(list: List, buckets: Buckets | null, asOf: Day | null, options: ReceivableOptions, problems: Problems): ReadReceivables {
  const reader = new RowReader(list.columns, problems)
  const identities = new Identities(reader)
  const rows: ReadReceivable[] = []
  const known = buckets?.columns.filter(({ title }) => reader.has(title)) ?? []
  if (asOf === null) problems.add(null, '', 'AS_OF_MISSING')
  else {
    for (const row of list.rows) {
      reader.moveTo(row)
      const reason = readRow(asOf)
      if (reason) list.skip(reason, row)
    }
  }
  return { rows, receipts: [], skipped: list.skipped.all(), startOn: options.startOn ?? (asOf === null ? null : addDays(asOf, 1)) }

  function readRow(on: Day): string | null {
    const party = partyOf(reader)
    if (reader.failed) return null
    if (options.own && isOwn(options.own, party) === true) return 'purchase'
    // 往来余额表 hold what is owed to others beside what they owe; 预收账款 is the customer's credit, whatever its side says.
    const word = parseKind(reader.text('kind'))
    if (word === 'purchase' || word === 'order') return word
    const ages = known.map((bucket) => ({ bucket, amount: reader.amount(bucket.title) ?? ZERO }))
    const balance = balanceOf(reader)
    const stated = balance !== null && word === 'receipt' && balance > 0 && reader.text('side', 40) === '' ? negate(balance) : balance
    const currency = currencyOf(reader, options)
    if (reader.failed) return null
    if (ages.length > 0) {
      const added = sumOf(ages, ({ amount }) => amount)
      if (stated !== null && stated !== added) return reader.fail(reader.has('open') ? 'open' : 'debitBalance', 'BUCKETS_DIFFER', undefined, { total: stated, lines: added })
      for (const { bucket, amount } of ages) take(amount, dayInBucket(bucket, on, buckets?.byDueDay ?? false), bucket.from !== null && buckets?.byDueDay === true, bucket.title)
      return added === 0 && ages.every(({ amount }) => amount === 0) ? 'zero' : null
    }
    if (stated === null) return reader.fail('open', 'MISSING_VALUE')
    if (!movementFits(reader, stated)) return null
    take(stated, on, false, '')
    return stated === 0 ? 'zero' : null

    function take(amount: Money, documentOn: Day, due: boolean, bucket: string): void {
      if (amount === 0) return
      const key = identities.take(`B:${on}|${party.code || party.taxNumber || party.name}|${currency}|${bucket}`, 'customerName', () => '')
      if (key === null) return
      rows.push({
        row: reader.row, key, kind: amount < 0 ? 'creditNote' : 'opening', party, documentOn, dueOn: due || amount < 0 ? documentOn : null, terms: null,
        amount: absolute(amount), total: amount, currency, invoiceNumber: '', sourceNumber: '', contractNumber: '', orderNumber: '',
        note: [bucket, reader.text('note')].filter((text) => text !== '').join(' '), corrects: '', settled: ZERO, settledOn: null, asOf: on,
      })
    }
  }
}

/** What is owed at the end: the balance with its side, debit less credit, or what the list begins with where it says nothing else. */
function balanceOf(reader: RowReader): Money | null {
  const [debit, credit] = [reader.amount('debitBalance'), reader.amount('creditBalance')]
  if (debit !== null || credit !== null) return subtract(debit ?? ZERO, credit ?? ZERO)
  if (reader.has('debitBalance') && !reader.has('open')) return ZERO
  const field = ['open', 'localOpen', 'begin'].find((each) => reader.has(each)) ?? 'open'
  const found = reader.money(field)
  if (found === null) return null
  return owedOn(parseSide(reader.text('side', 40)) ?? found.side, found.amount)
}

/** 期初 + 本期应收 − 本期收款 − 冲销 = 期末, where the list tells all of it. */
function movementFits(reader: RowReader, end: Money): boolean {
  if (!['begin', 'debit', 'credit', 'open'].every((field) => reader.has(field)) || reader.has('side')) return true
  const [begin, debit, credit, off] = ['begin', 'debit', 'credit', 'writeOff'].map((field) => reader.amount(field) ?? ZERO)
  const made = subtract(add(begin ?? ZERO, debit ?? ZERO), credit ?? ZERO)
  if (reader.failed) return false
  if (made === end || subtract(made, off ?? ZERO) === end || add(made, off ?? ZERO) === end) return true
  reader.fail('open', 'MOVEMENT_DIFFERS', undefined, { expected: subtract(made, off ?? ZERO) })
  return false
}
