/** The lines of a run: who gets which letter, who gets none and why. */
import { Tag } from 'antd'
import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_REASONS, LINE_STATES, type LineState, type RunLine } from '../../shared/dunning/schemas.ts'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import type { LoadPage } from '../ui/grid/useGridSource.ts'
import { EmptyState } from '../ui/states.tsx'
import { useLevelOptions } from './letterWords.ts'

const COLORS: Record<LineState, string> = { proposed: 'blue', taken: 'cyan', needsApproval: 'orange', approved: 'geekblue', issued: 'green', skipped: 'default', leftOut: 'default' }

export function RunLines({ load, keys, onCurrent, handle }: {
  load: LoadPage<RunLine>
  keys: Readonly<Record<string, (line: RunLine) => void>>
  onCurrent: (line: RunLine | undefined) => void
  handle: Ref<GridHandle<RunLine>>
}) {
  const { t } = useTranslation('dunning')
  const levels = useLevelOptions()
  const columns = useMemo((): GridColumn<RunLine>[] => [
    { field: 'name', title: t('run.line.name'), width: 126, flex: true },
    { field: 'state', title: t('run.line.state'), width: 84, options: LINE_STATES.map((value) => ({ value, label: t(`run.state.${value}`) })), render: (line) => <Tag color={COLORS[line.state]}>{t(`run.state.${line.state}`)}</Tag> },
    { field: 'level', title: t('run.line.level'), width: 96, options: levels },
    { field: 'amount', title: t('run.line.amount'), kind: 'money', width: 108 },
    { field: 'why', title: t('run.line.why'), width: 126, options: LINE_REASONS.filter((value) => value !== '').map((value) => ({ value, label: t(`leftOut.${value}`) })) },
    { field: 'daysOverdue', title: t('run.line.daysOverdue'), kind: 'number', width: 78 },
    { field: 'letterNumber', title: t('run.line.letterNumber'), width: 136 },
    { field: 'letterAmount', title: t('run.line.letterAmount'), kind: 'money', width: 110 },
    { field: 'items', title: t('run.line.items'), kind: 'number', width: 60 },
    { field: 'dueLevel', title: t('run.line.dueLevel'), width: 100, options: levels },
    { field: 'remark', title: t('run.line.remark'), width: 140 },
    { field: 'unallocated', title: t('run.line.unallocated'), kind: 'money', width: 110 },
    { field: 'salesperson', title: t('run.line.salesperson'), width: 84 },
    { field: 'code', title: t('run.line.code'), width: 84 },
    { field: 'decidedBy', title: t('run.line.decidedBy'), width: 84, hidden: true },
  ], [t, levels])
  return (
    <DataGrid<RunLine>
      layoutKey="dunningRunLines"
      columns={columns}
      load={load}
      slices={['dunning']}
      rowId={(line) => String(line.id)}
      onCurrent={onCurrent}
      onOpen={(line) => (line.letterId === null ? openPage('customer', { id: line.customerId }) : openPage('letter', { id: line.letterId }))}
      keys={keys}
      rowClass={(line) => (line.state === 'leftOut' || line.state === 'skipped' ? 'left-out' : '')}
      searchPlaceholder={t('run.search')}
      empty={<EmptyState title={t('run.emptyLines')} hint={t('run.emptyLinesText')} />}
      handle={handle}
    />
  )
}
