/** One row of a statement: a line of the account, or what else stands among the lines. */
import type { Day } from '../day.ts'
import { negate, type Money } from '../money.ts'
import { parseAmount } from '../sheets/amounts.ts'
import { parseDay, timeOfCell } from '../sheets/days.ts'
import type { List } from '../sheets/list.ts'
import { isSummaryWord } from '../sheets/sums.ts'
import type { RowReader } from '../sheets/rowReader.ts'
import { cellText, type TableRow } from '../sheets/table.ts'
import { cleanText, startsLikeFormula } from '../sheets/words.ts'
import { accountAndName } from './account.ts'
import { directionOfSide, isNeutral, parseDirection } from './directionWords.ts'
import { MEMO_FIELDS } from './fields.ts'
import type { Direction } from './schemas.ts'
import { isWholeSum, labelOf, saysOfWhole, statedIn, type Stated } from './totals.ts'

/** A line as its row tells it, before anybody knows which way its money went. */
export interface RawLine {
  row: number
  on: Day
  time: string
  in: Money | null
  out: Money | null
  amount: Money | null
  /** A plus stands before the amount, so others of the file may have a minus. */
  plus: boolean
  word: Direction | null
  balance: Money | null
  /** The currency of its amounts as the file says it; null where it says none. */
  currency: string | null
  /** Title of the column that says it; '' where the file says it elsewhere. */
  currencyColumn: string
  account: string
  counterparty: string
  counterpartyAccount: string
  payer: { name: string; account: string }
  payee: { name: string; account: string }
  memo: string
  type: string
  serial: string
  /** The bank marks it as taken back, which does not say which way its money went. */
  reversed: boolean
  /** Its words say that it is a sum or a balance, and nothing in the row itself says that it is a payment. */
  perhapsSum: boolean
}

const LONGEST_MEMO = 500
const LONGEST_NAME = 120
const SUMS = /合计|总计|小计|累计|总额|笔数|总收入|总支出|承前|过次|上页|期初|期末|上期|上日|上月|昨日|结转|以下空白|以上|total|brought forward|carried forward|balance [bc]\/?f|opening balance|closing balance/i
/** A whole cell that says of its row that it is a balance or a sum, and no payment. */
const NO_LINE = /^(?:(?:当前|本期|本页|期间|至今|收款|付款|收入|支出|借方|贷方)(?:合计|累计|小计|总计)|(?:合计|总计|小计|累计)(?:金额|数)?|期初余额|期末余额|上期余额|上日余额|上月余额|上月结余|上年结转|上年结余|承前页|承上页|过次页|上页余额|本页余额|本日余额|余额结转|结转余额|昨日余额|起始余额|openingbalance|closingbalance|broughtforward|carriedforward|balanceb\/?f|balancec\/?f)$/i

/** Looked for first, because of a hundred thousand lines hardly one has it. */
const PERHAPS_SUM = /[计额余结页总]|total|balance|forward|credit|debit/i

export interface RowContext {
  list: List
  reader: RowReader
  /** Columns of the memo that no field took. */
  moreMemo: readonly number[]
  stated: Stated
  /** A book of the company itself, whose 借 is money that the company has. */
  ownBook: boolean
}

/** Transactions that moved no money: they failed, were revoked or closed, or are still on their way. */
const NO_MONEY = /(?<![未没不])(?:失败|撤销|撤回|关闭|取消|作废|拒绝|驳回|处理中|审批中|审核中|待(?:处理|支付|付款|审批|审核|复核|授权|确认)|等待|未成功|不成功|未完成|未支付|未付款|挂起)|\b(?:un)?(?:fail(?:ed|ure)?|rejected|declined|denied|blocked|incomplete|processing|in progress|on hold|cancell?ed|void(?:ed)?|closed|expired|pending|revoked|unsuccessful)\b/i
/** 正常, 蓝字 and 未冲正 say that nothing was taken back. */
const REVERSED = /^(?:已?被?(?:冲正|冲销|抹账|撤销)|红字?|是|y|yes|true|1|r)$/i

