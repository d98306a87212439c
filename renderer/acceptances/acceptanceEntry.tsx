/**
 * Registering bills that a customer handed in: the customer and the day above, the bills as lines, and below what they
 * settle. One Ctrl+Enter records the receipt, its allocations and the bills. With a receipt that stands already, only its
 * bills are registered.
 */
import { App, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, ZERO } from '../../shared/money.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { clearAll, toLines } from '../receipts/allocation.ts'
import { AllocationPanel } from '../receipts/allocationPanel.tsx'
import { cellsOf, openLookup, unreadCell } from '../receipts/cells.ts'
import { refusedItem } from '../receipts/useEntry.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Fact, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { CountsIn, MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { blankBill, cellOf, isBlankBill, problemOfBill, sumOfBills, toBills, type BillDraft, type BillHead } from './billDraft.ts'
import { BillLines } from './billLines.tsx'
import { refreshAfterStep } from './stepDialog.tsx'
import { useAllocation } from './useAllocation.ts'
import './acceptances.css'

export default function AcceptanceEntry() {
  const { params } = usePage('acceptanceEntry')
  const receipt = useQuery(async (signal) => (params.receiptId === undefined ? null : api.receipts.get({ id: params.receiptId }, { signal })), [params.receiptId])
  if (receipt.data === undefined) return <PageFrame query={receipt}>{null}</PageFrame>
  return receipt.data === null ? <Entry receipt={null} /> : <CountsIn currency={receipt.data.currency}><Entry receipt={receipt.data} /></CountsIn>
}

const blankHead = (receivedOn: BillHead['receivedOn']): BillHead => ({ customer: null, receivedOn, priorHand: '', reference: '' })
const headOf = (receipt: ReceiptView): BillHead => ({
  customer: { id: receipt.customerId, code: receipt.customerCode, name: receipt.customerName }, receivedOn: receipt.receivedOn, priorHand: '', reference: receipt.reference,
})

