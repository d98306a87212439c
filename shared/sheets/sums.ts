/** Rows that add up others: 小计, 合计, 本月合计, 本年累计, 过次页, ACME Total. They are never rows of the list. */
import { cellText, type TableRow } from './table.ts'
import { plainHeader } from './words.ts'

const PERIOD = '(?:本页|本日|当日|今日|本周|本旬|本月|当月|本季度?|本年度?|全年|本期|当期|当前|年度|\\d{1,2}月份?)'
/** Sums of a page, a day, a month or a year, and what is carried from page to page: they stand among the rows, with a day of their own. */
const OF_PERIOD = `${PERIOD}(?:(?:发生额)?(?:小计|合计|累计|总计|共计)|发生额)`
const PERIOD_SUM = new RegExp(`^(?:${OF_PERIOD}|过次页|承前页|承上页|转下页|上年结转|结转下年)$`)
const SUM = new RegExp(`^(?:${PERIOD}|累计|期末|总|客户|供应商|单位|项目|科目|部门|业务员|账户|截止|截至)?(?:小计|合计|总计|累计|共计|总额合计)$`)
const ENGLISH_SUM = /^(?:sub|grand|page|running)?totals?$/
/** 甲公司 小计： · ACME Ltd Total · Total for ACME */
const SUM_OF = /[^\s:].*(?:小计|合计|总计)\s*:?$|[^\s:].*\s(?:sub-?|grand )?total\s*:?$|^(?:sub-?)?total (?:for|of)\s/i
/** 其中：一厂 · 其中逾期: a part of the row above, which holds it already. */
const PART_OF = /^\s*其中(?:\s*[:：]|逾期|超期|到期|账龄)/
const LONGEST_WORD = 20
const LONGEST_SUM_OF = 80

const ONLY_OF_PERIOD = new RegExp(`^${OF_PERIOD}$`)
/** A sum over a period, dated like any row of a ledger: 本月合计, 本年累计, 3月份发生额. */
export const isPeriodSum = (text: string): boolean => ONLY_OF_PERIOD.test(plainHeader(text))

/** A word such as 合计 that makes its row a sum of others. */
export function isSummaryWord(text: string): boolean {
  const plain = plainHeader(text)
  return SUM.test(plain) || ENGLISH_SUM.test(plain) || PERIOD_SUM.test(plain)
}

/** Asked first, because of a hundred thousand rows hardly one has it: such a word ends its cell, or begins it in English. */
const ENDS = new Set([...'计页年转额:：lLsS', ' ', '\u3000'])
const perhaps = (cell: string): boolean => cell.length <= LONGEST_SUM_OF && (ENDS.has(cell.charAt(cell.length - 1)) || /^(?:sub-?)?total/i.test(cell)) && /[计页转年额]|total/i.test(cell)

export interface SumColumns {
  days: readonly number[]
  /** Text that people write as they like; only a sum of a period is believed there. */
  remarks: ReadonlySet<number>
  /** Names and codes, where 甲公司 小计 stands. */
  names: ReadonlySet<number>
  /** What only a row of the list has, as the number of its document. */
  identity: readonly number[]
}

/** Tells the sums of a list from its rows: what has a number of its own is a row, whatever is remarked of it. */
export function sumTest({ days, remarks, names, identity }: SumColumns): (row: TableRow) => boolean {
  return ({ cells }) => {
    const part = cells.find((cell) => cell !== null)
    if (typeof part === 'string' && part.charAt(0) === '其' && PART_OF.test(part) && days.every((index) => cellText(cells[index]).trim() === '' || cells[index] === part)) return true
    if (!cells.some((cell) => typeof cell === 'string' && perhaps(cell))) return false
    const saysSum = (index: number): boolean => isSummaryWord(cellText(cells[index]))
    const dated = days.some((index) => cellText(cells[index]).trim() !== '' && !saysSum(index))
    const own = identity.some((index) => {
      const text = cellText(cells[index]).trim()
      return text !== '' && !/^[-—–/]+$/.test(text) && !isSummaryWord(text) && !SUM_OF.test(text.normalize('NFKC'))
    })
    const first = cells.findIndex((cell) => cell !== null)
    return cells.some((cell, index) => {
      if (typeof cell !== 'string' || !perhaps(cell)) return false
      const word = cell.length <= LONGEST_WORD
      if (remarks.has(index)) return word && !own && (PERIOD_SUM.test(plainHeader(cell)) || (!dated && isSummaryWord(cell)))
      if (word && isSummaryWord(cell)) return !dated || (!own && PERIOD_SUM.test(plainHeader(cell)))
      return !dated && !own && (names.has(index) || index === first) && SUM_OF.test(cell.normalize('NFKC').trim())
    })
  }
}
