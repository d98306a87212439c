/**
 * Entering an offset (冲账): the kind by tabs, the parties above, below what is taken on the left and what it settles on the
 * right. Debts that another customer takes over, or that go against a payable, need no left side.
 */
import { App, Input, Select, Tabs } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { absolute, formatMoney, smaller, subtract, type Money } from '../../shared/money.ts'
import { OFFSET_KINDS, type OffsetInput, type OffsetKind, type OffsetView } from '../../shared/offsets/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { cellsOf, unreadCell } from '../receipts/cells.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS, useShortcut } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { ItemPane } from './itemPane.tsx'
import { blankOffset, CREDIT_OF, problemOf, sidesOf, toOffset, type OffsetDraft } from './offsetDraft.ts'
import { spread, takenOf, totalOf, type Amounts } from './picks.ts'
import { useOpenItems } from './useOpenItems.ts'
import './offsets.css'

export default function OffsetEntry() {
  const { t } = useTranslation(['offsets', 'ui'])
  const { message } = App.useApp()
  const words = useErrorWords()
  const page = usePage('offsetEntry')
  const [draft, setDraft] = useState(() => blankOffset(today()))
  const [currency, setCurrency] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState('')
  // A row of keys may change a field and post within one event; posting must see the change.
  const latest = useRef(draft)
  const requestId = useRef(crypto.randomUUID())
  const sent = useRef<OffsetInput['lines']>([])
  const box = useRef<HTMLDivElement>(null)
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const open = useOpenItems(draft.customer?.id)
  const own = settings.data?.company.currency ?? 'CNY'
  const shown = currency ?? (open.currencies.length === 0 || open.currencies.includes(own) ? own : open.currencies[0] ?? own)
  const sides = sidesOf(draft.kind, open.items.filter((item) => item.currency === shown))
  const { credits, debts } = sides
  const twoSided = CREDIT_OF[draft.kind] !== undefined
  const [from, to] = [takenOf(credits, draft.amounts), takenOf(debts, draft.amounts)]
  const refused = /^lines\.(\d+)/.exec(refusalOf(error)?.field ?? '')
  const line = refused ? sent.current[Number(refused[1])] : undefined
  const troubled = new Set(line ? [line.itemId, line.creditItemId ?? 0] : [])
  const blank = draft.customer === null && draft.document === '' && draft.note === ''
  useEffect(() => page.setDirty(!blank), [blank])

  const wantedCustomer = page.params.customerId
  useEffect(() => {
    if (wantedCustomer === undefined) return
    api.customers.get({ id: wantedCustomer }).then((customer) => latest.current.customer === null && change({ customer }), () => undefined)
  }, [wantedCustomer])

  function change(next: Partial<OffsetDraft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
    setProblems({})
    setTrouble('')
  }
  const changeAmounts = (step: (amounts: Amounts) => Amounts): void => change({ amounts: step(latest.current.amounts) })
  const showKind = (kind: OffsetKind): void => change({ kind, amounts: {} })
  const toPane = (name: string): void => cellsOf(box.current?.querySelector<HTMLElement>(`[data-testid="${name}"] .allocation-lines`) ?? null)[0]?.focus()
  const toHead = (): void => box.current?.querySelector<HTMLElement>('.document-form input')?.focus()
  const toLines = (): void => toPane(twoSided ? 'credit-pane' : 'debt-pane')
  useShortcut('F6', () => showKind(OFFSET_KINDS[(OFFSET_KINDS.indexOf(latest.current.kind) + 1) % OFFSET_KINDS.length] ?? 'advance'), page.active)

  function auto(): void {
    const sum = twoSided ? smaller(totalOf(credits), totalOf(debts)) : totalOf(debts)
    change({ amounts: { ...(twoSided ? spread(credits, sum) : {}), ...spread(debts, sum) } })
  }

  async function post(): Promise<void> {
    const cell = unreadCell(box.current)
    if (cell) return cell.focus()
    const { customer, offsetOn } = latest.current
    const found = problemOf(latest.current, sides)
    if (found || !customer || !offsetOn) {
      const text = found ? t(`offsets:problem.${found.problem}`, { amount: formatMoney(found.amount ?? 0) }) : ''
      if (found?.field === 'lines') {
        setTrouble(text)
        return toLines()
      }
      return setProblems(found ? { [found.field]: text } : {})
    }
    const input = toOffset({ ...latest.current, customer, offsetOn }, sides, shown, requestId.current)
    sent.current = input.lines
    let posted: OffsetView
    try {
      posted = await api.offsets.post(input)
    } catch (refusal) {
      setError(refusal)
      return
    }
    requestId.current = crypto.randomUUID()
    page.setDirty(false)
    invalidate('offsets', 'receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
    message.success(t('offsets:entry.posted', { number: posted.number, amount: formatMoney(posted.amount) }))
    page.close()
    openPage('offset', { id: posted.id })
  }

  const limit = (other: Money): Money | null => (twoSided && other > 0 ? other : null)
  const why = trouble || (refused ? words(error) : '')
  return (
    <PageFrame
      title={t('offsets:entryTitle')}
      actions={[
        { key: 'post', label: t('offsets:entry.post'), shortcut: KEYS.post, kind: 'primary', onRun: post },
        { key: 'auto', label: t('offsets:entry.auto'), shortcut: 'Alt+A', disabled: debts.length === 0 || (twoSided && credits.length === 0), onRun: auto },
        { key: 'clear', label: t('offsets:entry.clear'), shortcut: 'Alt+C', disabled: blank, onRun: () => { change({ ...blankOffset(latest.current.offsetOn ?? today()), kind: latest.current.kind }); toHead() } },
      ]}
    >
      <div className="offset-entry" ref={box} data-testid="offset-entry">
        <Tabs
          activeKey={draft.kind}
          onChange={(key) => showKind(OFFSET_KINDS.find((kind) => kind === key) ?? 'advance')}
          items={OFFSET_KINDS.map((key) => ({ key, label: t(`offsets:kind.${key}`) }))}
          tabBarExtraContent={<span className="quiet">{t(`offsets:kindHelp.${draft.kind}`)} <kbd>F6</kbd></span>}
        />
        <div className="card">
          <DocumentForm columns={4} error={refused ? null : error} problems={problems} onEnd={toLines}>
            <Field name="customerId" label={t('offsets:field.customer')} required>
              <Lookup autoFocus value={draft.customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(customer) => change({ customer, amounts: {} })} />
            </Field>
            {draft.kind === 'customers' ? (
              <Field name="otherCustomerId" label={t('offsets:field.otherCustomer')} required>
                <Lookup value={draft.otherCustomer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(otherCustomer) => change({ otherCustomer })} />
              </Field>
            ) : <></>}
            <Field name="offsetOn" label={t('offsets:field.offsetOn')} required>
              <DayInput value={draft.offsetOn} onChange={(offsetOn) => change({ offsetOn })} />
            </Field>
            {open.currencies.length > 1 || shown !== own ? (
              <Field name="currency" label={t('offsets:field.currency')}>
                <Select value={shown} options={open.currencies.map((value) => ({ value, label: value }))} onChange={(next) => { setCurrency(next); change({ amounts: {} }) }} />
              </Field>
            ) : <></>}
            {twoSided ? <></> : (
              <Field name="document" label={t(draft.kind === 'customers' ? 'offsets:field.consent' : 'offsets:field.payable')} required>
                <Input autoComplete="off" maxLength={120} value={draft.document} onChange={(event) => change({ document: event.target.value })} />
              </Field>
            )}
            <Field name="note" label={t('offsets:field.note')}>
              <Input autoComplete="off" maxLength={500} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
            </Field>
          </DocumentForm>
        </div>
        <div className="offset-panes">
          {twoSided && (
            <ItemPane
              testId="credit-pane" title={t(draft.kind === 'advance' ? 'offsets:pane.credits' : 'offsets:pane.notes')} side="credit" amountTitle={t('offsets:pane.amount')} items={credits} amounts={draft.amounts} limit={limit(to)} troubled={troubled}
              empty={!draft.customer ? t('offsets:pane.pickCustomer') : open.loading ? '' : t(draft.kind === 'advance' ? 'offsets:pane.noCredits' : 'offsets:pane.noNotes')}
              onChange={changeAmounts} onEnd={() => toPane('debt-pane')} onLeave={toHead}
            />
          )}
          <ItemPane
            testId="debt-pane" title={t('offsets:pane.debts')} side="debit" amountTitle={t('offsets:pane.amount')} items={debts} amounts={draft.amounts} limit={limit(from)} troubled={troubled}
            empty={!draft.customer ? t('offsets:pane.pickCustomer') : open.loading ? '' : t('offsets:pane.noDebts')}
            onChange={changeAmounts} onLeave={toHead}
          />
        </div>
        <div className="offset-sum card">
          <span className="negative" role="alert">{why}</span>
          {twoSided && <span>{t('offsets:entry.from')} <MoneyText value={from} strong /></span>}
          <span>{t('offsets:entry.to')} <MoneyText value={to} strong /></span>
          {twoSided && (from === to ? from > 0 && <span className="quiet">{t('offsets:entry.even')}</span> : <span className="warning">{t('offsets:entry.difference')} <MoneyText value={absolute(subtract(from, to))} strong /></span>)}
        </div>
      </div>
    </PageFrame>
  )
}
