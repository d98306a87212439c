/** A receivable that is typed (应收单): new or a draft. Ctrl+S keeps it as a draft, Ctrl+Enter posts it. */
import { DeleteOutlined, SaveOutlined } from '@ant-design/icons'
import { App, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INVOICE_KINDS, type InvoiceView } from '../../shared/invoices/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { changeTab } from '../navigation.ts'
import { DayInput } from '../ui/day.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup, type LookupItem } from '../ui/lookup.tsx'
import { MoneyInput } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { problemsOf, toInvoice, withAmount, type InvoiceDraft } from './invoiceDraft.ts'
import { Installments } from './installments.tsx'
import { InvoiceTerms } from './invoiceTerms.tsx'
import { useTermsHint } from './termsHint.ts'
import './invoices.css'

const CORRECTED_SEARCHED = 500

export function InvoiceForm({ start, saved, onReload }: { start: InvoiceDraft; saved?: InvoiceView; onReload?: () => void }) {
  const { t } = useTranslation(['invoices', 'ui'])
  const { message } = App.useApp()
  const { confirm } = useDialogs()
  const page = usePage('invoice')
  const [draft, setDraft] = useState(start)
  /** The draft as it was read; only saving it or reading it anew changes what is edited here. */
  const [held, setHeld] = useState(saved)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  // A row of keys may change a field and save within one event; saving must see the change.
  const latest = useRef(draft)
  /** What stood when nothing was typed yet, or when it was saved. */
  const opened = useRef(draft)
  const requestId = useRef(crypto.randomUUID())
  const hint = useTermsHint(draft)
  usePageTitle(saved ? undefined : t('invoices:newTitle'))
  useEffect(() => page.setDirty(latest.current !== opened.current), [draft])
  useEffect(() => {
    // Where nothing was typed, what somebody else saved is simply shown.
    if (saved && held && saved.version > held.version && latest.current === opened.current) onReload?.()
  }, [saved?.version])

  function change(next: Partial<InvoiceDraft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setError(null)
    setProblems({})
  }

  async function send(post: boolean): Promise<void> {
    const found = problemsOf(latest.current)
    const input = toInvoice(latest.current, { post, requestId: requestId.current, version: held?.version ?? 0, ...(saved ? { id: saved.id } : {}) })
    setProblems(Object.fromEntries(Object.entries(found).map(([field, problem]) => [field, t(`invoices:problem.${problem}`)])))
    if (Object.keys(found).length > 0 || !input) return
    let view: InvoiceView
    try {
      view = await api.invoices.save(input)
    } catch (refused) {
      setError(refused)
      return
    }
    // The next change of the same draft is another request, which must not be answered with this one's result.
    requestId.current = crypto.randomUUID()
    setHeld(view)
    opened.current = latest.current
    page.setDirty(false)
    invalidate('invoices', 'receipts', 'customers', 'aging', 'overview', 'dunning')
    message.success(post ? t('invoices:form.postedAs', { number: view.number }) : t('invoices:form.saved'))
    changeTab(page.id, { params: { id: view.id } })
  }

  async function discard(): Promise<void> {
    if (!saved || !(await confirm({ title: t('invoices:form.discardTitle'), content: t('invoices:form.discardText'), danger: true, yes: t('invoices:form.discard') }))) return
    await api.invoices.discard({ id: saved.id, version: held?.version ?? 0 })
    invalidate('invoices', 'overview')
    message.success(t('invoices:form.discarded'))
    page.setDirty(false)
    page.close()
  }

  /** The customer's posted receivables, found by any of their numbers; a paid one can be corrected too. */
  async function findCorrected(text: string, signal: AbortSignal): Promise<LookupItem[]> {
    const customerId = latest.current.customer?.id
    if (!customerId) return []
    const filters = [{ field: 'customerId', op: 'eq' as const, value: customerId }, { field: 'status', op: 'eq' as const, value: 'posted' }]
    const found = await api.invoices.list({ filters, limit: CORRECTED_SEARCHED, withTotals: false }, { signal })
    const wanted = text.trim().toLowerCase()
    return found.rows
      .filter((row) => row.amount > 0 && `${row.number} ${row.invoiceNumber} ${row.contractNumber} ${row.orderNumber}`.toLowerCase().includes(wanted))
      .map((row) => ({ id: row.id, code: row.number, name: row.invoiceNumber, hint: t('invoices:form.correctsOpen', { amount: formatMoney(row.open) }) }))
  }

  return (
    <PageFrame
      title={saved ? `${t('invoices:title')} · ${t('invoices:status.draft')}` : t('invoices:newTitle')}
      scroll
      actions={[
        { key: 'post', label: t('invoices:form.post'), shortcut: KEYS.post, kind: 'primary', onRun: () => send(true) },
        { key: 'save', label: t('invoices:form.save'), shortcut: KEYS.save, icon: <SaveOutlined />, onRun: () => send(false) },
        { key: 'discard', label: t('invoices:form.discard'), shortcut: 'Alt+D', icon: <DeleteOutlined />, kind: 'danger', hidden: !saved, onRun: discard },
      ]}
    >
      <div className="document card" data-testid="invoice-form">
        <DocumentForm columns={3} error={error} problems={problems} {...(onReload ? { onReload } : {})}>
          <Field name="kind" label={t('invoices:field.kind')} hint={t(`invoices:kindHelp.${draft.kind}`)}>
            <Select
              value={draft.kind}
              options={INVOICE_KINDS.map((value) => ({ value, label: t(`invoices:kind.${value}`) }))}
              onChange={(kind) => change({ kind })}
            />
          </Field>
          <Field name="customerId" label={t('invoices:field.customer')} required span={2} hint={hint.credit}>
            <Lookup
              autoFocus
              value={draft.customer}
              find={(text, signal) => api.customers.lookup({ text }, { signal })}
              aside={(hit) => hit.salesperson}
              onChange={(customer) => change({ customer, corrects: null })}
            />
          </Field>
          <Field name="documentOn" label={t('invoices:field.documentOn')} required>
            <DayInput value={draft.documentOn} onChange={(documentOn) => change({ documentOn })} />
          </Field>
          <Field name="amount" label={t('invoices:field.amount')} required>
            <MoneyInput value={draft.amount} onChange={(amount) => change(withAmount(latest.current, amount))} />
          </Field>
          <Field name="dueOn" label={t('invoices:field.dueOn')} hint={draft.installments.length > 0 ? t('invoices:form.dueByInstallments') : hint.due}>
            <DayInput value={draft.dueOn} disabled={draft.installments.length > 0} onChange={(dueOn) => change({ dueOn })} />
          </Field>
          <Field name="invoiceNumber" label={t('invoices:field.invoiceNumber')}>
            <Input autoComplete="off" maxLength={120} value={draft.invoiceNumber} onChange={(event) => change({ invoiceNumber: event.target.value })} />
          </Field>
          <Field name="contractNumber" label={t('invoices:field.contractNumber')}>
            <Input autoComplete="off" maxLength={120} value={draft.contractNumber} onChange={(event) => change({ contractNumber: event.target.value })} />
          </Field>
          <Field name="orderNumber" label={t('invoices:field.orderNumber')}>
            <Input autoComplete="off" maxLength={120} value={draft.orderNumber} onChange={(event) => change({ orderNumber: event.target.value })} />
          </Field>
          <Field name="sourceNumber" label={t('invoices:field.sourceNumber')}>
            <Input autoComplete="off" maxLength={120} value={draft.sourceNumber} onChange={(event) => change({ sourceNumber: event.target.value })} />
          </Field>
          {draft.kind === 'creditNote' || draft.installments.length > 0 ? <></> : (
            <Field name="terms" label={t('invoices:field.terms')}>
              <InvoiceTerms value={draft.terms} hint={hint} onChange={(terms) => change({ terms, dueOn: null })} />
            </Field>
          )}
          <Field name="note" label={t('invoices:field.note')} span={draft.kind === 'creditNote' || draft.installments.length === 0 ? 1 : 2}>
            <Input autoComplete="off" maxLength={500} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
          </Field>
          {draft.kind === 'creditNote' ? (
            <Field name="correctsId" label={t('invoices:field.corrects')} hint={draft.customer ? t('invoices:form.correctsHint') : t('invoices:form.pickCustomerFirst')}>
              <Lookup value={draft.corrects} find={findCorrected} placeholder={t('invoices:form.correctsPlaceholder')} disabled={!draft.customer} onChange={(corrects) => change({ corrects })} />
            </Field>
          ) : <></>}
        </DocumentForm>
        {draft.kind !== 'creditNote' && (
          <Installments draft={draft} firstDue={draft.dueOn ?? hint.dueOn ?? draft.documentOn} problem={problems.installments} error={error} onChange={(installments) => change({ installments })} />
        )}
      </div>
    </PageFrame>
  )
}
