/** Records how papers were sent: the way, the day, the tracking number. Several at once went in one envelope. Ctrl+Enter records. */
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import type { DeliveredPaper, DeliveryWay } from '../../shared/deliveries/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useDeliveryOptions } from './deliveryWords.ts'

/** What the dialogs must know of a paper. */
export interface Paper {
  id: number
  number: string
}

export function SendDialog({ paper, papers, onClose }: { paper: DeliveredPaper; papers: readonly Paper[]; onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const { ways } = useDeliveryOptions()
  const [way, setWay] = useState<DeliveryWay>('courier')
  const [on, setOn] = useState<Day>(today())
  const [tracking, setTracking] = useState('')
  const [recipient, setRecipient] = useState('')
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>()
  const [requestId] = useState(() => crypto.randomUUID())
  const [first] = papers

  async function record(): Promise<void> {
    try {
      await api.deliveries.record({ paper, documentIds: papers.map(({ id }) => id), way, on, tracking, recipient, note, requestId })
    } catch (refused) {
      setError(refused)
      return
    }
    invalidate('deliveries')
    message.success(t('send.done', { count: papers.length }))
    onClose()
  }

  return (
    <ActionDialog
      open
      title={papers.length === 1 ? t('send.titleOne', { number: first?.number }) : t('send.title', { count: papers.length })}
      onClose={onClose}
      actions={[
        { key: 'cancel', label: t('ui:action.cancel'), onRun: onClose },
        { key: 'record', label: t('send.button'), shortcut: KEYS.post, kind: 'primary', onRun: record },
      ]}
    >
      {papers.length > 1 && <p className="quiet delivery-numbers">{t('send.text', { numbers: papers.map(({ number }) => number).join('、') })}</p>}
      <DocumentForm columns={2} error={error}>
        <Field name="way" label={t('field.way')} required><Select autoFocus value={way} options={ways} onChange={setWay} /></Field>
        <Field name="on" label={t('field.on')} required><DayInput value={on} onChange={(value) => setOn(value ?? today())} /></Field>
        <Field name="tracking" label={t('send.tracking')}><Input maxLength={60} value={tracking} onChange={(event) => setTracking(event.target.value)} /></Field>
        <Field name="recipient" label={t('field.recipient')}><Input maxLength={120} placeholder={t('send.recipientHint')} value={recipient} onChange={(event) => setRecipient(event.target.value)} /></Field>
        <Field name="note" label={t('field.note')} span={2}><Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
