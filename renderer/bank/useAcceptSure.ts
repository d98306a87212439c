/** Accepts every sure proposal, some at a time, so that it can be stopped between; what was accepted by then stands. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { add, formatMoney, ZERO, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { useDialogs } from '../ui/dialogs.tsx'
import { useLongWork } from '../ui/progress.tsx'

const AT_ONCE = 50

interface Step {
  done: number
  of: number
  amount: Money
}

async function* batches(account: number | undefined, of: number): AsyncGenerator<Step, Step> {
  let step: Step = { done: 0, of, amount: ZERO }
  for (;;) {
    const { accepted, amount, remaining } = await api.bank.acceptSure({ ...(account === undefined ? {} : { bankAccountId: account }), limit: AT_ONCE, requestId: crypto.randomUUID() })
    step = { done: step.done + accepted, of: Math.max(step.done + accepted + remaining, of), amount: add(step.amount, amount) }
    yield step
    if (remaining === 0 || accepted === 0) return step
  }
}

export function useAcceptSure(account: number | undefined, reload: () => Promise<void>, say: (text: string, bad?: boolean) => void) {
  const { t } = useTranslation('bank')
  const { confirm } = useDialogs()
  const work = useLongWork<Step, Step>()
  const last = useRef<Step>(null)

  async function start(): Promise<void> {
    const filters = account === undefined ? [] : [{ field: 'bankAccountId', op: 'eq' as const, value: account }]
    const { sure } = (await api.bank.proposals({ limit: 1, filters, withTotals: false })).counts
    if (sure.lines === 0) return say(t('sure.none'))
    if (!(await confirm({ title: t('sure.title', { count: sure.lines }), content: t('sure.text', { amount: formatMoney(sure.amount) }), yes: t('sure.confirm') }))) return
    last.current = null
    let stopped = false
    const steps = batches(account, sure.lines)
    try {
      const ended = await work.start((signal) => Promise.resolve({
        // Stopping takes effect between two batches; the one that runs is posted as a whole.
        next: async () => {
          if (signal.aborted) throw new DOMException('', 'AbortError')
          const next = await steps.next()
          last.current = next.value
          return next
        },
      }))
      stopped = ended === undefined
    } finally {
      await reload()
    }
    const { done, amount } = last.current ?? { done: 0, amount: ZERO }
    say(t(stopped ? 'sure.stopped' : 'sure.done', { count: done, amount: formatMoney(amount) }))
  }

  return { work, start }
}
