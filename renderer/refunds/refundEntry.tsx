/** Entering a refund (退款): the customer and the way above, below which advances and credit notes are paid back. */
import { App, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../shared/money.ts'
import { METHODS } from '../../shared/receipts/schemas.ts'
import type { RefundInput, RefundView } from '../../shared/refunds/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { ItemPane } from '../offsets/itemPane.tsx'
import { spread, takenOf, totalOf, type Amounts } from '../offsets/picks.ts'
import { useOpenItems } from '../offsets/useOpenItems.ts'
import { RateInput } from '../rates/rateInput.tsx'
import { cellsOf, unreadCell } from '../receipts/cells.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyInput, MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { blankRefund, creditsOf, problemOf, toRefund, type RefundDraft } from './refundDraft.ts'
import '../offsets/offsets.css'

export default function RefundEntry() {
  const { t } = useTranslation(['refunds', 'receipts', 'rates'])
  const { message } = App.useApp()
  const words = useErrorWords()
  const page = usePage('refundEntry')
  const [draft, setDraft] = useState(() => blankRefund(today(), null))
  const [currency, setCurrency] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState('')
  // A row of keys may change a field and post within one event; posting must see the change.
  const latest = useRef(draft)
  const requestId = useRef(crypto.randomUUID())
  const sent = useRef<RefundInput['credits']>([])
  const box = useRef<HTMLDivElement>(null)
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const banks = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const open = useOpenItems(draft.customer?.id)
  const own = settings.data?.company.currency ?? 'CNY'
  const all = creditsOf(open.items)
  const currencies = [...new Set(all.map((item) => item.currency))]
  const shown = currency ?? (currencies.length === 0 || currencies.includes(own) ? own : currencies[0] ?? own)
  const credits = all.filter((item) => item.currency === shown)
  const accounts = (banks.data ?? []).filter((account) => account.active && account.currency === shown)
  const amount = takenOf(credits, draft.amounts)
  const refused = /^credits(?:\.(\d+))?/.exec(refusalOf(error)?.field ?? '')
  const troubled = new Set(refused?.[1] === undefined ? [] : [sent.current[Number(refused[1])]?.itemId ?? 0])
  const blank = draft.customer === null && draft.reference === '' && draft.payee === '' && draft.note === ''
  useEffect(() => page.setDirty(!blank), [blank])

  const firstAccount = accounts[0]?.id ?? null
  useEffect(() => {
    if (!accounts.some((account) => account.id === latest.current.bankAccountId)) change({ bankAccountId: firstAccount })
  }, [firstAccount, shown])

  const wantedCustomer = page.params.customerId
  useEffect(() => {
    if (wantedCustomer === undefined) return
    api.customers.get({ id: wantedCustomer }).then((customer) => latest.current.customer === null && change({ customer }), () => undefined)
  }, [wantedCustomer])

  function change(next: Partial<RefundDraft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
    setProblems({})
    setTrouble('')
  }
  const changeAmounts = (step: (amounts: Amounts) => Amounts): void => change({ amounts: step(latest.current.amounts) })
  const toPane = (): void => cellsOf(box.current?.querySelector<HTMLElement>('.allocation-lines') ?? null)[0]?.focus()
  const toHead = (): void => box.current?.querySelector<HTMLElement>('.document-form input')?.focus()

  async function post(): Promise<void> {
    const cell = unreadCell(box.current)
    if (cell) return cell.focus()
    const { customer, refundedOn } = latest.current
    const found = problemOf(latest.current, credits)
    if (found || !customer || !refundedOn) {
      const text = found ? t(`refunds:problem.${found.problem}`) : ''
      if (found?.field === 'credits') {
        setTrouble(text)
        return toPane()
      }
      return setProblems(found ? { [found.field]: text } : {})
    }
    const input = toRefund({ ...latest.current, customer, refundedOn }, credits, shown, requestId.current)
    sent.current = input.credits
    let posted: RefundView
    try {
      posted = await api.refunds.record(input)
    } catch (refusal) {
      setError(refusal)
      return
    }
    requestId.current = crypto.randomUUID()
    page.setDirty(false)
    invalidate('refunds', 'receipts', 'invoices', 'customers', 'bank', 'aging', 'overview', 'dunning')
    message.success(t('refunds:entry.posted', { number: posted.number, amount: formatMoney(posted.amount) }))
    page.close()
    openPage('refund', { id: posted.id })
  }

  const why = trouble || (refused ? words(error) : '')
  return (
    <PageFrame
      title={t('refunds:entryTitle')}
      actions={[
        { key: 'post', label: t('refunds:entry.post'), shortcut: KEYS.post, kind: 'primary', onRun: post },
        { key: 'all', label: t('refunds:entry.all'), shortcut: 'Alt+A', disabled: credits.length === 0, onRun: () => change({ amounts: { ...spread(credits, totalOf(credits)) } }) },
        { key: 'clear', label: t('refunds:entry.clear'), shortcut: 'Alt+C', disabled: blank, onRun: () => { change(blankRefund(latest.current.refundedOn ?? today(), firstAccount)); toHead() } },
      ]}
    >
      <div className="offset-entry" ref={box} data-testid="refund-entry">
        <div className="card">
          <DocumentForm columns={4} error={refused ? null : error} problems={problems} onEnd={toPane}>
            <Field name="customerId" label={t('refunds:field.customer')} required>
              <Lookup autoFocus value={draft.customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(customer) => change({ customer, amounts: {} })} />
            </Field>
            <Field name="refundedOn" label={t('refunds:field.refundedOn')} required>
              <DayInput value={draft.refundedOn} onChange={(refundedOn) => change({ refundedOn })} />
            </Field>
            <Field name="method" label={t('refunds:field.method')}>
              <Select value={draft.method} options={METHODS.map((value) => ({ value, label: t(`receipts:method.${value}`) }))} onChange={(method) => change({ method })} />
            </Field>
            <Field name="bankAccountId" label={t('refunds:field.bankAccount')}>
              <Select
                value={draft.method === 'cash' ? null : draft.bankAccountId} disabled={draft.method === 'cash'} onChange={(bankAccountId) => change({ bankAccountId })}
                options={[{ value: null, label: t('receipts:noAccount') }, ...accounts.map((account) => ({ value: account.id, label: account.name }))]}
              />
            </Field>
            {currencies.length > 1 || shown !== own ? (
              <Field name="currency" label={t('refunds:field.currency')}>
                <Select value={shown} options={currencies.map((value) => ({ value, label: value }))} onChange={(next) => { setCurrency(next); change({ amounts: {}, rate: null, baseAmount: null }) }} />
              </Field>
            ) : <></>}
            {shown === own ? <></> : <Field name="rate" label={t('rates:booked.rate')}><RateInput value={draft.rate} placeholder={t('rates:booked.computed')} onChange={(rate) => change({ rate })} /></Field>}
            {shown === own ? <></> : <Field name="baseAmount" label={t('rates:booked.base')}><MoneyInput value={draft.baseAmount} placeholder={t('rates:booked.computed')} onChange={(baseAmount) => change({ baseAmount })} /></Field>}
            <Field name="payee" label={t('refunds:field.payee')}>
              <Input autoComplete="off" maxLength={120} placeholder={t('refunds:entry.payeeHint')} value={draft.payee} onChange={(event) => change({ payee: event.target.value })} />
            </Field>
            <Field name="reference" label={t('refunds:field.reference')}>
              <Input autoComplete="off" maxLength={500} value={draft.reference} onChange={(event) => change({ reference: event.target.value })} />
            </Field>
            <Field name="note" label={t('refunds:field.note')}>
              <Input autoComplete="off" maxLength={500} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
            </Field>
          </DocumentForm>
        </div>
        <div className="offset-panes">
          <ItemPane
            testId="credit-pane" title={t('refunds:pane.title')} side="credit" amountTitle={t('refunds:pane.amount')} items={credits} amounts={draft.amounts} limit={null} troubled={troubled}
            empty={!draft.customer ? t('refunds:pane.pickCustomer') : open.loading ? '' : t('refunds:pane.empty')}
            onChange={changeAmounts} onLeave={toHead}
          />
        </div>
        <div className="offset-sum card">
          <span className="negative" role="alert">{why}</span>
          <span>{t('refunds:field.amount')} <MoneyText value={amount} strong /></span>
        </div>
      </div>
    </PageFrame>
  )
}
