/** Records what came of a delivery: who signed, that it came back, or that its stamped slip is here. Ctrl+Enter records. */
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { DeliveryOutcome, DeliveryRow } from '../../shared/deliveries/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useDeliveryOptions } from './deliveryWords.ts'

export function OutcomeDialog({ delivery, onClose }: { delivery: DeliveryRow; onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const { outcomes } = useDeliveryOptions()
  const [outcome, setOutcome] = useState<DeliveryOutcome>(delivery.state === 'arrived' ? 'slip' : 'arrived')
  const [on, setOn] = useState<Day>(today())
  const [signedBy, setSignedBy] = useState('')
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>()
  const [requestId] = useState(() => crypto.randomUUID())

  async function record(): Promise<void> {
    try {
      await api.deliveries.recordOutcome({ id: delivery.id, outcome, on, signedBy, note, requestId })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('deliveries', 'limitation')
    message.success(t('result.done', { number: delivery.number }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={t('result.title', { number: delivery.number })}
      onClose={onClose}
      actions={[
        { key: 'cancel', label: t('ui:action.cancel'), onRun: onClose },
        { key: 'record', label: t('result.button'), shortcut: KEYS.post, kind: 'primary', onRun: record },
      ]}
    >
      <p className="quiet">{t('result.text', { customer: delivery.customerName, on: delivery.on, way: t(`way.${delivery.way}`), tracking: delivery.tracking })}</p>
      <DocumentForm columns={2} error={error}>
        <Field name="outcome" label={t('result.outcome')} required><Select autoFocus value={outcome} options={outcomes} onChange={setOutcome} /></Field>
        <Field name="on" label={t('result.on')} required><DayInput value={on} onChange={(value) => setOn(value ?? today())} /></Field>
        <Field name="signedBy" label={t('result.signedBy')} span={2}><Input maxLength={120} placeholder={t('result.signedByHint')} value={signedBy} onChange={(event) => setSignedBy(event.target.value)} /></Field>
        <Field name="note" label={t('result.note')} span={2}><Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
