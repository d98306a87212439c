/**
 * Lines typed by keyboard: the installments of an invoice, contacts, an allocation.
 *
 *     <EntryGrid rows={lines} onChange={setLines} newRow={() => ({ dueOn: null, amount: null })} path="lines" error={error}
 *                columns={[{ field: 'dueOn', title, kind: 'day' }, { field: 'amount', title, kind: 'money', fill: () => left }]} />
 *
 * Keys: Enter next cell, at the end the next line (a new one when `newRow` is given); Shift+Enter back; ↑ ↓ the same cell
 * of another line; `=` in an amount fills what `fill(row, index)` says; Ctrl+Delete removes the line.
 * A refusal whose field is `path.index.field` marks that cell.
 */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { ChoiceCell } from './choiceCell.tsx'
import { DayInput } from './day.tsx'
import { moveFocus } from './enterFlow.tsx'
import { Lookup, type LookupItem } from './lookup.tsx'
import { MoneyInput } from './money.tsx'
import { invalidFieldsOf, refusalOf, useErrorWords } from './refusal.ts'

interface Shared<Row> {
  field: keyof Row & string
  title: string
  width?: number
  disabled?: (row: Row) => boolean
}
export type EntryColumn<Row> = Shared<Row> &
  (
    | { kind: 'text' }
    | { kind: 'day' }
    | { kind: 'money'; fill?: (row: Row, index: number) => Money; allowNegative?: boolean }
    | { kind: 'select'; options: readonly { value: string | number; label: string }[] }
    | { kind: 'lookup'; find: (text: string, signal: AbortSignal) => Promise<LookupItem[]> }
    | { kind: 'show'; render: (row: Row, index: number) => ReactNode; align?: 'right' }
  )

export interface EntryGridProps<Row> {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  columns: readonly EntryColumn<Row>[]
  /** Without it lines are neither added nor removed. */
  newRow?: () => Row
  keyOf?: (row: Row, index: number) => string | number
  path?: string
  /** What the amounts of its lines count in, where it is not the ledger's own currency. */
  currency?: string
  error?: unknown
  readOnly?: boolean
  /** A line below, such as totals. */
  footer?: ReactNode
  onEnd?: () => void
}

export function EntryGrid<Row extends object>({ rows, onChange, columns, newRow, keyOf, path = 'lines', currency, error, readOnly, footer, onEnd }: EntryGridProps<Row>) {
  const { t } = useTranslation('ui')
  const words = useErrorWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const refusal = refusalOf(error)
  const invalid = new Set([refusal?.field, ...invalidFieldsOf(error)])
  // Leaving a cell and adding a line can happen within one key press; the second must see what the first did.
  const latest = useRef(rows)
  latest.current = rows
  function change(next: Row[]): void {
    latest.current = next
    onChange(next)
  }
  const put = (index: number, field: keyof Row & string, value: unknown): void => change(latest.current.map((row, at) => (at === index ? { ...row, [field]: value } : row)))
  const remove = (index: number): void => change(latest.current.filter((_, at) => at !== index))
  /** After the new line is drawn, its first cell takes the cursor. */
  const focusLine = (index: number): void => {
    requestAnimationFrame(() => body.current?.rows[index]?.querySelector<HTMLElement>('input:not([disabled])')?.focus())
  }
  function add(): void {
    if (!newRow) return
    change([...latest.current, newRow()])
    focusLine(latest.current.length - 1)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>): void {
    const target = event.target
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || event.nativeEvent.isComposing) return
    const cell = target.closest('td')
    const line = target.closest('tr')
    if (!cell || !line) return
    const index = line.sectionRowIndex
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.defaultPrevented) {
      event.preventDefault()
      if (moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1) || event.shiftKey) return
      target.blur()
      if (newRow && !readOnly) setTimeout(add, 0)
      else setTimeout(() => onEnd?.(), 0)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey && target instanceof HTMLInputElement) {
      const other = body.current?.rows[index + (event.key === 'ArrowDown' ? 1 : -1)]?.cells[cell.cellIndex]?.querySelector<HTMLElement>('input:not([disabled])')
      if (other) {
        event.preventDefault()
        other.focus()
      }
    } else if (event.key === 'Delete' && event.ctrlKey && newRow && !readOnly) {
      event.preventDefault()
      remove(index)
      focusLine(Math.max(0, index - 1))
    }
  }

  function editor(column: EntryColumn<Row>, row: Row, index: number): ReactNode {
    const field = `${path}.${index}.${column.field}`
    const value: unknown = row[column.field]
    const shared = { bare: true, disabled: readOnly || (column.disabled?.(row) ?? false), invalid: invalid.has(field), label: column.title }
    switch (column.kind) {
      case 'show':
        return column.render(row, index)
      case 'money':
        return <MoneyInput {...shared} currency={currency} value={(value ?? null) as Money | null} onChange={(next) => put(index, column.field, next)} allowNegative={column.allowNegative ?? false} {...(column.fill ? { fill: () => column.fill?.(row, index) ?? (0 as Money) } : {})} />
      case 'day':
        return <DayInput {...shared} value={(value ?? null) as Day | null} onChange={(next) => put(index, column.field, next)} />
      case 'lookup':
        return <Lookup {...shared} value={(value ?? null) as LookupItem | null} onChange={(next) => put(index, column.field, next)} find={column.find} />
      case 'select':
        return <ChoiceCell label={column.title} value={value as string | number} choices={column.options} disabled={shared.disabled} invalid={shared.invalid} onChange={(next) => put(index, column.field, next)} />
      case 'text':
        return (
          <Input variant="borderless" disabled={shared.disabled} aria-label={column.title} status={shared.invalid ? 'error' : ''} autoComplete="off"
            value={typeof value === 'string' ? value : ''} onChange={(event) => put(index, column.field, event.target.value)} />
        )
    }
  }

  const isRight = (column: EntryColumn<Row>): boolean => column.kind === 'money' || (column.kind === 'show' && column.align === 'right')
  return (
    <div className="entry-grid">
      <table>
        <thead>
          <tr>
            <th className="entry-number" />
            {columns.map((column) => <th key={column.field} style={{ width: column.width }} className={isRight(column) ? 'right' : ''}>{column.title}</th>)}
            {newRow && !readOnly && <th className="entry-remove" />}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr key={keyOf?.(row, index) ?? index}>
              <td className="entry-number">{index + 1}</td>
              {columns.map((column) => (
                <td key={column.field} className={`${isRight(column) ? 'right' : ''}${invalid.has(`${path}.${index}.${column.field}`) ? ' invalid' : ''}`}>
                  {editor(column, row, index)}
                </td>
              ))}
              {newRow && !readOnly && (
                <td className="entry-remove">
                  <Button type="text" size="small" tabIndex={-1} icon={<DeleteOutlined />} aria-label={t('entry.remove')} title={`${t('entry.remove')} Ctrl+Delete`} onClick={() => remove(index)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="entry-footer">
        {newRow && !readOnly && <Button type="link" onClick={add}>{t('entry.add')}</Button>}
        {refusal?.field?.startsWith(`${path}.`) && <span className="field-error" role="alert">{words(error)}</span>}
        {footer}
      </div>
    </div>
  )
}
