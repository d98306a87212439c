/**
 * What the columns of a statement are. Their titles alone do not always tell: 交易时间 may hold days or times, 账号 our own
 * account or the other side's, 交易类型 a direction or a kind of business. So the cells below decide where titles leave a doubt.
 */
import { looksLikeMoney } from '../sheets/amounts.ts'
import { DATE_ORDERS, parseDay } from '../sheets/days.ts'
import type { Mapping } from '../sheets/header.ts'
import { locate, proposedMapping, type Place, type Wanted } from '../sheets/locate.ts'
import { cellText, type Cell, type Sheet, type TableFile, type TableRow } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'
import { accountAndName } from './account.ts'
import { isNeutral, parseDirection, sideInBrackets } from './directionWords.ts'
import { STATEMENT } from './fields.ts'
import type { Direction } from './schemas.ts'

export interface StatementPlace extends Place<'statement'> {
  /** The first rows of the sheets that hold no lines: some banks write there whose account it is. */
  beside: TableRow[]
}

/** Where the statement stands in a file; null when nothing in it looks like one. */
export function findStatement(table: TableFile, wanted: Wanted): StatementPlace | null {
  const place = locate({ ...table, sheets: table.sheets.map(withoutMarks) }, [STATEMENT], wanted)
  if (!place) return null
  const unread = new Set(place.unread.map(({ name }) => name))
  return { ...place, beside: table.sheets.filter(({ name }) => unread.has(name)).flatMap(({ rows }) => rows.slice(0, LOOKED_BESIDE)) }
}
const LOOKED_BESIDE = 30

