/** The journal, the answers of past requests, the counters of document numbers, and what migrations ran. */
import type { Kit } from './engine/kit.ts'

/** Which rows of which table an entry posted: [table, first id, last id]. */
export type PostedRange = [table: string, from: number, to: number]

/** A change of what may be changed (customers, settings, users): before and after, as they were. */
export interface RecordedChange {
  what: string
  id: number | string
  before: unknown
  after: unknown
}

export const journalTables = (k: Kit) => ({
  journal: k.table('journal', {
    id: k.id('id'),
    at: k.instant('at'),
    userId: k.int('user_id'),
    userName: k.text('user_name'),
    procedure: k.text('procedure'),
    documents: k.json<string[]>('documents'),
    changes: k.json<RecordedChange[]>('changes'),
    posted: k.json<PostedRange[]>('posted'),
    rowsHash: k.text('rows_hash'),
    previousHash: k.text('previous_hash'),
    hash: k.text('hash'),
  }),
  requests: k.table('requests', {
    requestId: k.key('request_id'),
    procedure: k.text('procedure'),
    inputHash: k.text('input_hash'),
    answer: k.json<unknown>('answer'),
    at: k.instant('at'),
  }),
  /** How often a record was changed since it was made, of those that were: what an edit compares with the version that it read. */
  versions: k.table('versions', { what: k.text('what'), recordId: k.text('record_id'), version: k.int('version') }, (t) => [k.primaryKey({ columns: [t.what, t.recordId] })]),
  counters: k.table('counters', { series: k.key('series'), last: k.int('last') }),
})
