/** What a person says of the columns and rows of a file. */
import type { LeaveOut } from '../../shared/sheets/schemas.ts'

/** Gives a column of a file its meaning: a field stands for one column and a column for one field. */
export function withField(mapping: Readonly<Record<string, number>>, column: number, field: string | undefined): Record<string, number> {
  const others = Object.entries(mapping).filter(([name, index]) => index !== column && name !== field)
  return Object.fromEntries(field === undefined ? others : [...others, [field, column]])
}

/** What the person has said of a file's columns and rows so far. */
export interface FileSayings {
  mapping?: Record<string, number> | undefined
  leaveOut?: LeaveOut | undefined
}

/** Another list in the file has other columns and rows, so what was said about the old ones no longer holds. */
export function withPlace<Draft extends FileSayings>(draft: Draft, place: Partial<Draft>): Draft {
  const kept = { ...draft, ...place }
  delete kept.mapping
  delete kept.leaveOut
  return kept
}
