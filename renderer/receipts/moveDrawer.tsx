/**
 * Moves a receipt to the customer whose money it was (转给其他客户): reversed here, recorded there, both on one day. What
 * the new customer owes is shown with the suggested allocation, as on the entry sheet.
 */
import { Drawer, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { ZERO } from '../../shared/money.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup } from '../ui/lookup.tsx'
import { ActionButton } from '../ui/page.tsx'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { suggestedDrafts, toLines, type AllocationDraft } from './allocation.ts'
import { AllocationPanel, type AllocationStep } from './allocationPanel.tsx'
import { cellsOf } from './cells.ts'
import { HangingList } from './receiptHanging.tsx'
import { refusedItem } from './useEntry.ts'

interface MoveDrawerProps {
  receipt: ReceiptView
  onClose: () => void
  onMoved: (moved: ReceiptView) => void
}

export function MoveDrawer({ receipt, onClose, onMoved }: MoveDrawerProps) {
  const { t } = useTranslation('receipts')
  const [customer, setCustomer] = useState<CustomerHit | null>(null)
  const [chosenDay, setChosenDay] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  const [decided, setDecided] = useState<AllocationDraft[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  const words = useErrorWords()
  const latest = useRef<AllocationDraft[]>([])
  const body = useRef<HTMLDivElement>(null)
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const hanging = useQuery((signal) => api.receipts.hanging({ id: receipt.id }, { signal }), [receipt.id], ['receipts'])
  const movedOn = chosenDay ?? hanging.data?.reversedOn ?? today()
  const suggestion = useQuery(
    async (signal) => {
      if (!customer) return { customerId: 0, drafts: [], gaveUp: false }
      const { amount, currency, reference } = receipt
      const answer = await api.receipts.suggest({ customerId: customer.id, amount, receivedOn: movedOn, currency, reference }, { signal })
      return { customerId: customer.id, drafts: suggestedDrafts(answer), gaveUp: answer.gaveUp }
    },
    [customer?.id, movedOn],
  )
  // While the next customer's debts are still asked for, those of the last one must not be taken.
  const answered = suggestion.data?.customerId === (customer?.id ?? 0) ? suggestion.data : undefined
  const drafts = decided ?? answered?.drafts ?? []
  latest.current = drafts
  const refusal = refusalOf(error)?.field
  const ofLines = refusal?.startsWith('allocations') ?? false
  const missing = !customer ? t('move.customerMissing') : reason.trim() === '' ? t('move.reasonMissing') : !answered ? t('panel.stale') : false

  function change(step: AllocationStep): void {
    latest.current = step(latest.current)
    setDecided(latest.current)
    setError(null)
  }

  async function move(): Promise<void> {
    if (!customer) return
    try {
      const moved = await api.receipts.move({ id: receipt.id, customerId: customer.id, movedOn, reason: reason.trim(), allocations: toLines(latest.current), requestId })
      invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning', 'vouchers', 'bank')
      onMoved(moved)
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <Drawer
      open
      // The first field takes the cursor; the drawer itself would take it back.
      autoFocus={false}
      size="min(1180px, 92vw)"
      title={t('move.title', { number: receipt.number })}
      onClose={onClose}
      extra={<ActionButton action={{ key: 'move', label: t('move.confirm'), shortcut: KEYS.post, kind: 'primary', disabled: missing, onRun: move }} />}
    >
      <div className="allocate-drawer" data-testid="move-drawer" ref={body}>
        <p className="quiet">{t('move.text', { customer: receipt.customerName })}</p>
        <HangingList hanging={hanging} />
        <DocumentForm columns={3} error={ofLines ? null : error} onEnd={() => cellsOf(body.current?.querySelector<HTMLElement>('.allocation-lines') ?? null)[0]?.focus()}>
          <Field name="customerId" label={t('move.customer')} required>
            <Lookup
              autoFocus
              value={customer}
              find={(text, signal) => api.customers.lookup({ text }, { signal })}
              aside={(hit) => hit.salesperson}
              onChange={(hit) => {
                setCustomer(hit)
                setDecided(null)
                setError(null)
              }}
            />
          </Field>
          <Field name="reason" label={t('move.reason')} required>
            <Input maxLength={200} value={reason} placeholder={t('move.reasonHint')} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Field name="movedOn" label={t('move.on')} required hint={t('move.onHint')}>
            <DayInput value={movedOn} onChange={setChosenDay} />
          </Field>
        </DocumentForm>
        <AllocationPanel
          drafts={drafts}
          amount={receipt.amount}
          amountTitle={t('panel.received')}
          tolerance={settings.data?.options.tolerance ?? ZERO}
          onChange={change}
          onLeave={onClose}
          troubledItem={refusedItem(error, drafts)}
          notice={ofLines ? <span className="negative" role="alert">{words(error)}</span> : answered?.gaveUp && !decided ? <span className="warning">{t('panel.gaveUp')}</span> : null}
          empty={customer ? (answered ? t('panel.nothingOpen') : t('panel.stale')) : t('panel.pickCustomer')}
        />
      </div>
    </Drawer>
  )
}
