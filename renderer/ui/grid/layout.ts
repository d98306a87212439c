/** Remembers on this computer how a person arranged a grid: order, width, visibility and sort of its columns. */
import type { ColumnState, GridApi } from 'ag-grid-community'

const storageKey = (layoutKey: string): string => `huikuan.grid.${layoutKey}`

export function rememberLayout<Row>(api: GridApi<Row>, layoutKey: string): void {
  localStorage.setItem(storageKey(layoutKey), JSON.stringify(api.getColumnState()))
}

export function restoreLayout<Row>(api: GridApi<Row>, layoutKey: string): void {
  const stored = localStorage.getItem(storageKey(layoutKey))
  if (!stored) return
  try {
    api.applyColumnState({ state: JSON.parse(stored) as ColumnState[], applyOrder: true })
  } catch {
    // A layout that cannot be read is worth nothing; the grid starts with its own.
    localStorage.removeItem(storageKey(layoutKey))
  }
}

export function forgetLayout(layoutKey: string): void {
  localStorage.removeItem(storageKey(layoutKey))
}
