/**
 * Reads terms as offices write them (票后60天, 月结30天, 次月25日, 30%预付70%发货前, net 30) into the rule, or names the word that
 * is not understood. Nothing is guessed: what is not known by its word makes the text one to be mended.
 */
import type { z } from 'zod'
import { zTerms, type Terms, type Trigger } from './schemas.ts'
import { RULES, type Word } from './words.ts'

/** What 30天月结 means in this office: 30 days and then the month's end, or the month's end and then 30 days. */
export type MonthEndOrder = 'after' | 'before'

export interface ReadTerms {
  terms: Terms
  /** The rule does not say all of it (a plan of parts, a discount, a means of payment): the text is kept with it. */
  partial: boolean
  /** Offices differ about the order in which this text adds and goes to the month's end. */
  asks: boolean
}
export interface UnreadTerms {
  unknown: string
}

interface Token {
  word: Word
  text: string
}

const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** 三十 → 30, 一百二十 → 120, 两 → 2. */
function chineseNumber(text: string): number {
  let [sum, digit] = [0, 0]
  for (const character of text) {
    if (character === '百' || character === '十') {
      sum += Math.max(digit, sum === 0 && digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10)
      digit = 0
    } else digit = DIGITS[character] ?? 0
  }
  return sum + digit
}

/** Half width, small letters, digits for 三十天 and 三成; spaces go, except that two numbers stay apart. */
const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase().trim()
  .replace(/(?<=\d)\s+(?=\d)/g, ',').replace(/\s/g, '')
  .replace(/百分之([零一二两三四五六七八九十百]+)/g, (_, number: string) => `${chineseNumber(number)}%`)
  .replace(/([一二两三四五六七八九])成/g, (_, number: string) => `${chineseNumber(number) * 10}%`)
  .replace(/(?<!第)[零一二两三四五六七八九十百]+(?=个|天|日|月(?!结)|周|年|季|号|星期|礼拜)/g, (number) => String(chineseNumber(number)))

/** The word at a place; null for one that is known but means no day (0日, 45号, 30个工作日). */
function tokenAt(text: string, at: number): { word: Word | null; end: number } | null {
  for (const [pattern, wordOf] of RULES) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match && match[0] !== '') return { word: wordOf(match), end: at + match[0].length }
  }
  return null
}

function tokensOf(text: string): Token[] | UnreadTerms {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const found = tokenAt(text, at)
    if (!found) {
      let end = at + 1
      while (end < text.length && tokenAt(text, end) === null) end += 1
      return { unknown: text.slice(at, end) }
    }
    if (found.word === null) return { unknown: text.slice(at, found.end) }
    if (found.word.kind !== 'filler' || /^[,;、。]$/.test(text.slice(at, found.end))) tokens.push({ word: found.word, text: text.slice(at, found.end) })
    at = found.end
  }
  return tokens
}

/** Reads a text of terms. `order` decides about 30天月结. */
export function readTerms(text: string, order: MonthEndOrder = 'after'): ReadTerms | UnreadTerms {
  const tokens = tokensOf(plainOf(text))
  if ('unknown' in tokens) return tokens
  const kept = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 200)
  if (tokens.some(({ word }) => word.kind === 'share' || word.kind === 'rest')) return planOf(tokens, order, kept)
  const read = partOf(tokens, order, kept)
  if ('unknown' in read) return read
  return { ...read, terms: read.partial ? { ...read.terms, text: kept } : read.terms }
}

type Part = Token[]

/** A plan: the parts between commas, or between the shares where no commas part them. */
function partsOf(tokens: readonly Token[]): Part[] {
  const isShare = ({ word }: Token): boolean => word.kind === 'share' || word.kind === 'rest'
  const isComma = ({ word }: Token): boolean => word.kind === 'filler'
  const parts: Part[] = []
  const chunks = tokens.reduce<Part[]>((all, token) => (isComma(token) ? [...all, []] : [...all.slice(0, -1), [...(all.at(-1) ?? []), token]]), [[]]).filter((chunk) => chunk.length > 0)
  for (const chunk of chunks) {
    const shares = chunk.filter(isShare).length
    if (shares === 0 && parts.length > 0) parts.at(-1)?.push(...chunk)
    else if (shares <= 1) parts.push([...chunk])
    else {
      const first = isShare(chunk[0] ?? { word: { kind: 'filler' }, text: '' })
      let part: Part = []
      for (const token of chunk) {
        if (first && isShare(token) && part.length > 0) {
          parts.push(part)
          part = []
        }
        part.push(token)
        if (!first && token.word.kind === 'share') {
          parts.push(part)
          part = []
        }
      }
      if (part.length > 0) parts.push(part)
    }
  }
  return parts
}

