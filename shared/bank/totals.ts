/** What a statement says of itself beside its lines: what it adds up to, and where it began and ended. */
import type { Money } from '../money.ts'
import { parseAmount } from '../sheets/amounts.ts'
import { cellText, type Cell, type TableRow } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'

export interface Stated {
  in: Money | null
  out: Money | null
  opening: Money | null
  closing: Money | null
}

const LABELS: readonly [keyof Stated, RegExp][] = [
  ['opening', /^(?:账户)?(?:期初|上期|上日|承前|上页|上月|昨日|起始|承上页|承前页|上年)(?:账户)?(?:余额|结余|结转|页)?(?:元)?$|^opening(?:ledger)?balance$|^broughtforward$|^balancebf$/],
  ['closing', /^(?:账户)?(?:期末|本期|终止|截止|过次|过次页)(?:账户)?(?:余额|结余)?(?:元)?$|^closing(?:ledger)?balance$|^carriedforward$|^balancecf$/],
  ['in', /^(?:本期|期间)?(?:贷方|收入|转入|存入|收款|入账|贷|收方)(?:方)?(?:金额|发生额|交易)?(?:总金额|总额|合计|总计)(?:金额|元)?$|^总(?:收入|贷方|转入|存入|入账)(?:金额|额)?$|^(?:合计|总计)(?:收入|贷方|转入|存入)(?:金额|发生额)?$|^total(?:credits?|deposits?|credit(?:amount|s))$/],
  ['out', /^(?:本期|期间)?(?:借方|支出|转出|支取|付款|出账|借|付方)(?:方)?(?:金额|发生额|交易)?(?:总金额|总额|合计|总计)(?:金额|元)?$|^总(?:支出|借方|转出|支取|出账)(?:金额|额)?$|^(?:合计|总计)(?:支出|借方|转出|支取)(?:金额|发生额)?$|^total(?:debits?|withdrawals?|debit(?:amount|s))$/],
]
export const labelOf = (text: string): keyof Stated | null => LABELS.find(([, words]) => words.test(plainHeader(text)))?.[0] ?? null

const amountOf = (cell: Cell | undefined): Money | null => {
  const amount = typeof cell === 'string' || typeof cell === 'number' ? parseAmount(cell, 1) : null
  return typeof amount === 'number' ? amount : null
}

const COUNT = /\d[\d,]*\s*(?:笔|条|次|项|transactions?\b|items?\b)/gi
const FIGURE = /-?\s*(?:[¥￥$]|[A-Z]{2,3}\$?)?\s*-?\d[\d,]*(?:\.\d+)?/

/** The first amount of a text; how many lines there are is none. */
function figureIn(text: string): Money | null {
  const found = FIGURE.exec(text.replace(COUNT, ' '))?.[0]
  return found === undefined ? null : amountOf(found.trim())
}
const isCount = (cell: Cell): boolean => typeof cell === 'string' && cell.replace(COUNT, '').trim() === ''

/** 收入：3笔 188599.99元, as bills of 微信 say it. */
const WITH_COUNT = /(?:^|[\s,，;；#])(?:(收入|贷方)|(支出|借方))(?:合计|总额|总计)?\s*:?\s*\d[\d,]*\s*笔\s*[,，]?\s*(?:共计?|合计)?\s*:?\s*([\d,]+(?:\.\d+)?)/g

/** Labels with their value behind a colon or in the next cell, in any row that is no line. */
export function statedIn(rows: readonly TableRow[], stated: Stated): void {
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || cell.length > 200) continue
      const text = cellText(cell).normalize('NFKC')
      for (const [, moneyIn, , amount] of text.matchAll(WITH_COUNT)) stated[moneyIn ? 'in' : 'out'] ??= amountOf(amount ?? '')
      const parts = text.split(/[:\s]+/)
      for (const [place, part] of parts.entries()) {
        const label = labelOf(part)
        if (!label || stated[label] !== null) continue
        const rest = parts.slice(place + 1)
        const next = rest.findIndex((other) => labelOf(other) !== null)
        const own = rest.slice(0, next < 0 ? undefined : next).filter((other) => other !== '').join(' ')
        stated[label] = own === '' ? amountOf(cells.slice(column + 1).find((other) => other !== null && !isCount(other))) : figureIn(own)
      }
    }
  }
}

/** A whole cell that names a sum or a balance of the whole file, with its value elsewhere. */
export const saysOfWhole = (text: string): boolean => labelOf(text) !== null

/** A row of sums that stand below their own columns counts when it is that of the whole file, and not of a page, day or month. */
export const isWholeSum = (text: string): boolean => /^(?:合计|总计|总合计|本期合计|totals?|grandtotal)$/.test(plainHeader(text))
