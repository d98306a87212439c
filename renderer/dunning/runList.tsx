/** 催款批次: the runs, the latest first. Enter opens one, Alt+N proposes a new one, Alt+S shows the letters of the one under the cursor. */
import { MailOutlined, TeamOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunRow } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { StartDialog } from './startDialog.tsx'

export default function RunList() {
  const { t } = useTranslation('dunning')
  const { can } = useSession()
  const [current, setCurrent] = useState<RunRow>()
  const [starting, setStarting] = useState(false)
  const columns = useMemo((): GridColumn<RunRow>[] => [
    { field: 'id', title: t('run.cols.id'), kind: 'number', width: 80 },
    { field: 'asOf', title: t('run.cols.asOf'), kind: 'day', width: 110 },
    { field: 'customers', title: t('run.cols.customers'), kind: 'number', width: 90 },
    { field: 'issued', title: t('run.cols.issued'), kind: 'number', width: 90 },
    { field: 'skipped', title: t('run.cols.skipped'), kind: 'number', width: 90 },
    { field: 'payBy', title: t('run.cols.payBy'), kind: 'day', width: 110 },
    { field: 'currency', title: t('run.cols.currency'), width: 80 },
    { field: 'note', title: t('run.cols.note'), width: 200, flex: true },
    { field: 'postedAt', title: t('run.cols.postedAt'), kind: 'instant', width: 150 },
    { field: 'postedBy', title: t('run.cols.postedBy'), width: 100 },
  ], [t])
  return (
    <PageFrame
      title={t('runsTitle')}
      actions={[
        { key: 'start', label: t('run.start'), shortcut: KEYS.create, icon: <TeamOutlined />, kind: 'primary', hidden: !can('letters.write'), onRun: () => setStarting(true) },
        { key: 'letters', label: t('run.letters'), shortcut: 'Alt+S', icon: <MailOutlined />, disabled: (current?.issued ?? 0) === 0, onRun: () => current && openPage('letters', { runId: current.id }) },
      ]}
    >
      <DataGrid<RunRow>
        layoutKey="dunningRuns"
        columns={columns}
        load={(request, signal) => api.dunning.runs(request, { signal })}
        slices={['dunning']}
        rowId={(row) => String(row.id)}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('dunningRun', { id: row.id })}
        empty={
          <EmptyState title={t('run.empty')} hint={t('run.emptyText')}>
            {can('letters.write') && <Button type="primary" onClick={() => setStarting(true)}>{t('run.start')}</Button>}
          </EmptyState>
        }
      />
      {starting && (
        <StartDialog
          onClose={() => setStarting(false)}
          onDone={(id) => {
            setStarting(false)
            openPage('dunningRun', { id })
          }}
        />
      )}
    </PageFrame>
  )
}
