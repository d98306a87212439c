/** The desk of whoever works through bank statements: lines are imported as they were read, and dealt with. */
import { acceptLines, acceptSure, keepLines } from '../../db/bank/commands.ts'
import { importStatement, importStatementFile, type Imported } from '../../db/bank/importing.ts'
import { claimLine, classifyLines, linkLine, refundLine, unlinkLine, type LinkTarget } from '../../db/bank/links.ts'
import { loadProposals, proposalOf } from '../../db/bank/proposals.ts'
import { learntGrid, lineDetail, lineGrid, loadLine } from '../../db/bank/queries.ts'
import { decideSameness } from '../../db/bank/twins.ts'
import { reconciliationOf } from '../../db/bank/reconciliations.ts'
import type { Ledger } from '../../db/ledger.ts'
import { saveBankAccount } from '../../db/settings/commands.ts'
import type { StatementRest } from '../../shared/bank/fileSchemas.ts'
import { acceptLine, type Accepted, type LineClass, type LineDetail, type Proposal, type ReadLine, type StatementLine } from '../../shared/bank/schemas.ts'
import { day } from '../../shared/day.ts'
import type { LeaveOut } from '../../shared/sheets/schemas.ts'
import { gridRequest } from '../../shared/grid.ts'
import { money } from '../../shared/money.ts'
import type { Cell, TableFile } from '../../shared/sheets/table.ts'
import { CALENDAR, Desk, TODAY } from './desk.ts'

export type GivenLine = Partial<Omit<ReadLine, 'amount' | 'on' | 'balance'>> & { amount: number; on?: string; balance?: number }

/** A line as a reader hands it over: money in when the amount is positive, money out when it is negative. */
export const read = ({ amount, on = '2026-05-06', balance, ...more }: GivenLine, index = 0): ReadLine => ({
  row: index + 2, on: day(on), time: '', direction: amount > 0 ? 'in' : 'out', amount: money(Math.abs(amount)), balance: balance === undefined ? null : money(balance), counterparty: '', counterpartyAccount: '',
  memo: '', serial: '', class: amount > 0 ? 'receipt' : 'payment', ...more,
})

export class BankDesk extends Desk {
  account = 0

  static async open(ledger: Ledger): Promise<BankDesk> {
    const desk = new BankDesk((await Desk.found(ledger, '2026-01')).ledger)
    desk.account = await desk.bankAccount('工行基本户', '0000596384718583')
    return desk
  }

  async bankAccount(name: string, number: string): Promise<number> {
    return (await this.write((tx) => saveBankAccount(tx, { name, bank: '', number, currency: 'CNY', active: true }))).id
  }

  import(lines: readonly GivenLine[], account = this.account): Promise<Imported> {
    return this.write((tx) => importStatement(tx, { bankAccountId: account, fileName: '流水.xlsx', fileHash: '', lines: lines.map(read), opening: null, closing: null }))
  }

  importFile(rows: Cell[][], { name = '流水.csv', bankAccountId, leaveOut }: { name?: string; bankAccountId?: number; leaveOut?: LeaveOut } = {}): Promise<Imported & { rest: StatementRest }> {
    const table: TableFile = { format: 'csv', encoding: 'utf-8', sheets: [{ name: '', hidden: false, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }] }
    return this.write((tx) => importStatementFile(tx, { name, hash: '', table }, { bankAccountId, leaveOut }, TODAY))
  }

  /** Line ids and what is proposed, in the order in which the money came. */
  async proposals(): Promise<(Proposal & { lineId: number; amount: number })[]> {
    const { all, items } = await this.ledger.read(loadProposals)
    return all.map((one) => ({ ...proposalOf(one, items), lineId: one.line.id, amount: one.line.amount }))
  }

  accept(...lines: { lineId: number; customerId?: number; allocations?: { itemId: number; amount: number; difference?: number }[]; receiptId?: number; acceptanceEventId?: number }[]): Promise<Accepted> {
    return this.write((tx) => acceptLines(tx, lines.map((line) => acceptLine.parse(line)), CALENDAR))
  }

  sameness(same: boolean, ...lineIds: number[]): Promise<{ decided: number; open: number }> {
    return this.write((tx) => decideSameness(tx, lineIds, same))
  }

  async detail(id: number): Promise<LineDetail> {
    const proposals = await this.ledger.read(loadProposals)
    return this.ledger.read((reader) => lineDetail(reader, id, undefined, proposals, TODAY))
  }

  acceptSure(limit = 500): Promise<Accepted & { remaining: number }> {
    return this.write((tx) => acceptSure(tx, { limit }, CALENDAR))
  }

  keep(...lineIds: number[]): Promise<Accepted> {
    return this.write((tx) => keepLines(tx, lineIds, CALENDAR))
  }

  claim(id: number, customerId: number, allocations: { itemId: number; amount: number }[] = [], claimedOn?: string): Promise<void> {
    const { allocations: parsed = [] } = acceptLine.parse({ lineId: id, allocations })
    return this.write((tx) => claimLine(tx, { id, customerId, allocations: parsed, reason: '', claimedOn: claimedOn === undefined ? undefined : day(claimedOn) }, CALENDAR))
  }

  link(id: number, target: LinkTarget): Promise<void> {
    return this.write((tx) => linkLine(tx, { id, ...target }))
  }

  unlink(id: number): Promise<void> {
    return this.write((tx) => unlinkLine(tx, id))
  }

  refundLine(id: number, customerId: number): Promise<void> {
    return this.write((tx) => refundLine(tx, { id, customerId, credits: [], note: '' }, CALENDAR))
  }

  classify(name: LineClass, ...lineIds: number[]): Promise<{ classified: number; open: number }> {
    return this.write((tx) => classifyLines(tx, lineIds, name))
  }

  line(id: number): Promise<StatementLine> {
    return this.ledger.read((reader) => loadLine(reader, id))
  }

  async lines(filters: Record<string, string | number> = {}): Promise<StatementLine[]> {
    const request = gridRequest.parse({ sort: [{ field: 'id', dir: 'asc' }], filters: Object.entries(filters).map(([field, value]) => ({ field, op: 'eq', value })) })
    return (await this.ledger.read((reader) => lineGrid(reader, request))).rows
  }

  async learnt(): Promise<string[]> {
    const { rows } = await this.ledger.read((reader) => learntGrid(reader, gridRequest.parse({ sort: [{ field: 'id', dir: 'asc' }] })))
    return rows.map(({ kind, key, customerName }) => `${kind} ${key} → ${customerName}`)
  }

  /** Book, statement, the sums of the four lists, and the difference. */
  async reconcile(asOf: string): Promise<(number | null)[]> {
    const found = await this.ledger.read((reader) => reconciliationOf(reader, { bankAccountId: this.account, asOf: day(asOf) }))
    const sums = [found.bankReceived, found.bankPaid, found.bookReceived, found.bookPaid].map((rows) => rows.reduce((sum, row) => sum + row.amount, 0))
    return [found.bookBalance, found.statementBalance, ...sums, found.difference]
  }
}
