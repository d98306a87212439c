/**
 * 账套检查: the file itself, the seal of every posted row, the chain of the journal, the guards, the invariants. What
 * somebody changed from outside is named by its document.
 */
import { createHash } from 'node:crypto'
import { sql, type SQL, type Table } from 'drizzle-orm'
import type { CheckReport, Finding } from '../shared/ledgers/schemas.ts'
import { checkChanges, LastChanges } from './checkChanges.ts'
import { documentNumber, documentWord } from './documents.ts'
import { GUARDS } from './engine/engine.ts'
import { brokenInvariants } from './invariants.ts'
import type { PostedRange, RecordedChange } from './journalTables.ts'
import type { Ledger } from './ledger.ts'
import type { Reader } from './reader.ts'
import { sealOf, shapeOf } from './seal.ts'
import { entryHash } from './writer.ts'

const CHUNK = 20_000
/** Rows that carry whole files are read a few at a time. */
const CHUNKS: Record<string, number> = { delivery_files: 8, pictures: 20 }
const MOST_FINDINGS = 1000
const MOST_MISSING = 100
const SEALED = [
  'openItems', 'invoices', 'receipts', 'allocations', 'letters', 'letterPrints', 'bookedRates', 'exchangeDifferences', 'receiptMoves', 'vouchers', 'voucherPrints',
  'offsets', 'offsetLines', 'refunds', 'acceptances', 'acceptanceEvents', 'statements', 'statementLines', 'statementTwins', 'statementDoubts', 'statementRests', 'statementDecisions', 'reconciliations', 'periodEvents',
  'contacts', 'promises', 'promiseItems', 'disputes', 'disputeItems', 'holds', 'collectionEnds',
  'provisions', 'writeOffs', 'writeOffRequests', 'writeOffSteps', 'accountPapers', 'accountPaperPrints', 'accountPaperReplies',
  'interestTerms', 'lprRates', 'interestNotes', 'interestNoteItems', 'letterWordings', 'letterLooks', 'pictures', 'letterVoids', 'dunningRuns', 'dunningRunLines', 'dunningRunSteps', 'deliveries', 'deliveryOutcomes', 'deliveryFiles', 'mailAttempts', 'interruptions', 'interruptionItems', 'lawsuits', 'lawsuitItems', 'lawsuitEvents',
] as const

/** Seals as they stand in the file, by table and id, for proving the journal. */
type Seals = Map<string, Map<number, string>>

export async function checkLedger(ledger: Ledger): Promise<CheckReport> {
  const findings: Finding[] = (await ledger.engine.integrity()).map((text) => ({ kind: 'file', code: 'damagedFile', table: '', id: null, document: '', text }))
  for (const name of await ledger.engine.missingGuards(GUARDS)) findings.push({ kind: 'trigger', code: 'missingGuard', table: '', id: null, document: '', text: name })
  return ledger.read(async (reader) => {
    const seals: Seals = new Map()
    let rows = 0
    for (const name of SEALED) rows += await checkRows(reader, reader.t[name], seals, findings)
    const changes = new LastChanges()
    const entries = await checkJournal(reader, seals, changes, findings)
    findings.push(...(await checkChanges(reader, changes)))
    for (const broken of await brokenInvariants(reader)) {
      findings.push({ kind: 'invariant', code: broken.code, table: broken.table, id: broken.id, document: '', text: broken.text })
    }
    await nameDocuments(reader, findings)
    return { ok: findings.length === 0, findings: findings.slice(0, MOST_FINDINGS), rows, entries }
  })
}

async function checkRows(reader: Reader, table: Table, seals: Seals, findings: Finding[]): Promise<number> {
  const shape = shapeOf(table)
  const known = new Map<number, string>()
  seals.set(shape.table, known)
  const columns = sql.raw(shape.columns.map((column) => `"${column}"`).join(', '))
  const chunk = CHUNKS[shape.table] ?? CHUNK
  let count = 0
  for (let after = -1; ;) {
    const rows = await reader.rows<Record<string, unknown>>(sql`select ${columns} from ${sql.identifier(shape.table)} where id > ${after} ${shape.table === 'invoices' ? sql`and (status <> 'draft' or seal <> '')` : sql``} order by id limit ${chunk}`)
    for (const row of rows) {
      const id = Number(row['id'])
      const seal = String(row['seal'])
      known.set(id, seal)
      if (sealOf(shape.table, shape.columns.slice(0, -1).map((column) => row[column])) !== seal) {
        findings.push({ kind: 'row', code: 'changedRow', table: shape.table, id, document: '', text: `${shape.table} ${id}` })
      }
    }
    count += rows.length
    if (rows.length < chunk) return count
    after = Number(rows.at(-1)?.['id'])
  }
}