function Entry({ receipt }: { receipt: ReceiptView | null }) {
  const { t } = useTranslation(['acceptances', 'receipts'])
  const { message } = App.useApp()
  const words = useErrorWords()
  const page = usePage('acceptanceEntry')
  const [head, setHead] = useState(() => (receipt ? headOf(receipt) : blankHead(today())))
  const [bills, setBills] = useState<BillDraft[]>(() => [blankBill()])
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState('')
  // One row of keys may change a cell and post within one event; posting must see the change.
  const latest = useRef({ head, bills })
  const requestId = useRef(crypto.randomUUID())
  const box = useRef<HTMLDivElement>(null)
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const sum = sumOfBills(bills)
  const allocation = useAllocation(receipt || !head.customer || !head.receivedOn || sum <= 0 ? null : { customerId: head.customer.id, amount: sum, receivedOn: head.receivedOn, reference: head.reference })
  const refused = refusalOf(error)?.field
  const blank = bills.every(isBlankBill) && (receipt !== null || head.customer === null)
  useEffect(() => page.setDirty(!blank), [blank])
  // The cursor goes where something must be mended.
  useEffect(() => box.current?.querySelector<HTMLElement>('td.invalid input')?.focus(), [error])

  const wantedCustomer = page.params.customerId
  useEffect(() => {
    if (wantedCustomer === undefined || receipt) return
    api.customers.get({ id: wantedCustomer }).then((customer) => latest.current.head.customer === null && changeHead({ customer }), () => undefined)
  }, [wantedCustomer])

  function changeHead(change: Partial<BillHead>): void {
    latest.current = { ...latest.current, head: { ...latest.current.head, ...change } }
    setHead(latest.current.head)
    forget()
  }
  function changeBills(next: BillDraft[]): void {
    latest.current = { ...latest.current, bills: next }
    setBills(next)
    forget()
  }
  function forget(): void {
    setError(null)
    setProblems({})
    setTrouble('')
  }

  /** The cell of a line; selects are found by what they are called, too. */
  const toCell = (line: number, title: string): void => box.current?.querySelectorAll('.bill-lines tbody tr')[line]?.querySelector<HTMLElement>(`[aria-label="${title}"]`)?.focus()
  const toBillLines = (): void => box.current?.querySelector<HTMLElement>('.bill-lines tbody tr:last-child input')?.focus()
  const toPanel = (): void => cellsOf(box.current?.querySelector<HTMLElement>('.allocation-lines') ?? null)[0]?.focus()

  /** Says and marks the first thing that is missing; true when there is none. */
  function ready(): boolean {
    const { head: typed, bills: lines } = latest.current
    if (!typed.customer || !typed.receivedOn) {
      setProblems({ [typed.customer ? 'receivedOn' : 'customerId']: t(typed.customer ? 'acceptances:problem.receivedOn' : 'acceptances:problem.customerId') })
      return false
    }
    if (lines.every(isBlankBill)) {
      setTrouble(t('acceptances:problem.bills'))
      toBillLines()
      return false
    }
    const line = lines.findIndex((bill) => !isBlankBill(bill) && problemOfBill(bill) !== null)
    const problem = lines[line] ? problemOfBill(lines[line]) : null
    if (problem) {
      setTrouble(t('acceptances:entry.billLine', { row: line + 1, text: t(`acceptances:problem.${problem}`) }))
      const cell = cellOf(problem)
      toCell(line, cell === 'rangeTo' ? t('acceptances:field.range') : t(`acceptances:field.${cell as 'billNumber'}`))
      return false
    }
    if (receipt && sumOfBills(lines) !== receipt.amount) {
      setTrouble(t('acceptances:problem.expected', { amount: formatMoney(receipt.amount) }))
      return false
    }
    return true
  }

  async function register(): Promise<void> {
    forget()
    // A cell whose text could not be read still holds its value from before, and an open lookup another customer.
    const unread = unreadCell(box.current) ?? openLookup(box.current)
    if (unread) {
      setTrouble(t('receipts:entry.unread'))
      return unread.focus()
    }
    if (!ready()) return
    const { head: typed, bills: lines } = latest.current
    const sent = toBills(lines.filter((bill) => !isBlankBill(bill)), typed)
    try {
      if (receipt) {
        await api.acceptances.register({ id: receipt.id, bills: sent, requestId: requestId.current })
        refreshAfterStep()
        message.success(t('acceptances:entry.registered', { number: receipt.number, count: sent.length }))
        page.setDirty(false)
        page.close()
        return openPage('receipt', { id: receipt.id })
      }
      const drafts = await allocation.answer()
      if (!typed.customer || !typed.receivedOn) return
      const done = await api.acceptances.receive({
        customerId: typed.customer.id, receivedOn: typed.receivedOn, payer: '', note: '', reference: typed.reference.trim(), bills: sent, allocations: toLines(drafts), requestId: requestId.current,
      })
      requestId.current = crypto.randomUUID()
      changeHead(blankHead(typed.receivedOn))
      changeBills([blankBill()])
      refreshAfterStep()
      message.success(t('acceptances:entry.posted', { number: done.receipt.number, count: done.acceptances.length }))
      box.current?.querySelector<HTMLElement>('input')?.focus()
    } catch (refusal) {
      setError(refusal)
      allocation.askAgain()
    }
  }

  return (
    <PageFrame
      title={t('acceptances:entryTitle')}
      actions={[
        { key: 'post', label: t('acceptances:entry.post'), shortcut: KEYS.post, kind: 'primary', onRun: register },
        { key: 'bills', label: t('acceptances:entry.toBills'), shortcut: 'Alt+B', onRun: toBillLines },
        { key: 'panel', label: t('acceptances:entry.toPanel'), shortcut: 'Alt+A', hidden: receipt !== null, onRun: toPanel },
        { key: 'advance', label: t('receipts:entry.leaveAdvance'), shortcut: 'Alt+0', hidden: receipt !== null, disabled: allocation.drafts.length === 0, onRun: () => allocation.change(clearAll) },
        { key: 'clear', label: t('acceptances:entry.clear'), shortcut: 'Alt+C', disabled: blank, onRun: () => { changeHead(receipt ? {} : blankHead(head.receivedOn)); changeBills([blankBill()]) } },
      ]}
    >
      <div className="bill-entry" ref={box} data-testid="acceptance-entry">
        <div className="card">
          <DocumentForm columns={4} error={refused?.startsWith('bills') || refused?.startsWith('allocations') ? null : error} problems={problems} onEnd={toBillLines}>
            {receipt ? <Fact label={t('acceptances:field.customer')}>{receipt.customerCode} {receipt.customerName}</Fact> : (
              <Field name="customerId" label={t('acceptances:field.customer')} required>
                <Lookup autoFocus value={head.customer} find={(text, signal) => api.customers.lookup({ text }, { signal })} aside={(hit) => hit.salesperson} onChange={(customer) => changeHead({ customer })} />
              </Field>
            )}
            {receipt
              ? <Fact label={t('acceptances:field.receivedOn')}><span className="figure">{receipt.receivedOn}</span></Fact>
              : <Field name="receivedOn" label={t('acceptances:field.receivedOn')} required><DayInput value={head.receivedOn} onChange={(receivedOn) => changeHead({ receivedOn })} /></Field>}
            <Field name="priorHand" label={t('acceptances:field.priorHand')}>
              <Input autoComplete="off" maxLength={120} placeholder={t('acceptances:entry.priorHint')} value={head.priorHand} onChange={(event) => changeHead({ priorHand: event.target.value })} />
            </Field>
            {receipt ? <Fact label={t('acceptances:entry.expected')}><MoneyText value={receipt.amount} strong /> <span className="quiet">{receipt.number}</span></Fact> : (
              <Field name="reference" label={t('acceptances:field.reference')}>
                <Input autoComplete="off" maxLength={500} value={head.reference} onChange={(event) => changeHead({ reference: event.target.value })} />
              </Field>
            )}
          </DocumentForm>
        </div>
        <BillLines bills={bills} error={error} onChange={changeBills} expected={receipt?.amount ?? null} />
        {trouble && <div className="negative" role="alert">{trouble}</div>}
        {!receipt && (
          <div className="entry-allocation">
            <AllocationPanel
              drafts={allocation.drafts}
              amount={sum}
              amountTitle={t('acceptances:entry.received')}
              tolerance={settings.data?.options.tolerance ?? ZERO}
              onChange={allocation.change}
              onLeave={toBillLines}
              troubledItem={refusedItem(error, allocation.drafts)}
              notice={refused?.startsWith('allocations') ? <span className="negative" role="alert">{words(error)}</span> : allocation.gaveUp ? <span className="warning">{t('receipts:panel.gaveUp')}</span> : null}
              empty={!head.customer ? t('acceptances:entry.pickCustomer') : sum <= 0 ? t('acceptances:entry.typeBills') : allocation.stale ? '' : t('receipts:panel.nothingOpen')}
            />
          </div>
        )}
      </div>
    </PageFrame>
  )
}
