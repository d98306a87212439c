/** Feeds AG Grid's infinite rows from a grid query: counts and totals are asked for once a question, not once a block. */
import type { IDatasource } from 'ag-grid-community'
import { useMemo, useRef, useState } from 'react'
import type { GridFilter, GridPage, GridRequest } from '../../../shared/grid.ts'

export type LoadPage<Row> = (request: GridRequest, signal: AbortSignal) => Promise<GridPage<Row>>
export const BLOCK = 100

export interface GridFacts {
  total: number | undefined
  /** One line of sums, or one for each currency, which then stands in it. */
  totals: Record<string, number | string>[]
  error: unknown
  loaded: boolean
}
const NOTHING: GridFacts = { total: undefined, totals: [], error: undefined, loaded: false }

/** Amounts of several currencies never add up: each gets a line of its own. */
const totalLines = ({ totals, sums }: Pick<GridPage<unknown>, 'totals' | 'sums'>): GridFacts['totals'] =>
  sums && sums.length > 1 ? sums.map((sum) => ({ ...sum.totals, currency: sum.currency })) : totals ? [totals] : []

export function useGridSource<Row>(load: LoadPage<Row> | undefined, filters: readonly GridFilter[], search: string, language: string) {
  const [facts, setFacts] = useState<GridFacts>(NOTHING)
  const loader = useRef(load)
  loader.current = load
  const needTotals = useRef(true)
  const lastRequest = useRef<Pick<GridRequest, 'sort' | 'filters' | 'search'>>({ sort: [], filters: [] })
  const known = useRef<number | undefined>(undefined)
  const infinite = load !== undefined
  const question = JSON.stringify([filters, search])

  const source = useMemo((): IDatasource | undefined => {
    if (!infinite) return undefined
    const abort = new AbortController()
    needTotals.current = true
    known.current = undefined
    return {
      getRows: (params) => {
        const { startRow, endRow, sortModel } = params
        const withTotals = needTotals.current
        needTotals.current = false
        const sort = sortModel.map((each) => ({ field: each.colId, dir: each.sort }))
        const request: GridRequest = {
          offset: startRow,
          limit: endRow - startRow,
          sort,
          filters: [...filters],
          search: search.trim() === '' ? undefined : search.trim(),
          withTotals,
        }
        lastRequest.current = request
        loader.current?.(request, abort.signal).then(
          (page) => {
            if (abort.signal.aborted) return
            if (page.total !== undefined) known.current = page.total
            const ended = page.rows.length < endRow - startRow ? startRow + page.rows.length : undefined
            params.successCallback(page.rows, known.current ?? ended)
            setFacts((before) => ({
              total: known.current ?? ended,
              totals: page.total === undefined ? before.totals : totalLines(page),
              error: undefined,
              loaded: true,
            }))
          },
          (error: unknown) => {
            if (abort.signal.aborted) return
            if (withTotals) needTotals.current = true
            params.failCallback()
            setFacts((before) => ({ ...before, error }))
          },
        )
      },
      destroy: () => abort.abort(),
    }
    // A grid in another language is another grid, and a source serves one grid only.
  }, [infinite, question, language])

  return {
    source,
    facts,
    /** The question that the rows on screen answer, for exporting or copying all of them. */
    request: () => lastRequest.current,
    /** The next block brings the count and the totals again. */
    askTotalsAgain: () => {
      needTotals.current = true
    },
  }
}
