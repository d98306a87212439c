import { sql } from 'drizzle-orm'
import type { Target } from '../../shared/integration/schemas.ts'
import type { LeftOutRow } from '../../shared/sheets/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const integrationTables = (k: Kit) => ({
  imports: k.table('imports', {
    id: k.id('id'), target: k.oneOf<Target>('target'), fileName: k.text('file_name'), fileHash: k.text('file_hash'), at: k.instant('at'), by: k.text('by'),
    rows: k.int('rows'), created: k.int('created'), skipped: k.int('skipped'),
    /** Rows that somebody left out, with the reasons. */
    leftOut: k.json<LeftOutRow[]>('left_out').default(sql`'[]'`),
  }),
  /** What was imported once is known by this key and is not imported again. `amount` tells a changed row from the same one. */
  importKeys: k.table('import_keys', {
    target: k.oneOf<Target>('target'), key: k.text('key'), documentId: k.int('document_id'), amount: k.money('amount'),
  }, (t) => [k.primaryKey({ columns: [t.target, t.key] })]),
  importMappings: k.table('import_mappings', {
    signature: k.text('signature'), target: k.oneOf<Target>('target'), mapping: k.json<Record<string, number>>('mapping'), at: k.instant('at'),
  }, (t) => [k.primaryKey({ columns: [t.signature, t.target] })]),
})