/** Exports put a backtick or a tab before every cell, so that a spreadsheet keeps it as text. */
function withoutMarks(sheet: Sheet): Sheet {
  const isMarked = (cell: Cell): cell is string => typeof cell === 'string' && MARK.test(cell)
  return { ...sheet, rows: sheet.rows.map((row) => (row.cells.some(isMarked) ? { ...row, cells: row.cells.map((cell) => (isMarked(cell) ? cell.replace(MARK, '').trim() : cell)) } : row)) }
}
const MARK = /^[`\t]+/

const LOOKED_AT = 300
const MOST = 0.5

/** Cells of a column below the header, empty ones left out. */
class Cells {
  readonly #rows: readonly TableRow[]

  constructor(place: StatementPlace) {
    this.#rows = place.rows.slice(0, LOOKED_AT)
  }

  of(column: number): Cell[] {
    return this.#rows.map(({ cells }) => cells[column] ?? null).filter((cell) => cellText(cell).trim() !== '')
  }

  /** A column of our own account says the same on every line, but for what stands among and below the lines. */
  mostlyOne(column: number): boolean {
    const times = new Map<string, number>()
    const cells = this.of(column)
    for (const cell of cells) times.set(cellText(cell).trim(), (times.get(cellText(cell).trim()) ?? 0) + 1)
    return Math.max(...times.values(), 0) * 2 > cells.length
  }

  /** Most of a column is so. Totals and footers may stand below it, so not all of it has to be. */
  most(column: number | undefined, is: (cell: Cell) => boolean, share = MOST): boolean {
    const cells = column === undefined ? [] : this.of(column)
    return cells.length > 0 && cells.filter(is).length >= cells.length * share
  }
}

const isDayCell = (cell: Cell): boolean => {
  return DATE_ORDERS.some((order) => (parseDay(cell, order) ?? 'BAD_DATE') !== 'BAD_DATE')
}
const isDirectionCell = (cell: Cell): boolean => parseDirection(cell) !== null || isNeutral(cellText(cell))

export function statementMapping(place: StatementPlace): Mapping {
  const mapping = { ...proposedMapping(place) }
  const titles = Array.from(place.header.row.cells, (cell) => plainHeader(cellText(cell)))
  const cells = new Cells(place)
  days(mapping, titles, cells)
  sides(mapping, Array.from(place.header.row.cells, (cell) => cellText(cell)), cells)
  amounts(mapping, titles, cells)
  parties(mapping, cells)
  return mapping
}

/** The day of the payment; where a column of times holds whole days too, it is the day that counts, and not that of the booking. */
function days(mapping: Mapping, titles: readonly string[], cells: Cells): void {
  const { on, time, valueOn } = mapping
  const holds = (column: number | undefined): boolean => cells.most(column, isDayCell)
  if (time !== undefined && holds(time) && (!holds(on) || !/^交易日|transactiondate/.test(titles[on ?? -1] ?? ''))) {
    mapping['on'] = time
    delete mapping['time']
  }
  if (holds(mapping['on'])) return
  const taken = new Set(Object.values(mapping))
  const other = holds(valueOn) ? valueOn : titles.findIndex((title, column) => !taken.has(column) && /日|date|时间|time/.test(title) && holds(column))
  if (other === undefined || other < 0) return
  if (mapping['time'] === undefined && on !== undefined) mapping['time'] = on
  mapping['on'] = other
  if (other === valueOn) delete mapping['valueOn']
}

const MONEY_TITLE = /金额|发生额|发生数|交易额|[借贷](?:方)?[([（【]|amount|credit|debit/i

/** Brackets that name the side outrank 借 and 贷; of several such columns those count that hold amounts. */
function sides(mapping: Mapping, titles: readonly string[], cells: Cells): void {
  const amountsIn = (column: number): number => cells.of(column).filter(looksLikeMoney).length
  const found = (side: Direction): number | undefined =>
    titles.flatMap((title, column) => (MONEY_TITLE.test(title) && sideInBrackets(title) === side ? [column] : [])).sort((a, b) => amountsIn(b) - amountsIn(a))[0]
  const [moneyIn, moneyOut] = [found('in'), found('out')]
  if (moneyIn === undefined || moneyOut === undefined) return
  for (const [field, column] of Object.entries(mapping)) if (column === moneyIn || column === moneyOut) delete mapping[field]
  Object.assign(mapping, { in: moneyIn, out: moneyOut })
}

/** Two columns, or one with a sign, or one with a direction beside it. */
function amounts(mapping: Mapping, titles: readonly string[], cells: Cells): void {
  for (const field of ['in', 'out', 'amount', 'balance']) {
    const column = mapping[field]
    // Words for directions may stand below a title of money; anything else that cannot be read is a problem of its row.
    if (column === undefined || cells.of(column).some(looksLikeMoney)) continue
    if (!cells.most(column, (cell) => isDirectionCell(cell) && !titles.includes(plainHeader(cellText(cell))))) continue
    delete mapping[field]
    mapping['direction'] ??= column
  }
  if (mapping['in'] !== undefined && mapping['out'] !== undefined) {
    delete mapping['amount']
    delete mapping['direction']
    return
  }
  if (mapping['amount'] === undefined) return
  if (mapping['direction'] !== undefined && cells.most(mapping['direction'], isDirectionCell)) return
  delete mapping['direction']
  const free = new Set(Object.entries(mapping).filter(([field]) => field !== 'type' && field !== 'note').map(([, column]) => column))
  const column = titles.findIndex((_, index) => !free.has(index) && cells.most(index, isDirectionCell, 0.7))
  if (column < 0) return
  for (const field of ['type', 'note']) if (mapping[field] === column) delete mapping[field]
  mapping['direction'] = column
}

const isNameWithAccount = (cell: Cell): boolean => accountAndName(cellText(cell)).account !== ''

/** A column 账号 or 户名 that changes from line to line is the other side's, when no column is called so. */
function parties(mapping: Mapping, cells: Cells): void {
  const changes = (column: number): boolean => !cells.mostlyOne(column)
  const { account, accountName, accountBank } = mapping
  const named = mapping['counterparty'] ?? mapping['payer'] ?? mapping['payee']
  if (accountName !== undefined && named === undefined && changes(accountName)) {
    mapping['counterparty'] = accountName
    delete mapping['accountName']
  }
  // One column with both, as 62220001/某公司, is taken apart row by row.
  if (mapping['counterpartyBoth'] === undefined && mapping['counterpartyAccount'] === undefined && cells.most(mapping['counterparty'], isNameWithAccount)) {
    mapping['counterpartyBoth'] = mapping['counterparty'] ?? -1
    delete mapping['counterparty']
  }
  const numbered = mapping['counterpartyAccount'] ?? mapping['payerAccount'] ?? mapping['payeeAccount']
  // Beside the name of the other side it is its account; elsewhere it may be one of several of our own.
  const beside = accountName !== undefined ? changes(accountName) : mapping['counterparty'] === undefined || account === mapping['counterparty'] + 1
  if (account !== undefined && numbered === undefined && changes(account) && beside) {
    mapping['counterpartyAccount'] = account
    delete mapping['account']
    if (accountBank !== undefined) delete mapping['accountBank']
  }
}