/**
 * The installments of a plan come with contracts; until then the whole document goes by its largest part (the first of
 * equal ones), and the text is kept.
 */
function planOf(tokens: readonly Token[], order: MonthEndOrder, kept: string): ReadTerms | UnreadTerms {
  let [said, asks] = [0, false]
  const read: { percent: number; terms: Terms }[] = []
  for (const part of partsOf(tokens)) {
    const share = part.find(({ word }) => word.kind === 'share')
    const percent = share?.word.kind === 'share' ? share.word.percent : 100 - said
    said += percent
    if (percent <= 0 || said > 100) return { unknown: share?.text ?? kept }
    const one = partOf(part.filter(({ word }) => word.kind !== 'share' && word.kind !== 'rest'), order, part.map(({ text }) => text).join(''))
    if ('unknown' in one) return one
    asks ||= one.asks
    read.push({ percent, terms: one.terms })
  }
  const largest = read.reduce<(typeof read)[number] | null>((most, part) => (most && most.percent >= part.percent ? most : part), null)
  if (!largest) return { unknown: kept }
  const partial = read.length > 1 || largest.percent < 100
  return { terms: partial ? { ...largest.terms, text: kept } : largest.terms, partial, asks }
}

/** From the 28th on a day may be the last of its own month. */
const SHORTEST_MONTH = 28

