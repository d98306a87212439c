/** The clock of one debt: when it ends and why, and below it everything that moved it or did not. Enter opens an event's document. */
import { PlusOutlined, RollbackOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockEntry, ClockView } from '../../shared/limitation/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { Fact } from '../ui/documentForm.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { InterruptionDialog } from './interruptionDialog.tsx'
import { useLeftWords } from './limitationPage.tsx'
import { EffectTag, LevelTag } from './tags.tsx'
import './limitation.css'

const keyOf = ({ source, documentId, kind, on }: ClockEntry): string => `${source} ${documentId} ${kind} ${on}`

export default function ItemClock() {
  const { t } = useTranslation('limitation')
  const { params } = usePage('limitationItem')
  const { can } = useSession()
  const { confirm } = useDialogs()
  const [current, setCurrent] = useState<ClockEntry>()
  const [noting, setNoting] = useState(false)
  const query = useQuery((signal) => api.limitation.clock({ itemId: params.itemId }, { signal }), [params.itemId], ['limitation', 'collection', 'dunning', 'deliveries', 'accountPapers', 'invoices', 'receipts', 'customers'])
  const clock = query.data
  usePageTitle(clock && `${t('clock')} ${clock.number}`)
  const columns = useColumns()

  function open({ source, documentId }: ClockEntry): void {
    if (source === 'letter' || source === 'receipt' || source === 'accountPaper' || source === 'lawsuit') openPage(source, { id: documentId })
    else if (source === 'promise') openPage('promises', { search: clock?.customerName ?? '' })
  }
  async function undo(): Promise<void> {
    if (!current) return
    const sure = await confirm({ title: t('undo.title'), content: t('undo.text', { day: current.on, kind: t(`kind.${current.kind}`), evidence: current.text }), danger: true })
    if (!sure) return
    await api.limitation.undoInterruption({ id: current.documentId, requestId: crypto.randomUUID() })
    invalidate('limitation', 'collection', 'overview')
  }
  return (
    <PageFrame
      title={t('clock')}
      query={query}
      actions={[
        { key: 'note', label: t('interrupt.do'), shortcut: KEYS.create, icon: <PlusOutlined />, kind: 'primary', hidden: !can('collection.write'), onRun: () => setNoting(true) },
        { key: 'undo', label: t('undo.do'), shortcut: 'Alt+U', icon: <RollbackOutlined />, hidden: !can('collection.write'), disabled: current?.source !== 'interruption' || current.effect === 'takenBack', onRun: undo },
        { key: 'sue', label: t('lawsuit'), shortcut: 'Alt+L', hidden: !can('letters.write') || clock?.lawsuit !== '', onRun: () => openPage('lawsuit', { customerId: clock?.customerId ?? 0 }) },
        { key: 'customer', label: t('customer'), shortcut: 'Alt+K', onRun: () => openPage('customer', { id: clock?.customerId ?? 0 }) },
      ]}
    >
      {clock && (
        <div className="limitation-clock" data-testid="limitation-clock">
          <Facts clock={clock} />
          {clock.level === 'expired' && <Alert type="error" showIcon title={t('expiredText')} />}
          {clock.revived && clock.level !== 'expired' && <Alert type="warning" showIcon title={t('revivedText')} />}
          <h2>{t('log.title')}</h2>
          <div className="limitation-log">
            <DataGrid<ClockEntry>
              layoutKey="limitationLog"
              columns={columns}
              rows={clock.log}
              rowId={keyOf}
              onCurrent={setCurrent}
              onOpen={open}
              rowClass={({ effect }) => (effect === 'restarts' || effect === 'stops' || effect === 'revives' ? '' : 'row-quiet')}
              plain
              empty={<EmptyState title={t('log.emptyTitle')} hint={t('log.emptyText')} />}
            />
          </div>
          {noting && <InterruptionDialog customerId={clock.customerId} name={clock.customerName} itemId={clock.itemId} onClose={() => setNoting(false)} />}
        </div>
      )}
    </PageFrame>
  )
}

function Facts({ clock }: { clock: ClockView }) {
  const { t } = useTranslation('limitation')
  const left = useLeftWords()
  return (
    <div className="form-grid columns-4 card">
      <Fact label={t('field.number')}>{clock.number} <span className="quiet">{clock.invoiceNumber}</span></Fact>
      <Fact label={t('field.customer')} span={2}>{clock.customerCode} {clock.customerName}</Fact>
      <Fact label={t('field.open')}><MoneyText value={clock.open} strong /> <span className="quiet">{clock.currency}</span></Fact>
      <Fact label={t('field.dueOn')}><span className="figure">{clock.dueOn}</span></Fact>
      <Fact label={t('field.startsOn')}><span className="figure">{clock.startsOn}</span> {clock.restartedOn === null && <span className="quiet">{t('fromDue')}</span>}</Fact>
      <Fact label={t('field.endsOn')} span={2}>
        <b className="figure">{clock.endsOn}</b> <LevelTag level={clock.level} /> <span className="quiet">{left(clock.endsOn)}{clock.lastOn !== clock.endsOn && clock.lastOn !== null && ` · ${t('extendedTo', { day: clock.lastOn })}`}</span>
      </Fact>
      {clock.installments.length > 1 && (
        <Fact label={t('installments')} span={4}>
          {clock.installments.map((part) => <span key={part.itemId} className="limitation-part figure">{part.dueOn} {formatMoney(part.amount)}<span className="quiet"> / {formatMoney(part.open)}</span></span>)}
        </Fact>
      )}
    </div>
  )
}

function useColumns(): GridColumn<ClockEntry>[] {
  const { t } = useTranslation('limitation')
  return useMemo((): GridColumn<ClockEntry>[] => [
    { field: 'on', title: t('col.on'), kind: 'day', width: 104 },
    { field: 'kind', title: t('col.event'), width: 132, render: (row) => t(`kind.${row.kind}`) },
    { field: 'effect', title: t('col.effect'), width: 150, render: (row) => <EffectTag effect={row.effect} /> },
    { field: 'source', title: t('col.source'), width: 100, render: (row) => t(`source.${row.source}`) },
    { field: 'number', title: t('col.document'), width: 170, render: (row) => (row.source === 'promise' ? t('promisedBy', { day: row.number }) : row.number) },
    { field: 'amount', title: t('col.amount'), kind: 'money', width: 116 },
    { field: 'text', title: t('col.evidence'), width: 240, flex: true },
    { field: 'by', title: t('col.by'), width: 90 },
  ], [t])
}
