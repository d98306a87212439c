/**
 * 批量出具: a statement over some days or a confirmation of a day, the customers at the left, the paper at the right.
 * Keys: ↑ ↓ show another customer's, Space ticks, Alt+A ticks all, Ctrl+Enter issues, Esc stops between two lots.
 */
import { CheckSquareOutlined, SendOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Checkbox, Input, Segmented, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PAPER_KINDS, type AccountPaperRow, type Auditor, type PaperCandidate } from '../../shared/accountPapers/schemas.ts'
import { addDays, startOfMonth } from '../../shared/day.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { usePrintLots } from '../deliveries/usePrintLots.tsx'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn, type GridHandle } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { IssuedDialog } from '../ui/issuedDialog.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'
import { PaperPreview } from './paperPreview.tsx'
import { auditorMissing, issueAll, lastAuditor, type Step, type Terms } from './terms.ts'
import '../dunning/dunning.css'
import './accountPapers.css'

const NO_AUDITOR: Auditor = { name: '', address: '', contact: '', phone: '' }
const AUDITOR_FIELDS = ['name', 'contact', 'address', 'phone'] as const
/** The last month that is over: what is sent out at its end. */
function lastMonth(): Pick<Terms, 'from' | 'asOf'> {
  const asOf = addDays(startOfMonth(today()), -1)
  return { from: startOfMonth(asOf), asOf }
}

