/**
 * The conditions of a grid: a list of lines "column · is · value", each of which narrows the rows.
 * Keys: F3 opens it from the grid; Enter in a value applies; Esc closes.
 */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/day.ts'
import { formatMoney, type Money } from '../../../shared/money.ts'
import type { GridFilter } from '../../../shared/grid.ts'
import { DayInput } from '../day.tsx'
import { MoneyInput } from '../money.tsx'
import type { GridColumn } from './columns.ts'

type Operator = GridFilter['op']

export const canFilter = <Row,>(column: GridColumn<Row>): boolean => column.filter ?? (column.kind !== 'instant' && column.kind !== 'check')

function operatorsOf<Row>(column: GridColumn<Row>): Operator[] {
  if (column.options) return ['in']
  if (column.kind === 'money' || column.kind === 'number' || column.kind === 'day') return ['between', 'gte', 'lte', 'eq']
  return ['contains', 'startsWith', 'eq']
}

/** A condition that is still missing its value narrows nothing. */
export const isComplete = (filter: GridFilter): boolean =>
  Array.isArray(filter.value) ? filter.value.length > 0 : filter.value !== '' && (filter.op !== 'between' || (filter.to !== undefined && filter.to !== ''))

export function FilterPanel<Row>({ columns, filters, onChange }: {
  columns: readonly GridColumn<Row>[]
  filters: readonly GridFilter[]
  onChange: (filters: GridFilter[]) => void
}) {
  const { t } = useTranslation('ui')
  const usable = columns.filter(canFilter)
  const first = usable[0]
  const startOf = (column: GridColumn<Row>): GridFilter => ({ field: column.field, op: operatorsOf(column)[0] ?? 'eq', value: column.options ? [] : '' })
  const put = (index: number, filter: GridFilter): void => onChange(filters.map((each, at) => (at === index ? filter : each)))

  return (
    <div className="filter-panel">
      {filters.map((filter, index) => {
        const column = usable.find((each) => each.field === filter.field)
        if (!column) return null
        return (
          <div key={index} className="filter-line">
            <Select
              className="filter-column"
              value={filter.field}
              options={usable.map((each) => ({ value: each.field, label: each.title }))}
              onChange={(field: string) => {
                const next = usable.find((each) => each.field === field)
                if (next) put(index, startOf(next))
              }}
            />
            <Select
              className="filter-operator"
              value={filter.op}
              options={operatorsOf(column).map((op) => ({ value: op, label: t(`grid.op.${op}`) }))}
              onChange={(op: Operator) => put(index, { ...filter, op, to: undefined })}
            />
            <FilterValue column={column} filter={filter} onChange={(next) => put(index, next)} />
            <Button type="text" icon={<CloseOutlined />} aria-label={t('grid.removeFilter')} onClick={() => onChange(filters.filter((_, at) => at !== index))} />
          </div>
        )
      })}
      <div className="filter-actions">
        <Button icon={<PlusOutlined />} disabled={!first} onClick={() => first && onChange([...filters, startOf(first)])}>{t('grid.addFilter')}</Button>
        <Button type="text" disabled={filters.length === 0} onClick={() => onChange([])}>{t('grid.clearFilters')}</Button>
      </div>
    </div>
  )
}

function FilterValue<Row>({ column, filter, onChange }: { column: GridColumn<Row>; filter: GridFilter; onChange: (filter: GridFilter) => void }) {
  const { t } = useTranslation('ui')
  if (column.options) {
    const chosen = Array.isArray(filter.value) ? filter.value : []
    return (
      <Select
        mode="multiple"
        className="filter-value"
        value={chosen}
        options={column.options.map((each) => ({ value: each.value, label: each.label }))}
        onChange={(value: (string | number)[]) => onChange({ ...filter, value })}
      />
    )
  }
  const value = Array.isArray(filter.value) ? '' : filter.value
  const bound = (current: string | number | undefined, set: (next: string | number) => void) => {
    if (column.kind === 'money') return <MoneyInput value={typeof current === 'number' ? (current as Money) : null} onChange={(next) => set(next ?? '')} allowNegative />
    if (column.kind === 'day') return <DayInput value={current ? (current as Day) : null} onChange={(next) => set(next ?? '')} />
    return <InputNumber value={typeof current === 'number' ? current : null} onChange={(next) => set(next ?? '')} />
  }
  if (column.kind === 'money' || column.kind === 'day' || column.kind === 'number') {
    return (
      <span className="filter-value filter-range">
        {bound(value, (next) => onChange({ ...filter, value: next }))}
        {filter.op === 'between' && <span>{t('grid.to')}</span>}
        {filter.op === 'between' && bound(filter.to, (next) => onChange({ ...filter, to: next }))}
      </span>
    )
  }
  return <Input className="filter-value" autoFocus value={value} onChange={(event) => onChange({ ...filter, value: event.target.value })} />
}

/** A condition in words, for the chip above the grid. */
export function useFilterWords<Row>(columns: readonly GridColumn<Row>[]): (filter: GridFilter) => string {
  const { t } = useTranslation('ui')
  return (filter) => {
    const column = columns.find((each) => each.field === filter.field)
    const say = (value: string | number): string =>
      column?.options?.find((each) => each.value === value)?.label ?? (column?.kind === 'money' && typeof value === 'number' ? formatMoney(value) : String(value))
    const values = Array.isArray(filter.value) ? filter.value.map(say).join('、') : say(filter.value)
    const words = filter.op === 'between' ? `${values} – ${say(filter.to ?? '')}` : filter.op === 'in' || filter.op === 'eq' ? values : `${t(`grid.op.${filter.op}`)} ${values}`
    return `${column?.title ?? filter.field}: ${words}`
  }
}