export function readLine(row: TableRow, context: RowContext): RawLine | null {
  const { list, reader, stated } = context
  reader.moveTo(row)
  const found = dayOf(row, list, list.columns.has('on') ? 'on' : 'valueOn')
  const sides = amountsOf(reader)
  const texts = row.cells.filter((cell): cell is string => typeof cell === 'string').map((text) => text.trim())
  if (found === null || found === 'BAD_DATE') {
    if (texts.some((text) => SUMS.test(text))) return noLine(row, context, 'summary')
    if (sides.every((field) => !hasAmount(row, list, field))) return noLine(row, context, 'note')
    reader.fail(list.columns.has('on') ? 'on' : 'valueOn', found ?? 'MISSING_VALUE')
  }
  const short = texts.filter((text) => text.length <= 20 && PERHAPS_SUM.test(text))
  const isSum = (text: string): boolean => isSummaryWord(text) || NO_LINE.test(text.replace(/[\s:：]/g, ''))
  const says = short.some((text) => saysOfWhole(text) || isSum(text))
  if (says && !named(reader, (text) => saysOfWhole(text) || isSum(text)) && sides.every((field) => !hasAmount(row, list, field))) return noLine(row, context, 'summary')
  if (NO_MONEY.test(reader.loose('status'))) return skipLine(row, list, 'noMoney')
  if (reader.has('direction') && isNeutral(reader.text('direction', 40))) return skipLine(row, list, 'neutral')
  const [moneyIn, moneyOut] = [sideMoney(reader, 'in'), sideMoney(reader, 'out')]
  const ofAmount = reader.money('amount')
  const amount = ofAmount?.amount ?? null
  const balance = balanceOf(reader, context.ownBook)
  const currency = reader.currency()
  const both = accountAndName(reader.loose('counterpartyBoth'))
  const counterparty = nameOf(reader, 'counterparty') || both.name.slice(0, LONGEST_NAME)
  const payer = { name: nameOf(reader, 'payer'), account: reader.loose('payerAccount') }
  const payee = { name: nameOf(reader, 'payee'), account: reader.loose('payeeAccount') }
  if (reader.failed || found === null || found === 'BAD_DATE') return null
  if ((moneyIn ?? 0) === 0 && (moneyOut ?? 0) === 0 && (amount ?? 0) === 0) {
    takeSums(row, list, stated)
    return skipLine(row, list, says ? 'summary' : 'zero')
  }
  if ((moneyIn ?? 0) !== 0 && (moneyOut ?? 0) !== 0) {
    reader.fail('in', 'BOTH_SIDES')
    return null
  }
  const beside = ofAmount?.side ? directionOfSide(ofAmount.side) : null
  const word = (reader.has('direction') ? parseDirection(reader.loose('direction') || signOf(reader)) : null) ?? beside
  if (beside !== null && word !== beside) return reader.fail('amount', 'SIDE_IN_AMOUNT')
  return {
    row: row.row, on: found, time: timeOf(row, list), in: moneyIn, out: moneyOut, amount, plus: reader.has('amount') && /^\s*[+＋]/.test(cellText(row.cells[list.columns.get('amount')?.index ?? -1])), word, balance, currency, currencyColumn: reader.title(reader.currencyField), account: reader.loose('account'), counterparty,
    counterpartyAccount: (reader.loose('counterpartyAccount') || both.account).slice(0, LONGEST_NAME), payer, payee, memo: memoOf(row, context), type: reader.loose('type').slice(0, LONGEST_NAME),
    serial: (reader.loose('serial') || reader.loose('voucher')).slice(0, LONGEST_NAME),
    reversed: REVERSED.test(reader.loose('reversal')),
    perhapsSum: says && !named(reader, (text) => saysOfWhole(text) || isSum(text)),
  }
}

/** A payment is told by who stands on the other side or by the bank's number, where these are no words of a sum themselves. */
const named = (reader: RowReader, isSum: (text: string) => boolean): boolean =>
  ['counterparty', 'counterpartyAccount', 'counterpartyBoth', 'payer', 'payee', 'payerAccount', 'payeeAccount', 'serial', 'voucher'].some((field) => {
    const text = reader.loose(field)
    return text !== '' && !isSum(text) && !SUMS.test(text) && !/^共?\d+笔$/.test(text)
  })

