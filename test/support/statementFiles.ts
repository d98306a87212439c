/** The parts of a statement's file that are no lines: what stands above, between and below them, and the bytes. */
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { decimalText, formatMoney } from '../../shared/money.ts'
import type { Random } from '../simulation/random.ts'
import type { TrueLine, TrueStatement } from './statementTruth.ts'

export type Cell = string | number | null
export type FileKind = 'csv' | 'tabs' | 'html' | 'xlsx' | 'biff8' | 'xlml'
export const isWorkbook = (kind: FileKind): boolean => kind === 'xlsx' || kind === 'biff8' || kind === 'xlml'

const MILLISECONDS_A_DAY = 86_400_000
export const serialOf = ({ on }: TrueLine): number => (Date.parse(on) - Date.UTC(1899, 11, 30)) / MILLISECONDS_A_DAY
export const dayTextOf = ({ on }: TrueLine, form: string): string => {
  const [year = '', month = '', date = ''] = on.split('-')
  switch (form) {
    case 'compact': return `${year}${month}${date}`
    case 'slashes': return `${year}/${Number(month)}/${Number(date)}`
    case 'chinese': return `${year}年${month}月${date}日`
    case 'dmy': return `${date}/${month}/${year}`
    default: return on
  }
}

/** One way to write amounts for a whole file. */
export function moneyForm(random: Random, workbook: boolean): (fen: number) => Cell {
  const form = random.weighted({ number: 5, plain: 3, thousands: 3, sign: 1, wide: 0.5 })
  return (fen) => {
    if (form === 'number' && workbook) return Number(decimalText(fen))
    if (form === 'thousands') return formatMoney(fen)
    if (form === 'sign') return `￥${formatMoney(fen)}`
    if (form === 'wide') return decimalText(fen).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    return decimalText(fen)
  }
}

/** What stands above the header: titles, the account, blank lines, sums of the whole, warnings. */
export function headOf(statement: TrueStatement, tellsAccount: boolean, tellsOpening: boolean, random: Random): Cell[][] {
  const rows: Cell[][] = []
  if (tellsAccount) {
    rows.push(...random.pick<Cell[][]>([
      [['账号', statement.account], ['账户名称', statement.name], ['币种', '人民币'], ['开户行', `${statement.bank}云州分行`]],
      [[`账号：${statement.account}`], [`户名：${statement.name}`]],
      [[`账号：${statement.account} 户名：${statement.name} 币种：人民币`]],
      [['查询账号[ Inquirer account number ]', statement.account, '账户名称[ Account name ]', statement.name]],
      [[`户名:${statement.name}`, null, null, `账号:${statement.account}`]],
      [['本方账号：', statement.account, '本方户名：', statement.name]],
    ])!)
  }
  if (tellsOpening) rows.push(['期初余额', formatMoney(statement.opening)])
  const junk: Cell[][] = [
    [`${statement.bank}账户明细`], ['[HISTORYDETAIL]'], ['交易明细清单', null, null, '第1页'], ['起始日期：20260101', '截止日期：20261231'], ['查询时间：2026-11-22 09:00:00'], ['温馨提示：本明细仅供参考，以银行回单为准。'],
    ['借方笔数', '18', '借方发生额笔数', '9'], ['打印日期', '2026-11-22', '操作员', '张三'], ['查询起始日期', '20260101'], [], ['单位：元'], ['对账单'], [`期初余额：${formatMoney(statement.opening)}`], ['#', 'Account Statement'],
  ]
  for (let left = random.chance(0.4) ? 0 : random.between(1, 16); left > 0; left -= 1) rows.splice(random.between(0, rows.length), 0, random.pick(junk)!)
  return rows
}

/** What stands among and below the lines: sums of pages, repeated titles, the balance brought forward, footers. */
export function withRubbish(rows: readonly Cell[][], header: readonly (readonly Cell[])[], placeOf: (role: string) => number, statement: TrueStatement, newestFirst: boolean, money: (fen: number) => Cell, turned: boolean, random: Random): Cell[][] {
  const width = header[0]!.length
  const filled = (cells: Record<number, Cell>): Cell[] => Array.from({ length: width }, (_, column) => cells[column] ?? null)
  const place = Math.max(placeOf('text0'), 0)
  const [moneyIn, moneyOut] = turned ? [placeOf('out'), placeOf('in')] : [placeOf('in'), placeOf('out')]
  const total = (direction: string): number => statement.lines.reduce((sum, line) => (line.direction === direction ? sum + line.amount : sum), 0)
  const out: Cell[][] = []
  const everyPage = random.chance(0.15) ? random.between(5, 20) : 0
  for (const [index, row] of rows.entries()) {
    out.push(row)
    if (everyPage > 0 && index % everyPage === everyPage - 1) {
      if (random.chance(0.5)) out.push(filled({ 0: '本页小计', ...(moneyIn > 0 && moneyOut > 0 ? { [moneyIn]: money(1234), [moneyOut]: money(4321) } : {}) }))
      if (random.chance(0.5)) out.push(...(random.chance(0.8) ? header : header.slice(0, 1)).map((titles) => [...titles]))
      if (random.chance(0.3)) out.push([`第 ${index} 页 / 共 9 页`])
    }
  }
  const balance = placeOf('balance')
  if (balance > 0 && place !== balance && random.chance(0.1)) {
    const brought = filled({ [place]: random.pick(['期初余额', '承前页', '上页余额', '上年结转'])!, [balance]: money(statement.opening) })
    if (newestFirst) out.push(brought)
    else out.unshift(brought)
  }
  if (random.chance(0.3)) {
    out.push(random.pick<Cell[]>([
      filled({ 0: '合计', ...(moneyIn > 0 && moneyOut > 0 ? { [moneyIn]: money(total('in')), [moneyOut]: money(total('out')) } : {}) }),
      [turned ? '借方合计金额' : '贷方合计金额', formatMoney(total('in')), turned ? '贷方合计金额' : '借方合计金额', formatMoney(total('out'))], [`合计笔数：${rows.length}`], ['总收入', String(total('in') / 100), '总支出', String(total('out') / 100)],
    ])!)
  }
  if (random.chance(0.3)) out.push(random.pick<Cell[]>([['以上为全部交易明细'], ['打印时间：2026-11-22 10:00:00'], ['制表：李四', null, '复核：王五'], [], ['Page 1 of 1'], ['本明细仅供核对，不作为凭证。']])!)
  return out
}