interface Entry {
  id: number
  at: string
  userId: number
  userName: string
  procedure: string
  documents: string
  changes: string
  posted: string
  rowsHash: string
  previousHash: string
  hash: string
}

/** A list from its text; a text that somebody broke is an empty list, and the entry's hash tells of it. */
function listIn<T>(text: string): T[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? (list as T[]) : []
  } catch {
    return []
  }
}

/** Proves every entry, and notes in `changes` how what may change stood last; takes what is claimed out of `seals`. */
async function checkJournal(reader: Reader, seals: Seals, changes: LastChanges, findings: Finding[]): Promise<number> {
  let previous = ''
  let soundBefore = true
  let count = 0
  for (let after = 0; ;) {
    const entries = await reader.rows<Entry>(sql`select id, at, user_id as "userId", user_name as "userName", procedure, documents, changes, posted,
      rows_hash as "rowsHash", previous_hash as "previousHash", hash from journal where id > ${after} order by id limit 2000`)
    for (const entry of entries) {
      count += 1
      const posted = listIn<PostedRange>(entry.posted)
      const told = { ...entry, documents: listIn<string>(entry.documents), changes: listIn<RecordedChange>(entry.changes), posted }
      const document = told.documents[0] ?? entry.procedure
      const broken = (code: string, text: string): void => void findings.push({ kind: 'chain', code, table: 'journal', id: entry.id, document, text })
      const gap = entry.id !== count
      for (let id = count; id < Math.min(entry.id, count + MOST_MISSING); id += 1) findings.push({ kind: 'chain', code: 'missingEntry', table: 'journal', id, document: '', text: `journal ${id}` })
      const asWritten = [told.documents, told.changes, posted].map((list) => JSON.stringify(list)).join() === [entry.documents, entry.changes, entry.posted].join()
      const sound = asWritten && entryHash(told) === entry.hash
      if (!sound) broken('changedEntry', `journal ${entry.id} ${entry.procedure}`)
      // Where the entry before is missing or changed, that one is to blame.
      else if (entry.previousHash !== previous && soundBefore && !gap) broken('brokenLink', `journal ${entry.id} ${entry.procedure}`)
      soundBefore = sound
      previous = entry.hash
      told.changes.forEach((change) => changes.note(change))
      const hash = createHash('sha256')
      let missing = false
      for (const [table, from, to] of posted) {
        const known = seals.get(table)
        for (let id = from; id <= to; id += 1) {
          const seal = known?.get(id)
          if (seal === undefined) {
            missing = true
            findings.push({ kind: 'row', code: 'missingRow', table, id, document, text: `${table} ${id}` })
          }
          hash.update(`${table}:${id}:${seal ?? ''}\n`)
          known?.delete(id)
        }
      }
      if (!missing && sound && hash.digest('hex') !== entry.rowsHash) broken('changedSeals', `journal ${entry.id} ${told.documents.join(', ')}`)
      count = entry.id
    }
    if (entries.length < 2000) break
    after = entries.at(-1)?.id ?? 0
  }
  for (const [table, unclaimed] of seals) {
    for (const id of unclaimed.keys()) findings.push({ kind: 'row', code: 'rowWithoutEntry', table, id, document: '', text: `${table} ${id}` })
  }
  return count
}

const numbered = (word: string, table: string) => (id: number): SQL => sql`select ${sql.raw(`'${word}'`)} as kind, number, id from ${sql.identifier(table)} where id = ${id}`
const behindItem = (itemId: SQL): SQL => sql`select ${documentWord(sql`i.kind`)} as kind, coalesce(${documentNumber(sql`i.kind`, sql`i.document_id`)}, '') as number, i.document_id as id from open_items i where i.id = ${itemId}`
const behindAllocation = (id: SQL): SQL => behindItem(sql`(select credit_item_id from allocations where id = ${id})`)
/** A row of `table` that belongs to a numbered document of `owner`. */
const partOf = (word: string, owner: string, table: string, column: string) => (id: number): SQL =>
  sql`select ${sql.raw(`'${word}'`)} as kind, o.number, o.id from ${sql.identifier(table)} p join ${sql.identifier(owner)} o on o.id = p.${sql.identifier(column)} where p.id = ${id}`

