/** Sends papers by e-mail, each with its PDF: to whom, the words, and what came of each. Ctrl+Enter sends, Esc stops. */
import { Alert, App, Input, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { zAddress, type MailResult } from '../../shared/deliveries/mailSchemas.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { api, invalidate } from '../api.ts'
import { InstantText } from '../ui/day.tsx'
import { ActionDialog } from '../ui/dialogs.tsx'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { mailLots, type Step } from './batch.ts'
import './deliveries.css'
import type { Paper } from './sendDialog.tsx'

const isAddress = (text: string): boolean => zAddress.safeParse(text).success

export function MailDialog({ paper, papers, onClose }: { paper: DeliveredPaper; papers: readonly Paper[]; onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const ids = papers.map(({ id }) => id)
  const draft = useQuery((signal) => api.deliveries.draftMails({ paper, documentIds: ids }, { signal }), [ids.join()])
  const work = useLongWork<Step, void>()
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [results, setResults] = useState<ReadonlyMap<number, MailResult>>(new Map())
  const rows = draft.data?.letters ?? []
  const toOf = (row: (typeof rows)[number]): string => (typed[row.documentId] ?? row.to).trim()
  // What was cut off may have gone out; it is not sent again unasked.
  const open = rows.filter((row) => !results.get(row.documentId)?.sent && results.get(row.documentId)?.reason !== 'interrupted')
  const ready = open.filter((row) => isAddress(toOf(row)))

  async function send(): Promise<void> {
    const told = new Map(results)
    try {
      await work.start((signal) => Promise.resolve(mailLots(paper, ready.map((row) => ({ documentId: row.documentId, to: toOf(row) })), crypto.randomUUID(), signal, (lot) => {
        for (const result of lot) told.set(result.documentId, result)
        setResults(new Map(told))
      })))
    } finally {
      invalidate('deliveries', 'dunning', 'accountPapers')
    }
    const sent = [...told.values()].filter((result) => result.sent).length
    const failed = told.size - sent
    if (failed === 0) message.success(t('mail.done', { sent }))
    else message.warning(t('mail.failed', { sent, failed }))
  }

  function stateOf(row: (typeof rows)[number]): ReactNode {
    const result = results.get(row.documentId)
    if (result?.sent) return <Tag color="green">{t('mail.sent')}</Tag>
    if (result && result.reason !== '') return <span className="negative" title={result.answer}>{t(`mail.reason.${result.reason}`)}</span>
    if (toOf(row) !== '' && !isAddress(toOf(row))) return <span className="negative">{t('mail.badAddress')}</span>
    if (row.mailedAt !== null) return <Tag color="orange">{t('mail.mailed', { at: '' })}<InstantText value={row.mailedAt} /></Tag>
    return <span className="quiet">{toOf(row) === row.to ? t(`mail.source.${row.source}`) : ''}</span>
  }

  return (
    <ActionDialog
      open
      width={820}
      title={t('mail.title', { count: papers.length })}
      onClose={() => (work.running ? work.cancel() : onClose())}
      actions={[
        { key: 'cancel', label: t('ui:action.close'), hidden: work.running, onRun: onClose },
        {
          key: 'send', label: t(results.size > 0 ? 'mail.again' : 'mail.send'), shortcut: KEYS.post, kind: 'primary', onRun: send,
          disabled: !draft.data?.ready ? t('mail.notReady') : ready.length === 0 ? t('mail.nothing') : work.running,
        },
      ]}
    >
      {draft.error !== undefined && <ErrorState error={draft.error} onRetry={draft.refresh} />}
      {!draft.data && draft.error === undefined && <LoadingState />}
      {draft.data && (
        <div className="batch">
          {!draft.data.ready && <Alert type="warning" showIcon title={t('mail.notReady')} />}
          <WorkProgress work={work} read={({ done, total }) => ({ done, total, text: t('mail.progress', { done, total }) })} />
          <div className="mail-lines">
            <table>
              <thead><tr><th>{t('field.number')}</th><th>{t('field.customerName')}</th><th>{t('mail.to')}</th><th>{t('mail.state')}</th></tr></thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={row.documentId}>
                    <td>{row.number}</td><td>{row.customerName}</td>
                    <td>
                      <Input
                        size="small"
                        autoFocus={index === 0}
                        type="email"
                        maxLength={200}
                        aria-label={`${t('mail.to')} ${row.number}`}
                        disabled={work.running || results.get(row.documentId)?.sent === true}
                        status={toOf(row) !== '' && !isAddress(toOf(row)) ? 'error' : ''}
                        value={typed[row.documentId] ?? row.to}
                        onChange={(event) => setTyped({ ...typed, [row.documentId]: event.target.value })}
                      />
                    </td>
                    <td>{stateOf(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <span className="quiet">{draft.data.from === '' ? '' : t('mail.from', { from: draft.data.from })}</span>
            <pre className="mail-sample" aria-label={t('settings.body')}>{t('mail.subject', { subject: draft.data.sample.subject })}{'\n\n'}{draft.data.sample.text}</pre>
          </div>
        </div>
      )}
    </ActionDialog>
  )
}
