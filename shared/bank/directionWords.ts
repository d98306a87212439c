/** Words by which a bank says which way money went. They are the bank's: its 贷 is our money in, its 借 our money out. */
import type { MoneySide } from '../sheets/amounts.ts'
import { cellText, type Cell } from '../sheets/table.ts'
import type { Direction } from './schemas.ts'

/** Words that say it from the company's side, whoever wrote them. */
const OURS: Record<Direction, RegExp> = {
  in: /^(?:收|收入|收款|收方|来账|来帐|转入|存入|存|汇入|入|入账|进|进账|现金存入|in|incoming|deposit|deposits|receipt|receipts|received|payin|paidin|moneyin|\+)$/,
  out: /^(?:付|支|支出|付款|付方|往账|往帐|转出|支取|取|取出|汇出|出|出账|现金支取|out|outgoing|withdrawal|withdrawals|payment|payments|payout|payouts|paid|paidout|moneyout|-)$/,
}
const BOOKED: Record<Direction, RegExp> = { in: /^(?:贷|贷方|贷记|c|cr|crdt|credit|credits)$/, out: /^(?:借|借方|借记|d|dr|dbit|debit|debits)$/ }
const DIRECTIONS = ['in', 'out'] as const

const sideOf = (word: string, words: Record<Direction, RegExp>): Direction | null => DIRECTIONS.find((direction) => words[direction].test(word)) ?? null

/** What all words of a text say; null when none says anything, or they contradict each other. */
function said(text: string, words: Record<Direction, RegExp>): Direction | null {
  const found = new Set((text.match(/[a-z.]+|[\u4e00-\u9fff]+|[+-]/g) ?? []).map((word) => sideOf(word.replaceAll('.', ''), words) ?? 'unknown'))
  const [only] = found
  return found.size === 1 && only !== undefined && only !== 'unknown' ? only : null
}

const BOTH: Record<Direction, RegExp> = {
  in: new RegExp(`${OURS.in.source}|${BOOKED.in.source}`), out: new RegExp(`${OURS.out.source}|${BOOKED.out.source}`),
}

/** Null when the cell is no word for a direction. What brackets say in the company's own words goes before 借 and 贷. */
export function parseDirection(cell: Cell | undefined): Direction | null {
  const plain = cellText(cell).normalize('NFKC').trim().toLowerCase()
  // The dashes of 2026-10-09 are no signs.
  if (/\d/.test(plain)) return null
  const inside = /[([【]([^)\]】]*)/.exec(plain)?.[1] ?? ''
  const bare = plain.replace(/[([【].*$/, '')
  return said(inside, OURS) ?? said(bare.replace(/(?<=[a-z])\s+(?=[a-z])/g, ''), BOTH) ?? null
}

/** Movements between the payer's own pots, which bills of 微信 and 支付宝 count on neither side. */
export const isNeutral = (text: string): boolean => /^\s*[/\\]\s*$|不计收支|不计入|中性|^neutral$/i.test(text.normalize('NFKC'))

/** The side that stands beside an amount, as in 1,500.00 CR. */
export const directionOfSide = (side: MoneySide): Direction => (side === 'in' || side === 'credit' ? 'in' : 'out')

const COLUMN = /收入|收款|转入|存入|入账|进账|来账|credits?|deposits?|\bin\b|^收$|贷/i
const COLUMN_OUT = /支出|付款|转出|支取|取出|出账|往账|debits?|withdrawals?|\bout\b|^[支付]$|借/i

/** The side that a column's brackets name, as in 借方金额(收) or 交易金额(支出); null when they name none. */
export function sideInBrackets(title: string): Direction | null {
  const plain = title.normalize('NFKC').toLowerCase()
  for (const [, before = '', inside = ''] of plain.matchAll(/(.?)[([【]([^)\]】]*)[)\]】]/g)) {
    // 收(付)款金额 is money of both sides, and 入账币种 is none.
    if ((/[收付支]/.test(before) && inside.length === 1) || /币|currency/.test(inside)) continue
    const exact = said(inside.replace(/方$|金额$/, ''), OURS)
    if (exact) return exact
    const [isIn, isOut] = [COLUMN.test(inside), COLUMN_OUT.test(inside)]
    if (isIn !== isOut) return isIn ? 'in' : 'out'
  }
  return null
}

const LONGEST_TITLE = 40
const BOTH_SIDES = /收付|收支|借贷|往来账|来往账|合计|总计|笔数|余额/
/** The one side that all money of a file goes, as its title, its sheet or its name says it: 收款明细, 付款流水. */
export function directionOfTitles(texts: readonly string[]): Direction | null {
  const sides = new Set(texts.map((text) => text.normalize('NFKC').trim()).filter((text) => text.length <= LONGEST_TITLE && !BOTH_SIDES.test(text)).flatMap((text): Direction[] => {
    const [isIn, isOut] = [/收款|收入|来账|进账|入账|贷方|incoming|credits?\b|deposits?\b|receipts?\b/i.test(text), /付款|支出|往账|出账|借方|outgoing|debits?\b|withdrawals?\b|payments?\b/i.test(text)]
    return isIn === isOut ? [] : [isIn ? 'in' : 'out']
  }))
  const [only] = sides
  return sides.size === 1 ? only ?? null : null
}

const OWN_BOOK = /日记账|日记帐|明细[账帐](?![单号户目])|总[账帐](?![单号户目])|科目|cash ?book|bank ?book|(?:general )?ledger(?! ?balance)|journal(?! ?(?:no|num|ref|id)\b)/i
/** A book of the company itself: there 借 is money in. 交易明细账单 and Closing ledger balance are a bank's. */
export const isOwnBook = (texts: readonly string[]): boolean => texts.some((text) => text.length <= LONGEST_TITLE && OWN_BOOK.test(text))
