/** Letters that were sent: to whom, when, for how much, how often printed. Enter opens one, Ctrl+P prints the ticked ones. */
import { MailOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../shared/dunning/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useLevelOptions } from './letterWords.ts'

export default function LettersPage() {
  const { t } = useTranslation('dunning')
  const { params } = usePage('letters')
  const levels = useLevelOptions()
  const { print } = usePaper('dunning', api.dunning)
  const [ticked, setTicked] = useState<readonly LetterRow[]>([])
  const columns = useMemo((): GridColumn<LetterRow>[] => [
    { field: 'number', title: t('sent.number'), width: 140 },
    { field: 'level', title: t('sent.level'), width: 96, options: levels },
    { field: 'customerName', title: t('sent.customerName'), width: 200, flex: true },
    { field: 'issuedOn', title: t('sent.issuedOn'), kind: 'day' },
    { field: 'payBy', title: t('sent.payBy'), kind: 'day' },
    { field: 'amount', title: t('sent.amount'), kind: 'money', width: 120 },
    { field: 'prints', title: t('sent.prints'), kind: 'number', width: 80 },
    { field: 'lastPrintedAt', title: t('sent.lastPrintedAt'), kind: 'instant' },
    { field: 'issuedBy', title: t('sent.issuedBy'), width: 96 },
    { field: 'items', title: t('sent.items'), kind: 'number', width: 64 },
    { field: 'currency', title: t('sent.currency'), width: 66 },
    { field: 'customerCode', title: t('sent.customerCode'), width: 90 },
  ], [t, levels])

  return (
    <PageFrame
      title={t('tabs.sent')}
      actions={[
        { key: 'dun', label: t('dun'), shortcut: KEYS.create, icon: <MailOutlined />, kind: 'primary', onRun: () => openPage('letterRun') },
        { key: 'print', label: t('sent.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, disabled: ticked.length === 0, onRun: () => print(ticked.map((row) => row.id)) },
      ]}
    >
      <DataGrid<LetterRow>
        layoutKey="letters"
        columns={columns}
        load={(request, signal) => api.dunning.list(request, { signal })}
        slices={['dunning']}
        rowId={(row) => String(row.id)}
        onSelect={setTicked}
        onOpen={(row) => openPage('letter', { id: row.id })}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        empty={
          <EmptyState title={t('sent.empty')} hint={t('sent.emptyText')}>
            <Button type="primary" onClick={() => openPage('letterRun')}>{t('dun')}</Button>
          </EmptyState>
        }
      />
    </PageFrame>
  )
}
