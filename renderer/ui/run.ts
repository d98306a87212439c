/**
 * Runs what a button does: while it runs `busy` is true and a second press does nothing; what it throws is said.
 *
 *     const { run, busy } = useRun()
 *     run(async () => { await api.receipts.reverse({ id }); invalidate('receipts') })
 *
 * `onError` may take the error itself (a form marks its field) and return true.
 */
import { App } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { isAborted, useErrorWords } from './refusal.ts'

export function useRun(onError?: (error: unknown) => boolean): { run: (work: () => void | Promise<void>) => Promise<boolean>; busy: boolean } {
  const { notification } = App.useApp()
  const words = useErrorWords()
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const handle = useRef(onError)
  handle.current = onError

  const run = useCallback(
    async (work: () => void | Promise<void>): Promise<boolean> => {
      if (running.current) return false
      running.current = true
      setBusy(true)
      try {
        await work()
        return true
      } catch (error) {
        if (!isAborted(error) && !handle.current?.(error)) notification.error({ title: words(error), placement: 'bottomRight', duration: 8 })
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [notification, words],
  )
  return { run, busy }
}
