/**
 * What the title of a column says, and whether a word of ours says the same. A title is more than the word it holds: 未收款金额 is
 * the contrary of 收款金额, 合同金额 is another amount than 金额, and 借方金额(收) means money that came in whatever 借方 says.
 */
import type { Field } from './kinds.ts'
import { headerWithoutBrackets, plainHeader } from './words.ts'

export type Side = 'in' | 'out'

export interface Meaning {
  /** All of the title, as it is compared. */
  plain: string
  /** Without what stands in brackets. */
  bare: string
  /** What its brackets say of the side: 收 or 付. */
  side: Side | null
  /** What stands in its brackets and is neither side, unit, currency nor the same in another language. */
  inside: string
  /** Its brackets and the rest put together either way: 金额(含税) is 含税金额. */
  joined: readonly string[]
}

const BRACKETS = /[([【<]([^)\]】>]*)[)\]】>]/g
const SIDES: Record<Side, RegExp> = {
  in: /^(?:收|收入|收款|收方|收到|存|存入|转入|汇入|入|入账|进|进账|来账|moneyin|paidin|in|deposits?|receipts?|received)$/,
  out: /^(?:付|付款|付方|支|支出|支取|支付|取|取出|转出|汇出|出|出账|往账|moneyout|paidout|out|withdrawals?|payments?)$/,
}
/** Says nothing more of an amount: its unit, its currency, that it holds the tax, or the word once more. */
const NOTHING_MORE = /^(?:单位|单据头|单据体|表头|表体|人民币|元|万元|千元|百万元|本位币|原币|外币|本币|小写|大写|含税|价税合计|借|贷|借方|贷方|借贷|[a-z]{3}|\d{0,3}|.*(?:元|币)|美金|[$¥€£]*)$/

const CACHE = new Map<string, Meaning>()
const MOST_CACHED = 2000

export function meaningOf(title: string): Meaning {
  const known = CACHE.get(title)
  if (known) return known
  const insides = Array.from(title.normalize('NFKC').matchAll(BRACKETS), ([, inside = '']) => plainHeader(inside))
  const bare = headerWithoutBrackets(title)
  const side = (['in', 'out'] as const).filter((each) => insides.some((inside) => SIDES[each].test(inside)))
  const meaning = {
    plain: plainHeader(title), bare, joined: insides.flatMap((inside) => [inside + bare, bare + inside]), side: side.length === 1 ? side[0] ?? null : null,
    inside: insides.filter((inside) => !NOTHING_MORE.test(inside) && !SIDES.in.test(inside) && !SIDES.out.test(inside) && !isTranslation(inside)).join(''),
  }
  if (CACHE.size >= MOST_CACHED) CACHE.clear()
  CACHE.set(title, meaning)
  return meaning
}

/** A title in two languages says one thing twice, but for what would turn it. */
const isTranslation = (inside: string): boolean => /^[a-z]+$/.test(inside) && !ENGLISH_TURNED.test(inside) && !/net|estimat|expect|plan|budget/.test(inside)
const ENGLISH_TURNED = /un(?=paid|settled|billed|invoiced|allocated|applied|received|cleared)|non|not|excl|without|before/

/** Right before a word they turn it into its contrary, or into what has not happened yet. */
const NEGATED = /(?:未|未能|待|应|尚|不|无|非|没|没有|尚未|暂未|免|除|扣除|减|拟|可|预计|预期|计划|约定)$|(?:un|non|not|excl|excluding|without|before|less|ex|expected|planned)$/
/** A column of money stands for no word either: 合同金额 is no 合同. */
const MONEY = /(?:金额|余额|结余|结存|发生额|数额|amount|balance)$/
/** A column of codes stands for no name and no word: 币别编码 is no 币别. */
const CODE = /(?:编码|代码|编号|code|id)$/
/** Words around one of ours that say no more than it does itself. */
const NEUTRAL = /^(?:本次|本笔|该笔|单据|发票|票面|交易|账户|客户|应收|账款|帐款|款项|货款|原币|外币|人民币|美元|欧元|港币|日元|元|金额|额|数|总|合计|总计|价税|含税|记账|入账|发生|的|total|billing|booking|posting|invoice|transaction|trans|account|original|amount|amt|value|customer|ar|receivables?|usd|eur|hkd|cny|rmb|jpy|gbp|in|of|the)*$/
/** Stems that say nothing of the side, so that the brackets alone do; and 借 and 贷, which brackets outrank. */
const OPEN_STEM = /^(?:交易|记账|入账|账务|发生|本次|本币|原币|人民币|借方|贷方|借|贷|debit|credit|transaction)*(?:金额|发生额|发生数|额|amount|amt|发生金额|交易额|)$/

export interface Match {
  /** 100 for a word of ours, less for a title that holds one; 0 for any other. */
  score: number
  /** It may be meant, but nothing proves it; of money such a guess is never taken. */
  unsure: boolean
}

const NO_MATCH: Match = { score: 0, unsure: false }
const LEAST_SHARE = 0.5
const SIDE_SCORE = 98
const INSIDE_PENALTY = 40
const LEAST_SCORE = 25

export const isMoneyField = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'amount' || kind === 'balance'

/** How well a title names a field. `side` is that of the field; `sided` says that the list tells money in from money out. */
export function matchOf(meaning: Meaning, field: Field, side: Side | undefined, sided: boolean): Match {
  const { plain, bare, inside, joined } = meaning
  if (plain === '') return NO_MATCH
  const money = isMoneyField(field)
  if (money && meaning.side !== null && sided && OPEN_STEM.test(bare)) return meaning.side === side ? { score: SIDE_SCORE, unsure: false } : NO_MATCH
  let best = NO_MATCH
  const take = (score: number, unsure: boolean): void => {
    if (score > 0 && (best.score === 0 || (best.unsure && !unsure) || (best.unsure === unsure && score > best.score))) best = { score, unsure }
  }
  for (const [place, word] of field.words.entries()) {
    const rank = place * 0.2
    if (plain === word) return { score: 100 - rank, unsure: false }
    if (bare !== '' && joined.includes(word)) take(95 - rank, false)
    else if (bare !== '' && bare === word) take(90 - rank - (money && inside !== '' ? INSIDE_PENALTY : 0), money && inside !== '')
    else if (word.length >= (/[a-z]/.test(word) ? 5 : 2)) {
      for (const text of plain === bare ? [plain] : [plain, bare]) {
        const found = held(text, word)
        if (!found || (field.kind !== 'number' && CODE.test(found.after) && !CODE.test(word)) || (!money && MONEY.test(found.after))) continue
        if (found.share >= LEAST_SHARE || (money && found.neutral)) take(Math.max(60 * found.share, LEAST_SCORE) - rank, money && (!found.neutral || inside !== ''))
      }
    }
  }
  return best
}

/** Where a title holds a word of ours, how much of it that is, and whether the rest says no more. Null when the rest turns it. */
function held(text: string, word: string): { share: number; neutral: boolean; after: string } | null {
  const at = text.indexOf(word)
  const share = word.length / text.length
  if (at < 0) return null
  const before = text.slice(0, at)
  if (NEGATED.test(before)) return null
  const after = text.slice(at + word.length)
  return { share, after, neutral: NEUTRAL.test(before) && NEUTRAL.test(after) }
}