const OWNERS: Record<string, (id: number) => SQL> = {
  invoices: numbered('invoice', 'invoices'),
  receipts: numbered('receipt', 'receipts'),
  letters: numbered('letter', 'letters'),
  vouchers: numbered('voucher', 'vouchers'),
  offsets: numbered('offset', 'offsets'),
  refunds: numbered('refund', 'refunds'),
  acceptances: numbered('acceptance', 'acceptances'),
  letter_prints: partOf('letter', 'letters', 'letter_prints', 'letter_id'),
  voucher_prints: partOf('voucher', 'vouchers', 'voucher_prints', 'voucher_id'),
  offset_lines: partOf('offset', 'offsets', 'offset_lines', 'offset_id'),
  acceptance_events: partOf('acceptance', 'acceptances', 'acceptance_events', 'acceptance_id'),
  receipt_moves: partOf('receipt', 'receipts', 'receipt_moves', 'new_receipt_id'),
  open_items: (id) => behindItem(sql`${id}`),
  booked_rates: (id) => behindItem(sql`${id}`),
  allocations: (id) => behindAllocation(sql`${id}`),
  exchange_differences: (id) => behindAllocation(sql`${id}`),
  statements: (id) => sql`select 'statement' as kind, file_name as number, id from statements where id = ${id}`,
  statement_lines: (id) => sql`select 'statement' as kind, s.file_name as number, s.id from statement_lines l join statements s on s.id = l.statement_id where l.id = ${id}`,
  statement_twins: (id) => sql`select 'statement' as kind, s.file_name as number, s.id from statement_twins w join statement_lines l on l.id = w.line_id join statements s on s.id = l.statement_id where w.id = ${id}`,
  statement_doubts: (id) => sql`select 'statement' as kind, s.file_name as number, s.id from statement_doubts d join statement_lines l on l.id = d.line_id join statements s on s.id = l.statement_id where d.id = ${id}`,
  statement_rests: (id) => sql`select 'statement' as kind, s.file_name as number, s.id from statement_rests r join statements s on s.id = r.statement_id where r.id = ${id}`,
  statement_decisions: (id) => sql`select 'statement' as kind, s.file_name as number, s.id from statement_decisions d join statement_lines l on l.id = d.line_id join statements s on s.id = l.statement_id where d.id = ${id}`,
  provisions: numbered('provision', 'provisions'),
  write_offs: numbered('writeOff', 'write_offs'),
  interest_notes: numbered('interestNote', 'interest_notes'),
  interest_note_items: partOf('interestNote', 'interest_notes', 'interest_note_items', 'note_id'),
  letter_voids: partOf('letter', 'letters', 'letter_voids', 'letter_id'),
  lawsuits: numbered('lawsuit', 'lawsuits'),
  lawsuit_items: partOf('lawsuit', 'lawsuits', 'lawsuit_items', 'lawsuit_id'),
  lawsuit_events: partOf('lawsuit', 'lawsuits', 'lawsuit_events', 'lawsuit_id'),
  account_papers: numbered('accountPaper', 'account_papers'),
  account_paper_prints: partOf('accountPaper', 'account_papers', 'account_paper_prints', 'paper_id'),
  account_paper_replies: partOf('accountPaper', 'account_papers', 'account_paper_replies', 'paper_id'),
  period_events: (id) => sql`select 'period' as kind, month as number, id from period_events where id = ${id}`,
}

/** Says which document a row belongs to, as kind:id:number, the way the journal names them. */
async function nameDocuments(reader: Reader, findings: Finding[]): Promise<void> {
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    const owner = OWNERS[finding.table]
    if (!owner || finding.id === null || finding.id === 0 || finding.document !== '') continue
    const [row] = await reader.rows<{ kind: string; number: string; id: number }>(owner(finding.id))
    if (row) finding.document = `${row.kind}:${row.id}:${row.number}`
  }
}