/** The titles on two lines: a common one above those of the two sides, or of the other party. */
export function twoLines(titles: readonly Cell[], placeOf: (role: string) => number, random: Random): Cell[][] | null {
  const [moneyIn, moneyOut, name, account] = ['in', 'out', 'counterparty', 'counterpartyAccount'].map(placeOf) as [number, number, number, number]
  const upper = [...titles]
  const lower: Cell[] = titles.map(() => null)
  let changed = false
  const join = (a: number, b: number, title: string, words: [string, string]): void => {
    if (a < 0 || b < 0 || Math.abs(a - b) !== 1) return
    upper[Math.min(a, b)] = title
    upper[Math.max(a, b)] = null
    lower[a] = words[0]
    lower[b] = words[1]
    changed = true
  }
  if (random.chance(0.6)) join(moneyIn, moneyOut, random.pick(['发生额', '交易金额', '金额', '本期发生额'])!, random.pick<[string, string]>([['贷方', '借方'], ['收入', '支出'], ['存入', '支取'], ['转入', '转出']])!)
  if (random.chance(0.6)) join(name, account, random.pick(['对方', '对方信息', '交易对手', '收(付)方'])!, random.pick<[string, string]>([['户名', '账号'], ['名称', '账号']])!)
  return changed ? [upper, lower] : null
}

const quoted = (cell: Cell, delimiter: string): string => {
  const text = cell === null ? '' : String(cell)
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}

/** The bytes of the table; `dayColumn` holds serial numbers that are shown as days. */
export function bytesOf(table: readonly Cell[][], kind: FileKind, dayColumns: readonly number[], random: Random): { bytes: Buffer; extension: string } {
  if (isWorkbook(kind)) {
    const sheet = utils.aoa_to_sheet(table.map((row) => row.map((cell) => (cell === '' ? null : cell))))
    for (const [row, cells] of table.entries()) {
      for (const column of dayColumns) {
        const cell = typeof cells[column] === 'number' ? sheet[utils.encode_cell({ r: row, c: column })] as { z?: string } | undefined : undefined
        if (cell) cell.z = Number.isInteger(cells[column]) ? 'yyyy-mm-dd' : 'yyyy/m/d h:mm:ss'
      }
    }
    const book = utils.book_new()
    if (random.chance(0.2)) utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['本文件由网上银行导出']]), '说明')
    utils.book_append_sheet(book, sheet, random.pick(['Sheet1', '交易明细', '第1页'])!)
    return { bytes: Buffer.from(write(book, { bookType: kind as 'xlsx' | 'biff8' | 'xlml', type: 'buffer' }) as Uint8Array), extension: kind === 'xlsx' ? 'xlsx' : 'xls' }
  }
  const encoding = random.weighted({ gb18030: 5, utf8: 3, utf16le: 1 })
  const addBOM = encoding === 'utf16le' || random.chance(0.5)
  if (kind === 'html') {
    const escape = (cell: Cell): string => (cell === null ? '' : String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    const html = `<html><head><meta charset="gb2312"></head><body><table border=1>${table.map((row) => `<tr>${row.map((cell) => `<td style='mso-number-format:"\\@"'>${escape(cell)}</td>`).join('')}</tr>`).join('\n')}</table></body></html>`
    return { bytes: iconv.encode(html, encoding, { addBOM }), extension: 'xls' }
  }
  const delimiter = kind === 'tabs' ? '\t' : random.weighted({ ',': 6, ';': 1, '|': 1 })
  const padding = random.chance(0.15) ? '\t' : ''
  const width = random.chance(0.5) ? Math.max(...table.map((row) => row.length)) : 0
  const text = table.map((row) => [...row, ...Array.from({ length: Math.max(width - row.length, 0) }, () => null)].map((cell) => quoted(cell, delimiter) + (delimiter === '\t' || cell === null ? '' : padding)).join(delimiter)).join('\r\n')
  return { bytes: iconv.encode(`${text}\r\n`, encoding, { addBOM }), extension: 'csv' }
}
