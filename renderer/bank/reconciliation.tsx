/**
 * 银行存款余额调节表: worked out for an account and a day, kept, printed; beside it those that were kept before.
 * Keys: Ctrl+S keeps it, Ctrl+P prints it (and keeps it first), Alt+B the opening balance, Alt+L the kept ones, Alt+N a new one.
 */
import { AccountBookOutlined, PlusOutlined, PrinterOutlined, SaveOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Alert, App, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReconciliationView } from '../../shared/bank/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { formatMoney, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayInput, instantText } from '../ui/day.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { printInBrowser } from '../ui/paper.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { OpeningDialog } from './openingDialog.tsx'
import { ReconciliationSides } from './reconciliationSides.tsx'
import { SavedReconciliations } from './savedReconciliations.tsx'
import './bank.css'

export default function ReconciliationPage() {
  const { t } = useTranslation('bank')
  const language = useLanguage()
  const { message } = App.useApp()
  const { can } = useSession()
  const { params } = usePage('reconciliation')
  const accounts = useQuery(
    async (signal) => {
      const [all, { rows: [last] }] = await Promise.all([api.settings.bankAccounts(undefined, { signal }), api.bank.statements({ limit: 1, withTotals: false }, { signal })])
      return { all, lastUsed: last?.bankAccountId ?? all.find(({ active }) => active)?.id }
    },
    [],
    ['settings'],
  )
  const [chosen, setChosen] = useState(params.bankAccountId)
  const [asOf, setAsOf] = useState<Day>(params.asOf ?? today())
  /** What the clerk typed; without it the imported lines tell the balance. */
  const [entered, setEntered] = useState<Money | null>(null)
  const [saved, setSaved] = useState<ReconciliationView>()
  const [shows, setShows] = useState<'one' | 'list' | 'opening'>('one')
  const account = chosen ?? accounts.data?.lastUsed
  const balance = entered === null ? {} : { statementBalance: entered }
  const query = useQuery(
    (signal) => (account === undefined ? Promise.resolve(undefined) : api.bank.reconcile({ bankAccountId: account, asOf, ...balance }, { signal })),
    [account, asOf, entered],
    ['bank', 'receipts', 'refunds', 'acceptances'],
  )
  const shown = saved?.content ?? query.data
  const writes = can('bank.write')

  /** Another question is another table; what was kept stays in the list. */
  function ask(change: () => void): void {
    change()
    setSaved(undefined)
  }
  async function save(): Promise<ReconciliationView | undefined> {
    if (saved || account === undefined) return saved
    const kept = await api.bank.saveReconciliation({ bankAccountId: account, asOf, ...balance, requestId: crypto.randomUUID() })
    setSaved(kept)
    invalidate('bank', 'periods')
    message.success(t('reconcile.saved', { day: kept.asOf }))
    return kept
  }
  async function print(): Promise<void> {
    const kept = await save()
    if (!kept) return
    const printed = await api.bank.printReconciliation({ id: kept.id, language })
    if (printed.native) message.success(t('reconcile.printStarted'))
    else printInBrowser(printed.html)
  }
  async function openSaved(id: number): Promise<void> {
    setSaved(await api.bank.reconciliation({ id }))
    setShows('one')
  }

  const complete = shown !== undefined && shown.statementBalance !== null
  const noAccount = accounts.data?.all.length === 0
  return (
    <PageFrame
      title={t('reconciliationTitle')}
      query={accounts}
      actions={[
        { key: 'save', label: t('reconcile.save'), shortcut: KEYS.save, icon: <SaveOutlined />, kind: 'primary', hidden: !writes || shows === 'list', disabled: saved !== undefined || (complete ? false : t('reconcile.enterBalance')), onRun: async () => void (await save()) },
        { key: 'print', label: t('reconcile.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, hidden: shows === 'list', disabled: saved ? false : !writes || !complete, onRun: print },
        { key: 'opening', label: shown?.opening == null ? t('reconcile.setOpening') : t('reconcile.opening'), shortcut: 'Alt+B', icon: <AccountBookOutlined />, hidden: !writes || shows === 'list', disabled: !query.data || saved !== undefined, onRun: () => setShows('opening') },
        { key: 'new', label: t('reconcile.new'), shortcut: KEYS.create, icon: <PlusOutlined />, hidden: saved === undefined && shows !== 'list', onRun: () => ask(() => setShows('one')) },
        { key: 'list', label: t('reconcile.savedList'), shortcut: 'Alt+L', icon: <UnorderedListOutlined />, hidden: shows === 'list', onRun: () => setShows('list') },
      ]}
      extra={saved && shows !== 'list' && <span className="quiet">{t('reconcile.savedOn', { at: instantText(saved.madeAt), by: saved.madeBy })}</span>}
    >
      {noAccount && <EmptyState title={t('reconcile.noAccount')} hint={t('reconcile.noAccountText')} />}
      {shows === 'list' && <SavedReconciliations onOpen={(row) => void openSaved(row.id)} />}
      {shows !== 'list' && !noAccount && (
        <div className="reconcile">
          <div className="reconcile-head">
            <label>
              <span>{t('reconcile.account')}</span>
              <Select
                aria-label={t('reconcile.account')}
                className="statement-account"
                value={saved?.bankAccountId ?? account}
                options={(accounts.data?.all ?? []).map(({ id, name, number }) => ({ value: id, label: number === '' ? name : `${name}  ${number}` }))}
                onChange={(id: number) => ask(() => { setChosen(id); setEntered(null) })}
              />
            </label>
            <label><span>{t('reconcile.asOf')}</span><span className="reconcile-day"><DayInput autoFocus label={t('reconcile.asOf')} value={saved?.asOf ?? asOf} onChange={(day) => ask(() => { setAsOf(day ?? today()); setEntered(null) })} /></span></label>
            <label>
              <span>{t('reconcile.statementBalance')}</span>
              <span className="reconcile-amount"><MoneyInput allowNegative currency={shown?.currency} label={t('reconcile.statementBalance')} value={shown?.statementBalance ?? entered} onChange={(amount) => ask(() => setEntered(amount))} /></span>
              <span className={shown?.statementBy === 'none' ? 'negative' : 'quiet'}>{shown && (shown.statementBy === 'none' ? t('reconcile.enterBalance') : t(`reconcile.by.${shown.statementBy}`))}</span>
            </label>
            {shown?.opening != null && <span className="quiet">{t('reconcile.openingFact', { day: shown.openingOn ?? '', amount: formatMoney(shown.opening) })}</span>}
          </div>
          {query.error !== undefined && !saved && <ErrorState error={query.error} onRetry={query.refresh} />}
          {shown?.opening === null && <Alert type="info" showIcon title={t('reconcile.openingMissing')} />}
          {shown && shown.gaps.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('reconcile.gaps', { count: shown.gaps.length })}
              description={<ul className="reconcile-gaps">{shown.gaps.map((gap) => <li key={gap.lineId}><button type="button" className="text-button" onClick={() => openPage('statementLines', { bankAccountId: shown.bankAccountId, filters: [{ field: 'on', op: 'eq', value: gap.on }] })}>{t('reconcile.gap', { day: gap.on, expected: formatMoney(gap.expected), found: formatMoney(gap.found) })}</button></li>)}</ul>}
            />
          )}
          {shown && <ReconciliationSides of={shown} />}
        </div>
      )}
      {shows === 'opening' && query.data && <OpeningDialog of={query.data} onClose={() => setShows('one')} />}
    </PageFrame>
  )
}
