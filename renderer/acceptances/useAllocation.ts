/**
 * What the bills of the entry settle: suggested for their sum, and the clerk's to change. An answer is kept only for the
 * question that is on screen, and registering waits for it, as in the entry of receipts.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { keepDecisions, suggestedDrafts, type AllocationDraft } from '../receipts/allocation.ts'
import type { AllocationStep } from '../receipts/allocationPanel.tsx'

export interface AllocationQuestion {
  customerId: number
  amount: Money
  receivedOn: Day
  reference: string
}
interface State {
  drafts: AllocationDraft[]
  decided: boolean
  answered: string | null
  gaveUp: boolean
}
const NOTHING: State = { drafts: [], decided: false, answered: null, gaveUp: false }
const PAUSE_MS = 150

export function useAllocation(question: AllocationQuestion | null) {
  const [state, setState] = useState(NOTHING)
  const now = useRef(state)
  const asked = useRef(question)
  asked.current = question
  const put = useCallback((change: Partial<State>): void => {
    now.current = { ...now.current, ...change }
    setState(now.current)
  }, [])

  /** Brings the lines up to the question; throws what the backend refused. */
  const answer = useCallback(async (): Promise<AllocationDraft[]> => {
    const wanted = asked.current
    const key = keyOf(wanted)
    if (wanted === null || key === null) put(NOTHING)
    else if (key !== now.current.answered) {
      const suggestion = await api.receipts.suggest(wanted)
      if (keyOf(asked.current) !== key) return now.current.drafts
      const sameCustomer = now.current.drafts[0]?.item.customerId === wanted.customerId
      const decided = now.current.decided && sameCustomer
      put({ drafts: decided ? keepDecisions(now.current.drafts, suggestion) : suggestedDrafts(suggestion), decided, answered: key, gaveUp: suggestion.gaveUp && !decided })
    }
    return now.current.drafts
  }, [put])

  const key = keyOf(question)
  useEffect(() => {
    const timer = setTimeout(() => void answer().catch(() => undefined), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, state.answered, answer])

  return {
    ...state,
    stale: key !== state.answered,
    answer,
    change: (step: AllocationStep): void => put({ drafts: step(now.current.drafts), decided: true, gaveUp: false }),
    /** The items may have changed meanwhile: the next question is asked anew. */
    askAgain: (): void => put({ answered: null }),
  }
}

const keyOf = (question: AllocationQuestion | null): string | null =>
  question === null ? null : JSON.stringify([question.customerId, question.amount, question.receivedOn, question.reference.trim()])
