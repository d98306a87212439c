/** Which columns a grid shows; the order is changed by dragging the headers. */
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from './columns.ts'

export function ColumnPanel<Row>({ columns, isVisible, onToggle, onReset }: {
  columns: readonly GridColumn<Row>[]
  isVisible: (field: string) => boolean
  onToggle: (field: string, visible: boolean) => void
  onReset: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <div className="column-panel">
      {columns.map((column) => (
        <Checkbox key={column.field} checked={isVisible(column.field)} onChange={(event) => onToggle(column.field, event.target.checked)}>
          {column.title}
        </Checkbox>
      ))}
      <Button type="link" onClick={onReset}>{t('grid.resetColumns')}</Button>
    </div>
  )
}
