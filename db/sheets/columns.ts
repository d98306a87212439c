/** What the columns of a list look like, for the person who says what they mean. */
import type { fileColumn } from '../../shared/sheets/schemas.ts'
import { cellText, type Cell, type TableRow } from '../../shared/sheets/table.ts'
import { cleanText } from '../../shared/sheets/words.ts'
import type { z } from 'zod'

/** How many rows of a file the person sees. */
export const PREVIEWED_ROWS = 50
const SAMPLES = 3
const SHOWN_CHARACTERS = 120

export const shown = (text: string): string => cleanText(text).slice(0, SHOWN_CHARACTERS)

/** Title and first values of each column. */
export function fileColumns(titles: readonly Cell[], rows: readonly TableRow[]): z.infer<typeof fileColumn>[] {
  return Array.from(titles, (title, index) => {
    const samples = new Set<string>()
    for (const row of rows.slice(0, PREVIEWED_ROWS)) {
      const text = shown(cellText(row.cells[index]))
      if (text !== '' && samples.size < SAMPLES) samples.add(text)
    }
    return { index, title: shown(cellText(title)), samples: [...samples] }
  })
}
