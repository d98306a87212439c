/** Prints or exports many papers with progress; Esc stops, and what was done is whole. Ctrl+Enter starts. */
import { App, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EXPORT_GROUPINGS, MOST_ZIPPED, type ExportGrouping } from '../../shared/deliveries/exportSchemas.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { api, invalidate, isDesktop } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { useLongWork, WorkProgress } from '../ui/progress.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { KEYS } from '../ui/shortcut.ts'
import { exportFiles, printLots, type Step } from './batch.ts'
import './deliveries.css'

interface BatchDialogProps {
  what: 'print' | 'export'
  paper: DeliveredPaper
  ids: readonly number[]
  /** Nothing was ticked, so these are all that the list shows. */
  whole: boolean
  print: (ids: number[]) => Promise<void>
  onClose: () => void
}

export function BatchDialog({ what, paper, ids, whole, print, onClose }: BatchDialogProps) {
  const { t } = useTranslation(['deliveries', 'ui'])
  const { message } = App.useApp()
  const language = useLanguage()
  const work = useLongWork<Step, string>()
  const [grouping, setGrouping] = useState<ExportGrouping>('together')
  const zips = what === 'export' && !isDesktop
  const tooMany = zips && ids.length > MOST_ZIPPED

  /** Answers the words that tell what was done; none when the person chose no folder. */
  async function* steps(signal: AbortSignal): AsyncGenerator<Step, string> {
    if (what === 'print') {
      const done = yield* printLots(print, ids, signal)
      return t(done < ids.length ? 'batch.stopped' : 'batch.printed', { done })
    }
    if (zips) {
      yield { done: 0, total: ids.length, file: '' }
      saveFile(await api.deliveries.zipPapers({ paper, documentIds: [...ids], grouping, language }, { signal }))
      return t('batch.zipped', { papers: ids.length })
    }
    const { folder, papers } = yield* exportFiles(paper, [...ids], grouping, language, signal)
    if (folder !== null) return t('batch.done', { papers, folder })
    return signal.aborted ? t('batch.stopped', { done: papers }) : ''
  }

  async function start(): Promise<void> {
    try {
      const told = await work.start((signal) => Promise.resolve(steps(signal)))
      if (told) message.success(told, 6)
      if (told !== '') onClose()
    } finally {
      invalidate('dunning', 'accountPapers')
    }
  }

  return (
    <ActionDialog
      open
      title={t(what === 'print' ? 'batch.printTitle' : 'batch.title', { count: ids.length })}
      onClose={() => (work.running ? work.cancel() : onClose())}
      actions={[
        { key: 'cancel', label: t('ui:action.cancel'), hidden: work.running, onRun: onClose },
        { key: 'start', label: t(what === 'print' ? 'batch.print' : zips ? 'batch.zip' : 'batch.folder'), shortcut: KEYS.post, kind: 'primary', disabled: tooMany || work.running, onRun: start },
      ]}
    >
      <div className="batch">
        {whole && <p>{t('batch.all', { count: ids.length })}</p>}
        {what === 'export' && (
          <Radio.Group aria-label={t('batch.grouping')} value={grouping} disabled={work.running} onChange={(event) => setGrouping(EXPORT_GROUPINGS.find((each) => each === event.target.value) ?? 'together')}>
            {EXPORT_GROUPINGS.map((value) => <Radio key={value} value={value} autoFocus={value === grouping}>{t(`batch.${value}`)}</Radio>)}
          </Radio.Group>
        )}
        <p className={tooMany ? 'negative' : 'quiet'}>{what === 'print' ? t('batch.printText') : zips ? t('batch.zipText', { most: MOST_ZIPPED }) : t('batch.folderText')}</p>
        <WorkProgress work={work} read={({ done, total, file }) => ({ done, total, text: t('batch.progress', { done, total, file }) })} />
      </div>
    </ActionDialog>
  )
}