/** One rule, from words in any order; each kind of word once, where more would contradict. */
function partOf(all: readonly Token[], order: MonthEndOrder, whole: string): ReadTerms | UnreadTerms {
  const tokens = asDays(all)
  if ('unknown' in tokens) return tokens
  const words = tokens.map(({ word }) => word)
  const triggers = words.filter((word) => word.kind === 'trigger')
  const months = words.filter((word) => word.kind === 'monthEnd' || word.kind === 'endOf')
  const days = words.filter((word) => word.kind === 'dayOf' || word.kind === 'payDay')
  const second = [months, days].find((list) => list.length > 1)?.[1]
  if (second) return { unknown: tokens.find(({ word }) => word === second)?.text ?? whole }
  const [month, day] = [months[0], days[0]]
  const [place, dayPlace] = [month, day].map((word) => (word ? words.indexOf(word) : -1)) as [number, number]
  const sum = { months: 0, days: 0, before: false, behind: false, daysAt: -1 }
  for (const [index, word] of words.entries()) {
    if (word.kind !== 'added') continue
    if (sum.months > 0 && word.months > 0 || sum.days > 0 && word.days > 0) return { unknown: tokens[index]?.text ?? whole }
    sum.months += word.months
    sum.days += word.days
    if (word.days > 0) sum.daysAt = index
    if (index < place) sum.before = true
    else sum.behind = true
  }
  const added = sum.months > 0 || sum.days > 0
  const warranty = words.some((word) => word.kind === 'warranty')
  const says = added || month || day || warranty || triggers.some((word) => word.whole) || words.some((word) => word.kind === 'added')
  if (!says) return { unknown: tokens[0]?.text ?? whole }
  // 即付 and 现结 say when after what happened, not what: 票到即付 counts from the paper.
  const happened = triggers.filter((word) => word.trigger !== 'invoiced' || !word.atOnce)
  const trigger: Trigger = (happened.at(-1) ?? triggers.at(-1))?.trigger ?? (warranty ? (added ? 'accepted' : 'warrantyEnd') : month?.trigger ?? 'invoiced')
  const contradiction = contradicts(tokens, added, month !== undefined, day)
  if (contradiction) return { unknown: contradiction.text }
  const disputed = month?.kind === 'monthEnd' && month.differs && sum.days > 0 && sum.before
  const daysBehind = sum.days > 0 && sum.daysAt > place
  const parts: z.input<typeof zTerms> = { trigger, months: sum.months, days: sum.days }
  const endOfMonth = (): void => {
    parts.monthEnd = 'after'
    if (daysBehind) Object.assign(parts, { days: 0, last: { kind: 'days', count: sum.days } })
  }
  if (month?.kind === 'endOf') {
    // The rule adds months before days: 30天次月底 cannot be said by it, 次月底后30天 can.
    if (month.months > 0 && sum.days > 0 && !daysBehind) return { unknown: tokens[place]?.text ?? whole }
    parts.months = sum.months + month.months
    endOfMonth()
  }
  // 次月25日 says its month; a 月结 beside it says no more.
  else if (month && day?.kind !== 'dayOf') {
    if (sum.months > 0 && sum.behind && sum.days > 0 && !daysBehind) return { unknown: tokens[place]?.text ?? whole }
    if (disputed) parts.monthEnd = order
    else if (month.kind === 'monthEnd' && month.first && sum.months === 0) parts.monthEnd = 'before'
    else if (sum.months > 0 || (sum.before && !sum.behind)) endOfMonth()
    else parts.monthEnd = 'before'
  }
  if (day?.kind === 'dayOf') {
    const within = { months: sum.months + day.months, last: { kind: 'inMonth', count: day.date } }
    const ahead = sum.days > 0 && sum.daysAt < dayPlace
    if (sum.days === 0 || (ahead && day.months === 0)) Object.assign(parts, within)
    // The days first, and then the 10th of the next month: the first 10th after that month's end.
    else if (ahead && day.months === 1 && day.date < SHORTEST_MONTH) Object.assign(parts, { monthEnd: 'after', last: { kind: 'onDate', count: day.date } })
    else return { unknown: tokens[dayPlace]?.text ?? whole }
  }
  if (day?.kind === 'payDay') {
    if (parts.last) return { unknown: tokens[dayPlace]?.text ?? whole }
    // 月结30号 is the 30th of the month after, also where the month itself ends on its 30th.
    if (parts.monthEnd === 'before' && !added) Object.assign(parts, { monthEnd: 'none', months: 1, last: { kind: 'inMonth', count: day.date } })
    else parts.last = { kind: 'onDate', count: day.date }
  }
  const read = zTerms.safeParse(parts)
  if (!read.success) return { unknown: whole }
  return { terms: read.data, partial: words.some((word) => word.kind === 'beside') || new Set(happened.map((word) => word.trigger)).size > 1, asks: disputed }
}

/** A word beside which another makes no sense: 现结 with days, 发货前7天, 次月25日 with a month's end and days of its own. */
function contradicts(tokens: readonly Token[], added: boolean, month: boolean, day: Word | undefined): Token | undefined {
  if (added || month || day) return tokens.find(({ word }) => (word.kind === 'trigger' && word.atOnce) || (word === day && day.kind === 'dayOf' && added && month))
  return undefined
}

/** A number that people write without a unit; 361 and 3331 are shares of a plan (3:6:1). */
const isPlainNumber = (value: number): boolean => value <= 31 || (value <= 365 && value % 5 === 0)

/** A bare number is days where it is all there is, or beside a word that days are counted from: 60 · 月结30 · net 30 · 账期45. */
function asDays(tokens: readonly Token[]): Token[] | UnreadTerms {
  const useful = tokens.filter(({ word }) => word.kind !== 'filler')
  const numbers = useful.filter(({ word }) => word.kind === 'number')
  const taken = useful.some(({ word }) => word.kind === 'added')
  const bare = numbers[0]
  if (bare?.word.kind === 'number' && !isPlainNumber(bare.word.value)) return { unknown: bare.text }
  if (bare && (numbers.length > 1 || taken)) return { unknown: (taken ? bare : numbers[1] ?? bare).text }
  return useful.map((token) => (token.word.kind === 'number' ? { ...token, word: { kind: 'added', months: 0, days: token.word.value } } : token))
}
