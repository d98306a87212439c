/** Asking for a write-off (申请核销坏账): whose debts, how much of each, why, and what proves it. Another person decides. */
import { App, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView, WriteOffLine } from '../../shared/badDebt/schemas.ts'
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { ItemPane } from '../offsets/itemPane.tsx'
import { linesOf, openOf, spread, takenOf, totalOf, type Amounts } from '../offsets/picks.ts'
import { useOpenItems } from '../offsets/useOpenItems.ts'
import { cellsOf, unreadCell } from '../receipts/cells.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import '../offsets/offsets.css'

interface Draft {
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  reason: string
  evidence: string
  amounts: Amounts
}
const BLANK: Draft = { customer: null, reason: '', evidence: '', amounts: {} }

export default function WriteOffEntry() {
  const { t } = useTranslation('badDebt')
  const { message } = App.useApp()
  const words = useErrorWords()
  const page = usePage('writeOffEntry')
  const [draft, setDraft] = useState(BLANK)
  const [currency, setCurrency] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState('')
  // A row of keys may change a field and post within one event; posting must see the change.
  const latest = useRef(draft)
  const requestId = useRef(crypto.randomUUID())
  const sent = useRef<readonly WriteOffLine[]>([])
  const box = useRef<HTMLDivElement>(null)
  const open = useOpenItems(draft.customer?.id)
  const all = open.items.filter((item) => item.open > 0 && item.kind !== 'refund')
  const currencies = [...new Set(all.map((item) => item.currency))]
  const shown = currency !== null && currencies.includes(currency) ? currency : currencies[0] ?? ''
  const debts = all.filter((item) => item.currency === shown)
  const refused = /^lines\.(\d+)/.exec(refusalOf(error)?.field ?? '')
  const troubled = new Set(refused ? [sent.current[Number(refused[1])]?.itemId ?? 0] : [])
  const blank = draft.customer === null && draft.reason === '' && draft.evidence === ''
  useEffect(() => page.setDirty(!blank), [blank])

  const wantedCustomer = page.params.customerId
  useEffect(() => {
    if (wantedCustomer === undefined) return
    api.customers.get({ id: wantedCustomer }).then((customer) => latest.current.customer === null && change({ customer }), () => undefined)
  }, [wantedCustomer])

  function change(next: Partial<Draft>): void {
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
    const { customer, reason, evidence, amounts } = latest.current
    if (!customer) return setProblems({ customerId: t('ask.customerMissing') })
    if (reason.trim() === '') return setProblems({ reason: t('ask.reasonMissing') })
    if (evidence.trim() === '') return setProblems({ evidence: t('ask.evidenceMissing') })
    const over = debts.some((item) => (amounts[item.id] ?? 0) > openOf(item))
    if (over || takenOf(debts, amounts) === 0) {
      setTrouble(t(over ? 'ask.over' : 'ask.nothing'))
      return toPane()
    }
    const lines = linesOf(debts, amounts).map(({ itemId, amount }) => ({ itemId, amount }))
    sent.current = lines
    let asked: RequestView
    try {
      asked = await api.badDebt.ask({ customerId: customer.id, lines, reason: reason.trim(), evidence: evidence.trim(), requestId: requestId.current })
    } catch (refusal) {
      setError(refusal)
      return
    }
    requestId.current = crypto.randomUUID()
    page.setDirty(false)
    invalidate('badDebt')
    message.success(t('ask.done'))
    page.close()
    openPage('writeOff', { requestId: asked.id })
  }

  return (
    <PageFrame
      title={t('entryTitle')}
      actions={[
        { key: 'post', label: t('ask.post'), shortcut: KEYS.post, kind: 'primary', onRun: post },
        { key: 'all', label: t('ask.all'), shortcut: 'Alt+A', disabled: debts.length === 0, onRun: () => change({ amounts: spread(debts, totalOf(debts)) }) },
        { key: 'clear', label: t('ask.clear'), shortcut: 'Alt+C', disabled: blank, onRun: () => { change(BLANK); toHead() } },
      ]}
    >
      <div className="offset-entry" ref={box} data-testid="write-off-entry">
        <div className="card">
          <DocumentForm columns={3} error={refused ? null : error} problems={problems} onEnd={toPane}>
            <Field name="customerId" label={t('field.customer')} required>
              <Lookup autoFocus value={draft.customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(customer) => change({ customer, amounts: {} })} />
            </Field>
            {currencies.length > 1 ? (
              <Field name="currency" label={t('field.currency')}>
                <Select value={shown} options={currencies.map((value) => ({ value, label: value }))} onChange={(next: string) => { setCurrency(next); change({ amounts: {} }) }} />
              </Field>
            ) : <></>}
            <Field name="reason" label={t('field.reason')} required>
              <Input autoComplete="off" maxLength={200} value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
            </Field>
            <Field name="evidence" label={t('field.evidence')} required>
              <Input autoComplete="off" maxLength={500} placeholder={t('ask.evidenceHint')} value={draft.evidence} onChange={(event) => change({ evidence: event.target.value })} />
            </Field>
          </DocumentForm>
        </div>
        <div className="offset-panes">
          <ItemPane
            testId="debt-pane" title={t('ask.pane')} side="debit" amountTitle={t('ask.amount')} items={debts} amounts={draft.amounts} limit={null} troubled={troubled}
            empty={!draft.customer ? t('ask.pickCustomer') : open.loading ? '' : t('ask.empty')}
            onChange={changeAmounts} onLeave={toHead}
          />
        </div>
        <div className="offset-sum card">
          <span className="negative" role="alert">{trouble || (refused ? words(error) : '')}</span>
          <span>{t('ask.amount')} <MoneyText value={takenOf(debts, draft.amounts)} strong /></span>
        </div>
      </div>
    </PageFrame>
  )
}
