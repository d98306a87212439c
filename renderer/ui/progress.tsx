/**
 * Long work: shows how far it is, can be cancelled, and never blocks the rest of the program.
 *
 *     const work = useLongWork<ImportProgress, ImportResult>()
 *     const result = await work.start((signal) => api.integration.run(input, { signal }))   // undefined when cancelled
 *     <WorkProgress work={work} read={(step) => ({ done: step.done, total: step.total, text: t('…') })} />
 *
 * The work is an async iterator of the contract: it yields steps and returns its result. What it throws is thrown by start.
 */
import { Button, Progress } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAborted } from './refusal.ts'
import { useShortcut } from './shortcut.ts'

export interface LongWork<Step, Result> {
  running: boolean
  step: Step | undefined
  start: (begin: (signal: AbortSignal) => Promise<AsyncIterator<Step, Result>>) => Promise<Result | undefined>
  cancel: () => void
}

export function useLongWork<Step, Result>(): LongWork<Step, Result> {
  const [running, setRunning] = useState(false)
  const [step, setStep] = useState<Step>()
  const abort = useRef<AbortController>(null)
  const cancel = useCallback(() => abort.current?.abort(), [])
  // A page that is closed stops its work.
  useEffect(() => cancel, [cancel])

  const start = useCallback(async (begin: (signal: AbortSignal) => Promise<AsyncIterator<Step, Result>>): Promise<Result | undefined> => {
    const controller = new AbortController()
    abort.current = controller
    setRunning(true)
    setStep(undefined)
    try {
      const steps = await begin(controller.signal)
      for (;;) {
        const next = await steps.next()
        if (next.done) return next.value
        setStep(next.value)
      }
    } catch (error) {
      if (controller.signal.aborted || isAborted(error)) return undefined
      throw error
    } finally {
      setRunning(false)
    }
  }, [])
  return { running, step, start, cancel }
}

export interface ProgressView {
  done: number
  total?: number
  text?: string
}

export function WorkProgress<Step, Result>({ work, read }: { work: LongWork<Step, Result>; read: (step: Step) => ProgressView }) {
  const { t } = useTranslation('ui')
  useShortcut('Escape', work.cancel, work.running)
  if (!work.running) return null
  const view = work.step === undefined ? undefined : read(work.step)
  const percent = view?.total ? Math.floor((view.done / view.total) * 100) : 0
  return (
    <div className="work-progress" role="status">
      <Progress percent={percent} status="active" showInfo={view?.total !== undefined} />
      <span>{view?.text ?? t('progress.starting')}</span>
      <Button onClick={work.cancel}>{t('action.cancel')} <kbd>Esc</kbd></Button>
    </div>
  )
}
