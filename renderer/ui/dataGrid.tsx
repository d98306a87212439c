/**
 * The one grid of the program.
 *
 *     <DataGrid layoutKey="receipts" columns={columns} load={(request, signal) => api.receipts.list(request, { signal })}
 *               slices={['receipts']} onOpen={(row) => openPage('receipt', { id: row.id })} empty={<EmptyHint …/>} />
 *
 * `load` asks the backend for the rows on screen (grid queries); `rows` shows a short list that is at hand.
 * `layoutKey` names the remembered layout. `slices` are those whose change reloads it. `onSelect` adds checkboxes.
 * `initialFilters` / `initialSearch` open it narrowed. `tools` stand in its toolbar. `handle` gives refresh, focus, request.
 *
 * Keys: ↑ ↓ ← → move, Enter opens the row, Home/End first and last, Space ticks, Ctrl+C copies the ticked rows or the cell,
 * Ctrl+F search, F3 conditions, F5 refresh. They work while `active` (the page's tab is in front; default yes).
 */
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import type { GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { App, Button, Spin, type InputRef } from 'antd'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { GRID_LIMIT, type GridFilter, type GridRequest } from '../../shared/grid.ts'
import { useInvalidation, type Slice } from '../api.ts'
import { cspNonce } from '../csp.ts'
import { useLanguage } from '../locales/index.ts'
import { gridTheme } from '../theme.ts'
import { cursorIsFree } from './cursor.ts'
import './grid/modules.ts'
import { columnDefs } from './grid/columnDefs.tsx'
import { ColumnPanel } from './grid/columnPanel.tsx'
import { copiedText, type GridColumn } from './grid/columns.ts'
import { copyRows, copyText } from './grid/copy.ts'
import { isComplete } from './grid/filterPanel.tsx'
import { forgetLayout, rememberLayout, restoreLayout } from './grid/layout.ts'
import { filterRows, totalRows } from './grid/localRows.ts'
import { GridToolbar } from './grid/toolbar.tsx'
import { BLOCK, useGridSource, type LoadPage } from './grid/useGridSource.ts'
import { EmptyState, ErrorState } from './states.tsx'
import { usePageActive } from './pageContext.ts'
import { KEYS, spell, useShortcut } from './shortcut.ts'

export type { GridColumn } from './grid/columns.ts'

export interface GridHandle<Row = object> {
  refresh: () => void
  focus: () => void
  /** Puts the cursor back to where it stood in the grid. */
  back: () => void
  /** The sort, conditions and search that the rows on screen answer. */
  request: () => Pick<GridRequest, 'sort' | 'filters' | 'search'>
  clearSelection: () => void
  /** Ticks the rows (of a grid with `rows`) that pass the test, and no others. */
  selectWhere: (test: (row: Row) => boolean) => void
}

export interface DataGridProps<Row> {
  layoutKey: string
  columns: readonly GridColumn<Row>[]
  load?: LoadPage<Row>
  rows?: readonly Row[] | undefined
  slices?: readonly Slice[]
  rowId?: (row: Row) => string
  /** Enter or a double click; `field` is the column of the cell. */
  onOpen?: (row: Row, field: string) => void
  /** Enter or a double click on a cell of the totals row. */
  onOpenTotal?: (field: string) => void
  /** The row that the cursor has come to, or that has come to the cursor; undefined when there is none any more. */
  onCurrent?: (row: Row | undefined) => void
  /** What further keys do to the row of the cursor, by their shortcut: `{ Space: accept }`. */
  keys?: Readonly<Record<string, (row: Row) => void>>
  /** The row (of a grid with `rows`) where the cursor begins, when that is not the first. */
  startAt?: (row: Row) => boolean
  onSelect?: (rows: Row[]) => void
  rowClass?: (row: Row) => string
  initialFilters?: readonly GridFilter[]
  initialSearch?: string
  searchPlaceholder?: string
  empty?: ReactNode
  tools?: ReactNode
  /** Without the line above the grid, for a short list within a form. */
  plain?: boolean
  handle?: Ref<GridHandle<Row>>
}

const COPY_LIMIT = 50_000
const DRAWING_MS = 40

export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { columns, layoutKey, load, rows, onOpen, onSelect } = props
  const { t } = useTranslation('ui')
  const { message } = App.useApp()
  const language = useLanguage()
  const active = usePageActive()
  const api = useRef<GridApi<Row>>(null)
  const searchBox = useRef<InputRef>(null)
  const [search, setSearch] = useState(props.initialSearch ?? '')
  const [filters, setFilters] = useState<GridFilter[]>([...(props.initialFilters ?? [])])
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [copying, setCopying] = useState(false)
  const [, redrawColumns] = useState(0)
  const deferredSearch = useDebounced(search)
  const complete = filters.filter(isComplete)
  const completeKey = JSON.stringify(complete)
  const { source, facts, request, askTotalsAgain } = useGridSource(load, complete, deferredSearch, language)

  const shownRows = useMemo(() => (rows ? filterRows(rows, columns, complete, deferredSearch) : undefined), [rows, columns, completeKey, deferredSearch])
  const totals = useMemo(() => (shownRows ? totalRows(shownRows, columns) : facts.totals), [shownRows, columns, facts.totals])
  const total = shownRows ? shownRows.length : facts.total
  const definitions = useMemo(() => columnDefs(columns, t('grid.total')), [columns, t])

  function refresh(): void {
    askTotalsAgain()
    if (load) api.current?.refreshInfiniteCache()
  }
  function focusFirst(): void {
    const first = api.current?.getAllDisplayedColumns().find((column) => columns.some((each) => each.field === column.getColId()))
    if (!first) return
    let index = 0
    const { startAt } = props
    if (startAt) api.current?.forEachNode((node) => { if (node.data && node.rowIndex !== null && startAt(node.data)) index = node.rowIndex })
    if (index > 0) api.current?.ensureIndexVisible(index, 'middle')
    api.current?.setFocusedCell(index, first)
  }
  function back(): void {
    const cell = api.current?.getFocusedCell()
    if (api.current?.getDisplayedRowCount() === 0) searchBox.current?.focus()
    else if (cell && !cell.rowPinned) api.current?.setFocusedCell(cell.rowIndex, cell.column)
    else focusFirst()
    tellCurrent()
  }
  /** At once: the grid's own event comes only after the next key of a fast clerk, for which a button may have to be enabled. */
  function tellTicked(): void {
    if (api.current) onSelect?.(api.current.getSelectedRows())
  }
  function selectWhere(test: (row: Row) => boolean): void {
    api.current?.forEachNode((node) => node.setSelected(node.data !== undefined && test(node.data)))
    tellTicked()
  }
  useInvalidation(props.slices ?? [], refresh)
  useImperativeHandle(props.handle, () => ({ refresh, focus: focusFirst, back, request, clearSelection: () => api.current?.deselectAll(), selectWhere }))
  const bound = active && !props.plain
  useShortcut(KEYS.search, () => searchBox.current?.focus({ cursor: 'all' }), bound)
  useShortcut(KEYS.filter, () => setFiltersOpen(true), bound)
  useShortcut(KEYS.refresh, refresh, bound && load !== undefined)

  const isEmpty = total === 0
  const hasAnswer = total !== undefined && facts.error === undefined
  useEffect(() => {
    if (!bound || !hasAnswer) return undefined
    // The grid draws its rows a little after it was given them; only then can the cursor stand in one.
    const timer = setInterval(() => {
      const drawn = isEmpty || api.current?.getDisplayedRowAtIndex(0)?.data !== undefined
      if (cursorIsFree() && !drawn) return
      clearInterval(timer)
      if (!cursorIsFree()) return
      if (isEmpty) searchBox.current?.focus()
      else focusFirst()
    }, DRAWING_MS)
    return () => clearInterval(timer)
  }, [bound, hasAnswer, isEmpty])

  const visibleColumns = (): GridColumn<Row>[] =>
    (api.current?.getAllDisplayedColumns() ?? []).flatMap((shown) => columns.find((column) => column.field === shown.getColId()) ?? [])

  async function copyAll(): Promise<void> {
    setCopying(true)
    try {
      const all: Row[] = [...(shownRows ?? [])]
      while (load && all.length < Math.min(total ?? 0, COPY_LIMIT)) {
        const page = await load({ ...request(), offset: all.length, limit: GRID_LIMIT, withTotals: false }, new AbortController().signal)
        if (page.rows.length === 0) break
        all.push(...page.rows)
      }
      copyRows(visibleColumns(), all)
      message.success(t('grid.copied', { count: all.length }))
    } finally {
      setCopying(false)
    }
  }

  const pinned = useMemo(() => ((total ?? 0) > 0 ? (totals as Row[]) : []), [totals, total])
  /** The row and the column of the cell in which an event happens; the grid's own events come too late for a fast clerk. */
  function cellOf(target: EventTarget): { row: Row | undefined; index: number; field: string; isTotal: boolean } | null {
    const cell = target instanceof HTMLElement ? target.closest('.ag-cell') : null
    const index = cell?.closest('.ag-row')?.getAttribute('row-index') ?? ''
    if (!cell || !api.current) return null
    const isTotal = !/^\d+$/.test(index)
    const row = isTotal ? pinned[Number(index.split('-')[1])] : api.current.getDisplayedRowAtIndex(Number(index))?.data
    return { row, index: Number(index), field: cell.getAttribute('col-id') ?? '', isTotal }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const cell = cellOf(event.target)
    if (!cell?.row) return
    const { row, field, isTotal } = cell
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && (isTotal ? props.onOpenTotal : onOpen)) {
      event.preventDefault()
      if (isTotal) props.onOpenTotal?.(field)
      else onOpen?.(row, field)
    }
    if (isTotal) return
    if (event.key === ' ') tellTicked()
    const act = props.keys?.[spell(event.nativeEvent)]
    if (act) {
      event.preventDefault()
      act(row)
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && document.getSelection()?.isCollapsed !== false) {
      event.preventDefault()
      const ticked = api.current?.getSelectedRows() ?? []
      const column = columns.find((each) => each.field === field)
      if (ticked.length > 0) copyRows(visibleColumns(), ticked)
      else if (column) copyText(copiedText(column, row))
    }
  }
  function onFocus(event: FocusEvent<HTMLDivElement>): void {
    const cell = cellOf(event.target)
    if (!cell?.row || cell.isTotal) return
    // The grid goes on from its own cursor, which must be the one that is seen.
    if (api.current?.getFocusedCell()?.rowIndex !== cell.index) api.current?.setFocusedCell(cell.index, cell.field)
    props.onCurrent?.(cell.row)
  }

  /** Rows that were taken away let others come to the cursor; behind the last one it goes back to the new last one. */
  function tellCurrent(): void {
    const grid = api.current
    const cell = grid?.getFocusedCell()
    if (!props.onCurrent || !grid || !cell || cell.rowPinned) return
    const last = grid.getDisplayedRowCount() - 1
    if (last < 0) return props.onCurrent(undefined)
    if (cell.rowIndex > last) grid.setFocusedCell(last, cell.column)
    const node = grid.getDisplayedRowAtIndex(Math.min(cell.rowIndex, last))
    // A row that is still on its way is not told; it comes again when it is there.
    if (node?.data || !node) props.onCurrent(node?.data)
  }

  const narrowed = complete.length > 0 || deferredSearch.trim() !== ''
  const remember = (): void => {
    if (api.current) rememberLayout(api.current, layoutKey)
    redrawColumns((count) => count + 1)
  }
  return (
    <div className="data-grid">
      {!props.plain && (
        <GridToolbar
          columns={columns}
          search={search}
          onSearch={setSearch}
          onLeaveSearch={focusFirst}
          searchRef={searchBox}
          searchPlaceholder={props.searchPlaceholder}
          filters={filters}
          onFilters={setFilters}
          filtersOpen={filtersOpen}
          onFiltersOpen={setFiltersOpen}
          count={total === undefined ? '' : t('grid.count', { count: total })}
          copying={copying}
          onCopy={() => void copyAll()}
          onRefresh={refresh}
          tools={props.tools}
          columnPanel={
            <ColumnPanel
              columns={columns}
              isVisible={(field) => api.current?.getColumn(field)?.isVisible() ?? true}
              onToggle={(field, visible) => api.current?.setColumnsVisible([field], visible)}
              onReset={() => {
                forgetLayout(layoutKey)
                api.current?.resetColumnState()
              }}
            />
          }
        />
      )}
      <div className="grid-body" onKeyDown={onKeyDown} onFocus={onFocus}>
        <AgGridReact<Row>
          // The grid reads its words only when it starts; another language or another row model is another grid.
          key={`${language} ${load ? 'infinite' : 'all'}`}
          theme={gridTheme}
          styleNonce={cspNonce}
          localeText={language === 'zh-CN' ? AG_GRID_LOCALE_CN : AG_GRID_LOCALE_EN}
          columnDefs={definitions}
          rowModelType={load ? 'infinite' : 'clientSide'}
          {...(load ? { datasource: source, cacheBlockSize: BLOCK, maxBlocksInCache: 30, infiniteInitialRowCount: 1, blockLoadDebounceMillis: 40 } : { rowData: shownRows })}
          getRowId={props.rowId ? ({ data }) => props.rowId?.(data) ?? '' : undefined}
          pinnedBottomRowData={pinned}
          getRowClass={props.rowClass ? ({ data, node }) => (data && !node.rowPinned ? props.rowClass?.(data) : undefined) : undefined}
          rowSelection={onSelect ? { mode: 'multiRow', headerCheckbox: !load, enableClickSelection: false } : undefined}
          // Ticks stand first, also where the number of a document is kept at the left.
          selectionColumnDef={{ pinned: 'left' }}
          onSelectionChanged={tellTicked}
          onGridReady={({ api: grid }) => {
            api.current = grid
            restoreLayout(grid, layoutKey)
          }}
          onColumnVisible={remember}
          onColumnMoved={({ finished }) => finished && remember()}
          onColumnResized={({ finished, source: by }) => finished && by !== 'flex' && remember()}
          onSortChanged={remember}
          onCellDoubleClicked={({ data, node, column }) => {
            if (node.rowPinned) props.onOpenTotal?.(column.getColId())
            else if (data) onOpen?.(data, column.getColId())
          }}
          onModelUpdated={tellCurrent}
          suppressOverlays={['loading', 'noRows']}
          // The room of the scroll bar is kept, or the last column would slip under it when rows arrive.
          alwaysShowVerticalScroll
          animateRows={false}
          enableCellTextSelection
          ensureDomOrder
        />
        {load && !facts.loaded && !facts.error && <div className="grid-cover"><Spin delay={200} /></div>}
        {facts.error !== undefined && <div className="grid-cover"><ErrorState error={facts.error} onRetry={refresh} /></div>}
        {facts.error === undefined && total === 0 && (
          <div className="grid-cover below-header">
            {narrowed ? (
              <EmptyState title={t('grid.nothingFits')}>
                <Button onClick={() => { setFilters([]); setSearch('') }}>{t('grid.showAll')}</Button>
              </EmptyState>
            ) : (props.empty ?? <EmptyState title={t('state.empty')} />)}
          </div>
        )}
      </div>
    </div>
  )
}

/** The text as it was when typing paused, so that not every letter asks the ledger. */
function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : 180)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
