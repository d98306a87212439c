/** 利息单: the interest that became a receivable. Keys: Alt+N a new one, Ctrl+P prints the ticked ones, Enter opens. */
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE_STATUSES, type NoteRow } from '../../shared/interest/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { PAPER } from './paper.ts'

export default function NoteList() {
  const { t } = useTranslation(['interest', 'ui'])
  const { params } = usePage('interestNotes')
  const { print } = usePaper('interest', PAPER)
  const [ticked, setTicked] = useState<readonly NoteRow[]>([])
  const columns = useMemo((): GridColumn<NoteRow>[] => [
    { field: 'number', title: t('interest:notes.number'), width: 140 },
    {
      field: 'status', title: t('interest:notes.status'), width: 80, options: NOTE_STATUSES.map((value) => ({ value, label: t(`interest:status.${value}`) })),
      render: (row) => <Tag color={row.status === 'posted' ? 'green' : 'default'}>{t(`interest:status.${row.status}`)}</Tag>,
    },
    { field: 'customerName', title: t('interest:col.customer'), width: 180, flex: true },
    { field: 'to', title: t('interest:sheet.to'), kind: 'day', width: 104 },
    { field: 'amount', title: t('interest:col.interest'), kind: 'money', width: 124 },
    { field: 'open', title: t('interest:col.open'), kind: 'money', width: 124 },
    { field: 'items', title: t('interest:col.items'), kind: 'number', width: 70 },
    { field: 'invoiceNumber', title: t('interest:notes.invoice'), width: 140 },
    { field: 'postedOn', title: t('interest:note.documentOn'), kind: 'day', width: 104 },
    { field: 'postedBy', title: t('interest:notes.by'), width: 90 },
    { field: 'currency', title: t('interest:col.currency'), width: 66 },
    { field: 'customerCode', title: t('interest:col.code'), width: 90, hidden: true },
  ], [t])
  return (
    <PageFrame
      title={t('interest:notesTitle')}
      actions={[
        { key: 'new', label: t('interest:note.make'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', onRun: () => openPage('interest', {}) },
        { key: 'print', label: t('ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, disabled: ticked.length === 0, onRun: () => print(ticked.map((row) => row.id)) },
      ]}
    >
      <DataGrid<NoteRow>
        layoutKey="interestNotes"
        columns={columns}
        load={(request, signal) => api.interest.notes(request, { signal })}
        slices={['interest', 'invoices', 'receipts']}
        rowId={(row) => String(row.id)}
        rowClass={(row) => (row.status === 'posted' ? '' : 'row-quiet')}
        onSelect={setTicked}
        onOpen={(row) => openPage('interestNote', { id: row.id })}
        searchPlaceholder={t('interest:notes.search')}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        empty={<EmptyState title={t('interest:notes.emptyTitle')} hint={t('interest:notes.emptyText')}><Button type="primary" onClick={() => openPage('interest', {})}>{t('interest:title')}</Button></EmptyState>}
      />
    </PageFrame>
  )
}
