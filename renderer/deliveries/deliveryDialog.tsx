/** One delivery: what came of it, its scans, and the way to undo a slip of the hand. Alt+R records an outcome, Alt+F adds a scan. */
import { DownloadOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button, Tag } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRow, OutcomeRow } from '../../shared/deliveries/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DayText, InstantText } from '../ui/day.tsx'
import { ActionDialog, useDialogs } from '../ui/dialogs.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { STATE_COLORS } from './deliveryWords.ts'
import './deliveries.css'
import { OutcomeDialog } from './outcomeDialog.tsx'

const ACCEPTED = '.pdf,.png,.jpg,.jpeg'

export function DeliveryDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const { confirm } = useDialogs()
  const { can } = useSession()
  const query = useQuery((signal) => api.deliveries.get({ id }, { signal }), [id], ['deliveries'])
  const [noting, setNoting] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<unknown>()
  const delivery = query.data

  async function attach(file: File | undefined): Promise<void> {
    if (!file) return
    try {
      await api.deliveries.attach({ id, file, requestId: crypto.randomUUID() })
      setError(undefined)
      invalidate('deliveries')
      message.success(t('view.attached', { name: file.name }))
    } catch (refused) {
      setError(refused)
    }
  }
  async function undo(outcome: OutcomeRow): Promise<void> {
    if (!(await confirm({ title: t('view.undoTitle', { outcome: t(`outcome.${outcome.outcome}`) }), content: t('view.undoText'), yes: t('view.undo'), danger: true }))) return
    try {
      await api.deliveries.undoOutcome({ id, outcomeId: outcome.id, requestId: crypto.randomUUID() })
      setError(undefined)
    } catch (refused) {
      setError(refused)
    }
    invalidate('deliveries', 'limitation')
  }
  async function download(file: FileRow): Promise<void> {
    try {
      saveFile(await api.deliveries.file({ id, fileId: file.id }))
    } catch (refused) {
      setError(refused)
    }
  }
  function openDocument(): void {
    if (!delivery) return
    openPage(delivery.paper === 'letter' ? 'letter' : 'accountPaper', { id: delivery.documentId })
    onClose()
  }

  return (
    <ActionDialog
      open
      width={620}
      title={t('view.title', { number: delivery?.number ?? '' })}
      onClose={onClose}
      actions={[
        { key: 'document', label: t('view.document'), shortcut: 'Alt+O', disabled: !delivery, onRun: openDocument },
        { key: 'attach', label: t('view.attach'), shortcut: 'Alt+F', hidden: !can('letters.write'), disabled: !delivery, onRun: () => chooser.current?.click() },
        { key: 'result', label: t('result.button'), shortcut: 'Alt+R', kind: 'primary', hidden: !can('letters.write'), disabled: !delivery, onRun: () => setNoting(true) },
      ]}
    >
      {query.error !== undefined && <ErrorState error={query.error} onRetry={query.refresh} />}
      {error !== undefined && <ErrorState error={error} />}
      {!delivery ? <LoadingState /> : (
        <div className="delivery">
          <p><Tag color={STATE_COLORS[delivery.state]}>{t(`state.${delivery.state}`)}</Tag>{t('result.text', { customer: delivery.customerName, on: delivery.on, way: t(`way.${delivery.way}`), tracking: delivery.tracking })}</p>
          {(delivery.recipient !== '' || delivery.note !== '') && <p className="quiet">{[delivery.recipient, delivery.note].filter((text) => text !== '').join(' · ')}</p>}
          <h3>{t('view.outcomes')}</h3>
          {delivery.outcomes.length === 0 && <p className="quiet">{t('view.none')}</p>}
          <ul className="delivery-lines">
            {delivery.outcomes.map((each) => (
              <li key={each.id} className={each.undone || each.undoesId !== null ? 'quiet' : ''}>
                <DayText value={each.on} /> <span className={each.undone ? 'undone' : ''}>{each.undoesId === null ? t(`outcome.${each.outcome}`) : t('view.undoes')}</span> {each.signedBy}
                {each.note !== '' && <span className="quiet"> {each.note}</span>} <span className="quiet">{each.postedBy} <InstantText value={each.postedAt} /></span>
                {each.undone && <Tag>{t('view.undone')}</Tag>}
                {!each.undone && each.undoesId === null && can('letters.write') && <Button size="small" type="link" icon={<UndoOutlined />} onClick={() => void undo(each)}>{t('view.undo')}</Button>}
              </li>
            ))}
          </ul>
          <h3>{t('view.files')}</h3>
          {delivery.attached.length === 0 && <p className="quiet">{t('view.noFiles')}</p>}
          <ul className="delivery-lines">
            {delivery.attached.map((file) => (
              <li key={file.id}>
                <Button size="small" type="link" icon={<DownloadOutlined />} aria-label={t('view.save', { name: file.name })} onClick={() => void download(file)}>{file.name}</Button>
                <span className="quiet">{Math.ceil(file.size / 1024)} KB · {file.postedBy} <InstantText value={file.postedAt} /></span>
              </li>
            ))}
          </ul>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={ACCEPTED}
            aria-label={t('view.attach')}
            onChange={(event) => {
              void attach(event.target.files?.[0])
              // The same file chosen again is a change again.
              event.target.value = ''
            }}
          />
          <p className="quiet">{t('view.attachHint')}</p>
        </div>
      )}
      {noting && delivery && <OutcomeDialog delivery={delivery} onClose={() => setNoting(false)} />}
    </ActionDialog>
  )
}
