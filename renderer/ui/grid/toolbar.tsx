/** The line above a grid: quick search, conditions, how many rows, and what can be done with all of them. */
import { CopyOutlined, FilterOutlined, ReloadOutlined, SearchOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Tag, Tooltip, type InputRef } from 'antd'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridFilter } from '../../../shared/grid.ts'
import { KEYS, shownShortcut } from '../shortcut.ts'
import { FilterPanel, isComplete, useFilterWords } from './filterPanel.tsx'
import type { GridColumn } from './columns.ts'

export interface GridToolbarProps<Row> {
  columns: readonly GridColumn<Row>[]
  search: string
  onSearch: (text: string) => void
  onLeaveSearch: () => void
  searchRef: Ref<InputRef>
  searchPlaceholder?: string | undefined
  filters: readonly GridFilter[]
  onFilters: (filters: GridFilter[]) => void
  filtersOpen: boolean
  onFiltersOpen: (open: boolean) => void
  count: string
  copying: boolean
  onCopy: () => void
  onRefresh: () => void
  columnPanel: ReactNode
  tools: ReactNode
}

export function GridToolbar<Row>(props: GridToolbarProps<Row>) {
  const { t } = useTranslation('ui')
  const words = useFilterWords(props.columns)
  return (
    <div className="grid-toolbar">
      <Input
        ref={props.searchRef}
        className="grid-search"
        prefix={<SearchOutlined />}
        allowClear
        value={props.search}
        placeholder={`${props.searchPlaceholder ?? t('grid.search')}  ${shownShortcut(KEYS.search)}`}
        aria-label={t('grid.search')}
        onChange={(event) => props.onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            props.onLeaveSearch()
          }
        }}
      />
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={props.filtersOpen}
        onOpenChange={props.onFiltersOpen}
        content={<FilterPanel columns={props.columns} filters={props.filters} onChange={props.onFilters} />}
      >
        <Button icon={<FilterOutlined />}>{t('grid.filter')} <kbd>{KEYS.filter}</kbd></Button>
      </Popover>
      {props.filters.map((filter, index) =>
        isComplete(filter) ? (
          <Tag key={index} closable onClose={() => props.onFilters(props.filters.filter((_, at) => at !== index))}>{words(filter)}</Tag>
        ) : null,
      )}
      {props.tools}
      <span className="grid-count">{props.count}</span>
      <Tooltip title={t('grid.copyAll')}><Button type="text" icon={<CopyOutlined />} loading={props.copying} onClick={props.onCopy} aria-label={t('grid.copyAll')} /></Tooltip>
      <Popover trigger="click" placement="bottomRight" content={props.columnPanel}>
        <Button type="text" icon={<TableOutlined />} aria-label={t('grid.columns')} title={t('grid.columns')} />
      </Popover>
      <Tooltip title={`${t('grid.refresh')} ${KEYS.refresh}`}><Button type="text" icon={<ReloadOutlined />} onClick={props.onRefresh} aria-label={t('grid.refresh')} /></Tooltip>
    </div>
  )
}
