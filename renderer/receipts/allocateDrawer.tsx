/** Allocates what is left of a posted receipt, or of a credit note, to more open items (核销预收). */
import { Drawer } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { ZERO, type Money } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { ActionButton } from '../ui/page.tsx'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { suggestedDrafts, toLines, type AllocationDraft } from './allocation.ts'
import { refusedItem } from './useEntry.ts'
import { AllocationPanel, type AllocationStep } from './allocationPanel.tsx'

/** Money of the customer that is not allocated yet. */
export interface Credit {
  itemId: number
  number: string
  customerId: number
  currency: string
  day: Day
  left: Money
  reference: string
}

export function AllocateDrawer({ credit, onClose, onDone }: { credit: Credit; onClose: () => void; onDone: (count: number) => void }) {
  const { t } = useTranslation('receipts')
  const [decided, setDecided] = useState<AllocationDraft[] | null>(null)
  const [allocatedOn, setAllocatedOn] = useState<Day | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [requestId] = useState(() => crypto.randomUUID())
  const words = useErrorWords()
  const refusal = refusalOf(error)?.field
  const latest = useRef<AllocationDraft[]>([])
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const suggestion = useQuery(
    (signal) => api.receipts.suggest({ customerId: credit.customerId, amount: credit.left, receivedOn: credit.day, currency: credit.currency, reference: credit.reference }, { signal }),
    [credit.itemId, credit.left],
  )
  const drafts = decided ?? (suggestion.data ? suggestedDrafts(suggestion.data) : [])
  latest.current = drafts

  function change(step: AllocationStep): void {
    latest.current = step(latest.current)
    setDecided(latest.current)
    setError(null)
  }

  async function allocate(): Promise<void> {
    const lines = toLines(latest.current)
    try {
      const done = await api.receipts.allocate({ creditItemId: credit.itemId, lines, requestId, ...(allocatedOn ? { allocatedOn } : {}) })
      invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
      onDone(done.allocated)
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
      title={t('document.allocateTitle', { number: credit.number })}
      onClose={onClose}
      extra={
        <ActionButton action={{ key: 'allocate', label: t('document.allocateConfirm'), shortcut: KEYS.post, kind: 'primary', disabled: toLines(drafts).length === 0 ? t('document.nothingChosen') : false, onRun: allocate }} />
      }
    >
      <div className="allocate-drawer" data-testid="allocate-drawer">
        <DocumentForm columns={2} error={refusal?.startsWith('lines') ? null : error}>
          <Field name="allocatedOn" label={t('document.allocatedOnField')} hint={t('document.allocatedOnHint')}>
            <DayInput autoFocus value={allocatedOn} onChange={setAllocatedOn} />
          </Field>
        </DocumentForm>
        {suggestion.error !== undefined && <ErrorState error={suggestion.error} onRetry={suggestion.refresh} />}
        {suggestion.data === undefined && suggestion.error === undefined && <LoadingState />}
        {suggestion.data && (
          <AllocationPanel
            drafts={drafts}
            amount={credit.left}
            amountTitle={t('panel.available')}
            tolerance={settings.data?.options.tolerance ?? ZERO}
            onChange={change}
            onLeave={onClose}
            troubledItem={refusedItem(error, drafts)}
            notice={refusal?.startsWith('lines') ? <span className="negative" role="alert">{words(error)}</span> : suggestion.data.gaveUp && !decided ? <span className="warning">{t('panel.gaveUp')}</span> : null}
            empty={t('panel.nothingOpen')}
          />
        )}
      </div>
    </Drawer>
  )
}
