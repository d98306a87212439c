import { and, eq, sql } from 'drizzle-orm'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import type { Mapping } from '../../shared/sheets/header.ts'
import { fittingMapping, type Place } from '../../shared/sheets/locate.ts'
import { importRow, type ImportRow, type Target } from '../../shared/integration/schemas.ts'
import type { LeftOutRow } from '../../shared/sheets/schemas.ts'
import { gridRows } from '../grid.ts'
import type { Reader } from '../reader.ts'

/** The mapping that was used for a file with this header before, as far as it still fits. */
export async function rememberedMapping(reader: Reader, place: Place<Target>): Promise<Mapping | null> {
  const { importMappings } = reader.t
  const [row] = await reader.db.select({ mapping: importMappings.mapping }).from(importMappings)
    .where(and(eq(importMappings.signature, place.signature), eq(importMappings.target, place.kind.name)))
  return row ? fittingMapping(place, row.mapping) : null
}

/** What was imported, the newest first. */
export async function importGrid(reader: Reader, request: GridRequest): Promise<GridPage<ImportRow>> {
  const { imports: i } = reader.t
  const page = await gridRows<Omit<ImportRow, 'leftOut'> & { leftOut: string | LeftOutRow[] }>(reader, {
    row: importRow,
    fields: {
      id: sql`${i.id}`, target: sql`${i.target}`, fileName: sql`${i.fileName}`, at: sql`${i.at}`, by: sql`${i.by}`,
      rows: sql`${i.rows}`, created: sql`${i.created}`, skipped: sql`${i.skipped}`, leftOut: sql`${i.leftOut}`,
    },
    from: sql`from ${i}`,
    totals: { rows: sql`${i.rows}`, created: sql`${i.created}` },
    order: sql`${i.id} desc`,
    tie: sql`${i.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => ({ ...row, leftOut: typeof row.leftOut === 'string' ? JSON.parse(row.leftOut) as LeftOutRow[] : row.leftOut })) }
}
