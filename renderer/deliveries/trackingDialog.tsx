/** Pastes many tracking numbers at once: all of them are recorded, or none, with what is wrong line by line. Ctrl+Enter records. */
import { Alert, App, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { readTracking, trackingProblems } from '../../shared/deliveries/rules.ts'
import { TRACKING_LINES, type TrackingProblem } from '../../shared/deliveries/schemas.ts'
import { api, invalidate } from '../api.ts'
import { DayInput } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useDeliveryOptions } from './deliveryWords.ts'

type Way = 'courier' | 'registered'

export function TrackingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const { ways } = useDeliveryOptions()
  const [text, setText] = useState('')
  const [way, setWay] = useState<Way>('courier')
  const [on, setOn] = useState<Day>(today())
  const [told, setTold] = useState<readonly TrackingProblem[]>()
  const [error, setError] = useState<unknown>()
  const [requestId] = useState(() => crypto.randomUUID())
  const lines = readTracking(text)
  // What is wrong in the list itself is told while it is typed, the rest when the ledger was asked.
  const problems = told ?? trackingProblems(lines)

  async function record(): Promise<void> {
    try {
      const { posted, problems: found } = await api.deliveries.recordTracking({ lines, way, on, requestId })
      setError(undefined)
      if (found.length > 0) {
        setTold(found)
        return
      }
      invalidate('deliveries')
      message.success(t('paste.done', { count: posted }))
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <ActionDialog
      open
      width={680}
      title={t('paste.title')}
      onClose={onClose}
      actions={[
        { key: 'cancel', label: t('ui:action.cancel'), onRun: onClose },
        { key: 'record', label: t('paste.record'), shortcut: KEYS.post, kind: 'primary', disabled: lines.length === 0 || lines.length > TRACKING_LINES || problems.length > 0, onRun: record },
      ]}
    >
      <div className="batch">
        <p className="quiet">{t('paste.text')}</p>
        <Input.TextArea
          autoFocus
          aria-label={t('paste.area')}
          className="tracking-text"
          rows={10}
          value={text}
          placeholder={'CK-202611-0001\tSF1234567890123'}
          onChange={(event) => {
            setText(event.target.value)
            setTold(undefined)
          }}
        />
        <p className="quiet" role="status">{t('paste.count', { count: lines.length })}</p>
        {problems.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('paste.problems', { count: problems.length })}
            description={
              <ul className="tracking-problems">
                {problems.map(({ row, reason, number, tracking }) => <li key={row}>{t('paste.row', { row })}：{t(`paste.problem.${reason}`, { number, tracking })}</li>)}
              </ul>
            }
          />
        )}
        <DocumentForm columns={2} error={error}>
          <Field name="way" label={t('paste.way')}><Select value={way} options={ways.filter(({ value }) => value === 'courier' || value === 'registered')} onChange={(value) => setWay(value === 'registered' ? 'registered' : 'courier')} /></Field>
          <Field name="on" label={t('paste.on')}><DayInput value={on} onChange={(value) => { setOn(value ?? today()); setTold(undefined) }} /></Field>
        </DocumentForm>
      </div>
    </ActionDialog>
  )
}
