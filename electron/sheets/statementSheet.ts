/**
 * A statement of a bank's own format (MT940, CAMT, OFX) as the list that the reader of statements knows: the account and its
 * balances above, one row a line. A balance stands on each line only where the opening balance and the lines come to the closing one.
 */
import { groupBy } from '../../shared/groupBy.ts'
import { FILE_LIMITS, type Cell, type Sheet } from '../../shared/sheets/table.ts'
import { tooLarge } from './refuse.ts'

/** Amounts here are ten thousandths of the currency, because some have three decimals. */
export type Exact = bigint
const SCALE = 10_000n
const DECIMALS = 4

export interface StatementLine {
  on: string
  valueOn?: string
  /** Money in is positive. */
  amount: Exact
  currency?: string
  counterparty?: string
  counterpartyAccount?: string
  counterpartyBank?: string
  summary?: string
  reference?: string
  type?: string
  serial?: string
  voucher?: string
  /** The bank has not booked it; it is no part of the balance. */
  pending?: boolean
  /** The 1-based line of the file, where it has lines. */
  row?: number
}

export interface Statement {
  account: string
  name?: string
  bank?: string
  currency: string
  opening: Exact | null
  closing: Exact | null
  lines: StatementLine[]
}

/** 58600,00 · 58600. · 1,280.5 is none: these formats have no thousands. Null where the text is no amount. */
export function exact(text: string): Exact | null {
  const match = /^([+-]?)(\d{1,15})(?:[.,](\d{0,4})0*)?$/.exec(text.trim())
  if (!match) return null
  const value = BigInt(match[2] ?? 0) * SCALE + BigInt((match[3] ?? '').padEnd(DECIMALS, '0'))
  return match[1] === '-' ? -value : value
}

function decimal(value: Exact): string {
  const size = value < 0n ? -value : value
  const decimals = (size % SCALE).toString().padStart(DECIMALS, '0').replace(/0{1,2}$/, '')
  return `${value < 0n ? '-' : ''}${size / SCALE}.${decimals}`
}

const TITLES = ['交易日期', '起息日', '收入', '支出', '余额', '对方户名', '对方账号', '对方开户行', '摘要', '附言', '交易类型', '交易流水号', '凭证号', '本方账号', '币种'] as const
const STATUS = '交易状态'

/** One sheet an account and currency; the statements of one account follow each other as the file has them. */
export function statementSheets(statements: readonly Statement[]): Sheet[] {
  const byAccount = [...groupBy(statements, ({ account, currency }) => `${account} ${currency}`).values()]
  return byAccount.map((own) => ({ name: byAccount.length > 1 ? `${own[0]?.account ?? ''} ${own[0]?.currency ?? ''}`.trim() : '', hidden: false, rows: rowsOf(own) }))
}

function rowsOf(statements: readonly Statement[]): Sheet['rows'] {
  const [first, last] = [statements[0], statements.at(-1)]
  const lines = statements.flatMap((statement) => balanced(statement).map((line) => ({ line, statement })))
  if (lines.length > FILE_LIMITS.rows) throw tooLarge('rows')
  const pending = lines.some(({ line }) => line.pending === true)
  const rows: Sheet['rows'] = [
    { row: 1, cells: titlesOf(first, last) },
    { row: 2, cells: [...TITLES, ...(pending ? [STATUS] : [])] },
  ]
  let row = 2
  for (const { line, statement } of lines) {
    row = Math.max(row + 1, line.row ?? 0)
    const amount = decimal(line.amount < 0n ? -line.amount : line.amount)
    const cells: (string | undefined)[] = [
      line.on, line.valueOn, line.amount < 0n ? '' : amount, line.amount < 0n ? amount : '', line.balance === null ? '' : decimal(line.balance), line.counterparty, line.counterpartyAccount,
      line.counterpartyBank, line.summary, line.reference, line.type, line.serial, line.voucher, statement.account, line.currency ?? statement.currency,
    ]
    rows.push({ row, cells: [...cells, ...(pending ? [line.pending === true ? '处理中' : '成功'] : [])].map((text): Cell => (text === undefined || text.trim() === '' ? null : text.trim().slice(0, FILE_LIMITS.cellCharacters))) })
  }
  return rows
}

function titlesOf(first: Statement | undefined, last: Statement | undefined): Cell[] {
  const named = (label: string, value: string | null | undefined): Cell[] => (value === null || value === undefined || value === '' ? [] : [`${label}：${value}`])
  const amount = (value: Exact | null | undefined): string | null => (value === null || value === undefined ? null : decimal(value))
  const titles = [
    ...named('账号', first?.account), ...named('户名', first?.name), ...named('开户行', first?.bank), ...named('币种', first?.currency),
    ...named('期初余额', amount(first?.opening)), ...named('期末余额', amount(last?.closing)),
  ]
  return titles.length > 0 ? titles : ['银行对账单']
}

/**
 * Each line with the balance after it. Where the lines do not come to the closing balance one of them is missing, and the
 * balances that are known stand on the first and the last line, so that whoever reads the list finds the break between them.
 */
function balanced({ opening, closing, lines }: Statement): (StatementLine & { balance: Exact | null })[] {
  const booked = lines.filter(({ pending }) => pending !== true)
  const sum = booked.reduce((total, { amount }) => total + amount, 0n)
  const proven = opening !== null && closing !== null && opening + sum === closing
  const [first, last] = [booked[0], booked.at(-1)]
  let running = opening
  return lines.map((line) => {
    if (line.pending === true) return { ...line, balance: null }
    running = running === null ? null : running + line.amount
    if (proven) return { ...line, balance: running }
    return { ...line, balance: line === last && closing !== null && opening !== null ? closing : line === first ? running : null }
  })
}