function skipLine(row: TableRow, list: List, reason: string): null {
  list.skip(reason, row)
  return null
}

/** An amount in a column of one side; a side beside it must be the same one. */
function sideMoney(reader: RowReader, field: Direction): Money | null {
  const found = reader.money(field)
  return found?.side && directionOfSide(found.side) !== field ? reader.fail(field, 'SIDE_IN_AMOUNT') : found?.amount ?? null
}

/** 1,000.00 DR is what the company owes the bank; in its own book it is what it has. */
function balanceOf(reader: RowReader, ownBook: boolean): Money | null {
  const found = reader.money('balance')
  if (!found) return null
  return found.side !== null && (directionOfSide(found.side) === 'out') !== ownBook ? negate(found.amount) : found.amount
}

/** A column of signs holds + and −, and a dash alone is no text anywhere else. */
const signOf = (reader: RowReader): string => reader.text('direction', 40)

const amountsOf = (reader: RowReader): string[] => ['in', 'out', 'amount'].filter((field) => reader.has(field))

function dayOf(row: TableRow, list: List, field: string): Day | 'BAD_DATE' | null {
  const column = list.columns.get(field)
  return column ? parseDay(row.cells[column.index], column.order) : null
}

const hasAmount = (row: TableRow, list: List, field: string): boolean => typeof parseAmount(row.cells[list.columns.get(field)?.index ?? -1], 1) === 'number'

function noLine(row: TableRow, { list, stated }: RowContext, reason: string): null {
  takeSums(row, list, stated)
  list.skip(reason, row)
  return null
}

/** What such a row says of the whole is kept: its sums where they stand below their columns, and its labels. */
export function takeSums(row: TableRow, list: List, stated: Stated): void {
  for (const text of row.cells) {
    const label = typeof text === 'string' ? labelOf(text) : null
    if (label !== 'opening' && label !== 'closing') continue
    const column = list.columns.get('balance')
    const amount = column ? parseAmount(row.cells[column.index], column.unit, column.decimal) : null
    if (typeof amount === 'number') stated[label] ??= amount
  }
  statedIn([row], stated)
  if (row.cells.some((cell) => typeof cell === 'string' && isWholeSum(cell))) {
    for (const field of ['in', 'out'] as const) {
      const column = list.columns.get(field)
      const sum = column ? parseAmount(row.cells[column.index], column.unit) : null
      if (typeof sum === 'number') stated[field] ??= sum
    }
  }
}

/** A counterparty's name; a mere dash is none, and one that a spreadsheet would run as a formula is refused. */
function nameOf(reader: RowReader, field: string): string {
  const name = reader.loose(field)
  if (name !== '' && startsLikeFormula(name)) reader.fail(field, 'UNSAFE_TEXT')
  return name.slice(0, LONGEST_NAME)
}

/** Everything that the payer or the bank wrote, without what is said twice. */
function memoOf(row: TableRow, { reader, moreMemo }: RowContext): string {
  const parts: string[] = []
  const more = moreMemo.map((column) => cleanText(cellText(row.cells[column])))
  for (const text of [...MEMO_FIELDS.map((field) => reader.loose(field)), ...more]) {
    if (text === '' || /^[-—–/\\\s]*$/.test(text) || parts.some((part) => part.includes(text))) continue
    const inside = parts.findIndex((part) => text.includes(part))
    if (inside >= 0) parts[inside] = text
    else parts.push(text)
  }
  return parts.join(' ').slice(0, LONGEST_MEMO)
}

/** The time of day as HH:MM:SS, out of a column of its own or that of the day; '' where the file tells none. */
export const timeOf = ({ cells }: TableRow, list: List): string =>
  timeOfCell(cells[list.columns.get('time')?.index ?? -1], true) || timeOfCell(cells[list.columns.get('on')?.index ?? -1], false)
