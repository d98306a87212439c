/** Money that went back to a customer: its refund is recorded and linked to the line. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../shared/bank/schemas.ts'
import { formatMoney } from '../../shared/money.ts'
import { api } from '../api.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { Lookup, type LookupItem } from '../ui/lookup.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function RefundDialog({ line, onClose, onDone }: { line: StatementLine; onClose: () => void; onDone: (refunded: StatementLine) => void }) {
  const { t } = useTranslation('bank')
  const [customer, setCustomer] = useState<LookupItem | null>(null)
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<Record<string, string>>()
  const [requestId] = useState(() => crypto.randomUUID())

  async function record(): Promise<void> {
    setProblems(customer ? undefined : { customerId: t('panel.chooseFirst') })
    if (!customer) return
    try {
      const refunded = await api.bank.refund({ id: line.id, customerId: customer.id, note, requestId })
      onClose()
      onDone(refunded)
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <ActionDialog open title={t('refund.title', { amount: formatMoney(line.amount) })} onClose={onClose} actions={[{ key: 'record', label: t('refund.confirm'), shortcut: KEYS.post, kind: 'primary', onRun: record }]}>
      <p>{t('refund.text', { counterparty: line.counterparty, day: line.on })}</p>
      <DocumentForm columns={1} error={error} {...(problems ? { problems } : {})} onEnd={() => void record()}>
        <Field name="customerId" label={t('refund.customer')} required>
          <Lookup autoFocus value={customer} onChange={setCustomer} find={(text, signal) => api.customers.lookup({ text }, { signal })} />
        </Field>
        <Field name="note" label={t('refund.note')}><Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
