import type { AgingItemsParams } from '../navigation.ts'

/** Opens the rows of a figure: which column of the aging, and what narrows it. */
export type OpenRows = (cell: Pick<AgingItemsParams, 'column' | 'label'> & Partial<AgingItemsParams>) => void
