/** 对账单 and 询证函 that were issued, and what came back. Keys: Alt+N issues, Ctrl+P prints the ticked ones, Alt+R records a reply, Enter opens. */
import { FileAddOutlined, InboxOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REPLY_STATES, type AccountPaperRow, type ReplyState } from '../../shared/accountPapers/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useKindOptions, useStateOptions } from './paperWords.ts'
import { ReplyDialog } from './replyDialog.tsx'

const TABS = ['all', ...REPLY_STATES] as const

export default function PaperList() {
  const { t } = useTranslation('accountPapers')
  const { params } = usePage('accountPapers')
  const { can } = useSession()
  const kinds = useKindOptions()
  const states = useStateOptions()
  const { print } = usePaper('accountPapers', api.accountPapers)
  const [tab, setTab] = useState<'all' | ReplyState>('all')
  const [ticked, setTicked] = useState<readonly AccountPaperRow[]>([])
  const [current, setCurrent] = useState<AccountPaperRow>()
  const [replying, setReplying] = useState<AccountPaperRow>()
  const columns = useMemo((): GridColumn<AccountPaperRow>[] => [
    { field: 'number', title: t('field.number'), width: 136 },
    { field: 'kind', title: t('field.kind'), width: 86, options: kinds },
    { field: 'customerName', title: t('field.customerName'), width: 190, flex: true },
    { field: 'asOf', title: t('field.asOf'), kind: 'day' },
    { field: 'balance', title: t('field.balance'), kind: 'money', width: 124 },
    { field: 'state', title: t('field.state'), width: 80, options: states },
    { field: 'prints', title: t('field.prints'), kind: 'number', width: 80 },
    { field: 'issuedOn', title: t('field.issuedOn'), kind: 'day' },
    { field: 'from', title: t('field.from'), kind: 'day' },
    { field: 'issuedBy', title: t('field.issuedBy'), width: 96 },
    { field: 'lastPrintedAt', title: t('field.lastPrintedAt'), kind: 'instant' },
    { field: 'currency', title: t('field.currency'), width: 66 },
    { field: 'customerCode', title: t('field.customerCode'), width: 90 },
  ], [t, kinds, states])

  return (
    <PageFrame
      title={t('title')}
      actions={[
        { key: 'issue', label: t('list.issue'), shortcut: KEYS.create, icon: <FileAddOutlined />, kind: 'primary', hidden: !can('letters.write'), onRun: () => openPage('accountPaperRun') },
        { key: 'print', label: t('list.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, disabled: ticked.length === 0, onRun: () => print(ticked.map((row) => row.id)) },
        { key: 'reply', label: t('reply.button'), shortcut: 'Alt+R', icon: <InboxOutlined />, hidden: !can('letters.write'), disabled: current === undefined, onRun: () => setReplying(current) },
      ]}
    >
      <DataGrid<AccountPaperRow>
        key={tab}
        layoutKey="accountPapers"
        columns={columns}
        load={(request, signal) => api.accountPapers.list({
          ...request, filters: [...(Array.isArray(request.filters) ? request.filters : []), ...(tab === 'all' ? [] : [{ field: 'state', op: 'in' as const, value: [tab] }])],
        }, { signal })}
        slices={['accountPapers']}
        rowId={(row) => String(row.id)}
        onSelect={setTicked}
        onCurrent={setCurrent}
        onOpen={(row) => openPage('accountPaper', { id: row.id })}
        initialFilters={params.filters ?? []}
        initialSearch={params.search ?? ''}
        tools={<Segmented aria-label={t('field.state')} value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t(`state.${value}`) }))} />}
        empty={tab === 'all'
          ? <EmptyState title={t('list.empty')} hint={t('list.emptyText')}>{can('letters.write') && <Button type="primary" onClick={() => openPage('accountPaperRun')}>{t('list.issue')}</Button>}</EmptyState>
          : <EmptyState title={t('list.emptyTab')} />}
      />
      {replying && <ReplyDialog paper={replying} onClose={() => setReplying(undefined)} />}
    </PageFrame>
  )
}