export default function PaperRun() {
  const { t } = useTranslation('accountPapers')
  const language = useLanguage()
  const { params } = usePage('accountPaperRun')
  const { confirm } = useDialogs()
  const { can } = useSession()
  const { print } = usePaper('accountPapers', api.accountPapers)
  const lots = usePrintLots('accountPaper', print)
  const work = useLongWork<Step, AccountPaperRow[]>()
  const grid = useRef<GridHandle<PaperCandidate>>(null)
  const [typed, setTyped] = useState<Omit<Terms, 'auditor'>>({ kind: params.kind ?? 'statement', ...lastMonth(), currency: undefined, language })
  const [auditor, setAuditor] = useState<Auditor>()
  const [everybody, setEverybody] = useState(false)
  const [ticked, setTicked] = useState<readonly PaperCandidate[]>([])
  const [current, setCurrent] = useState<PaperCandidate>()
  const [issued, setIssued] = useState<AccountPaperRow[]>()
  const last = useQuery(lastAuditor, [])
  const terms: Terms = { ...typed, auditor: auditor ?? last.data ?? NO_AUDITOR }
  const { kind, asOf, currency } = terms
  // A confirmation has no first day; who moved in its month is offered too.
  const from = kind === 'statement' ? terms.from : startOfMonth(asOf)
  const query = useQuery((signal) => api.accountPapers.candidates({ from, asOf, currency, everybody }, { signal }), [from, asOf, currency, everybody], ['invoices', 'receipts', 'customers', 'accountPapers'])
  const currencies = useQuery(async (signal) => (await api.overview.get({}, { signal })).currencies, [], ['invoices'])

  const wanted = params.customerIds
  const rows = useMemo(() => (wanted ? query.data?.filter((row) => wanted.includes(row.customerId)) : query.data), [query.data, wanted])
  const ids = new Set(rows?.map((row) => row.customerId))
  const chosen = ticked.filter((row) => ids.has(row.customerId))
  const shown = rows?.find((row) => row.customerId === current?.customerId) ?? rows?.[0]
  const columns = useMemo((): GridColumn<PaperCandidate>[] => [
    { field: 'name', title: t('field.customerName'), width: 150, flex: true },
    { field: 'closing', title: t('run.closing'), kind: 'money', total: true, width: 116 },
    { field: 'opening', title: t('run.opening'), kind: 'money', total: true, width: 116 },
    { field: 'debits', title: t('run.debits'), kind: 'money', total: true, width: 110 },
    { field: 'credits', title: t('run.credits'), kind: 'money', total: true, width: 110 },
    { field: 'code', title: t('field.customerCode'), width: 84 },
    { field: 'salesperson', title: t('run.salesperson'), width: 84 },
    { field: 'lastIssuedOn', title: t('run.lastIssuedOn'), kind: 'day' },
    { field: 'lastNumber', title: t('run.lastNumber'), width: 136 },
  ], [t])
  const change = (part: Partial<Omit<Terms, 'auditor'>>): void => setTyped((before) => ({ ...before, ...part }))

  async function issue(): Promise<void> {
    if (!(await confirm({ title: t('run.confirm', { count: chosen.length, kind: t(`kind.${kind}`) }), content: t('run.confirmText'), yes: t('run.issue') }))) return
    try {
      const papers = await work.start((signal) => Promise.resolve(issueAll(terms, chosen.map((row) => row.customerId), signal)))
      if (papers) setIssued(papers)
      grid.current?.clearSelection()
    } finally {
      invalidate('accountPapers')
    }
  }

  return (
    <PageFrame
      title={t('runTitle')}
      actions={[
        {
          key: 'issue', label: t('run.issue'), shortcut: KEYS.post, icon: <SendOutlined />, kind: 'primary', onRun: issue, hidden: !can('letters.write'),
          disabled: auditorMissing(terms) ? t('run.auditorFirst') : chosen.length === 0 || work.running,
        },
        { key: 'all', label: t('run.all'), shortcut: 'Alt+A', icon: <CheckSquareOutlined />, onRun: () => grid.current?.selectWhere(() => true) },
        { key: 'list', label: t('run.list'), shortcut: 'Alt+S', icon: <SnippetsOutlined />, onRun: () => openPage('accountPapers') },
      ]}
      extra={<span className="letter-chosen" role="status">{t('run.chosen', { count: chosen.length, amount: formatMoney(sumOf(chosen, (row) => row.closing)) })}</span>}
    >
      <WorkProgress work={work} read={({ done, total }) => ({ done, total, text: t('run.progress', { done, total }) })} />
      <div className="letter-run">
        <section className="letter-pick" aria-label={t('run.customers')}>
          <div className="letter-conditions">
            <Segmented aria-label={t('field.kind')} value={kind} options={ACCOUNT_PAPER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => change({ kind: value })} />
            {kind === 'statement' && <label><span>{t('field.from')}</span><span className="letter-day"><DayInput label={t('field.from')} value={terms.from} onChange={(value) => value && change({ from: value })} /></span></label>}
            <label><span>{t('field.asOf')}</span><span className="letter-day"><DayInput label={t('field.asOf')} value={asOf} onChange={(value) => value && change({ asOf: value })} /></span></label>
            <Checkbox checked={everybody} onChange={(event) => setEverybody(event.target.checked)}>{t('run.everybody')}</Checkbox>
          </div>
          {query.error !== undefined ? <EmptyState title={t('run.days')} /> : (
            <DataGrid<PaperCandidate>
              layoutKey="accountPaperCandidates"
              columns={columns}
              rows={rows}
              rowId={(row) => String(row.customerId)}
              onSelect={setTicked}
              onCurrent={setCurrent}
              onOpen={setCurrent}
              empty={<EmptyState title={t('run.nobody')} hint={t('run.nobodyText')} />}
              handle={grid}
            />
          )}
        </section>
        <section className="letter-preview" aria-label={t('run.preview')}>
          <div className="letter-conditions">
            <Select aria-label={t('run.language')} value={terms.language} options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))} onChange={(value: Terms['language']) => change({ language: value })} />
            {(currencies.data?.length ?? 0) > 1 && (
              <Select aria-label={t('field.currency')} value={currency ?? currencies.data?.[0]} options={currencies.data?.map((value) => ({ value, label: value })) ?? []} onChange={(value: string) => change({ currency: value })} />
            )}
          </div>
          {kind === 'confirmation' && (
            <div className="paper-auditor">
              {AUDITOR_FIELDS.map((field) => (
                <Input key={field} aria-label={t(`auditor.${field}`)} placeholder={t(`auditor.${field}`)} maxLength={120} value={terms.auditor[field]} onChange={(event) => setAuditor({ ...terms.auditor, [field]: event.target.value })} />
              ))}
            </div>
          )}
          <PaperPreview customer={shown} terms={terms} />
        </section>
      </div>
      <IssuedDialog
        open={issued !== undefined}
        title={t('run.done', { count: issued?.length ?? 0 })}
        hint={t('run.doneText')}
        papers={(issued ?? []).map(({ id, number, customerName, balance }) => ({ id, number, name: customerName, amount: balance }))}
        leftOutTitle=""
        leftOut={[]}
        onPrint={lots.print}
        onShow={(id) => openPage('accountPaper', { id })}
        onClose={() => setIssued(undefined)}
      />
      {lots.dialog}
    </PageFrame>
  )
}
