/** What the tabs of bank lines share: what they are told, and what they say after each act. */
import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { GridFilter, GridRequest } from '../../shared/grid.ts'
import { invalidate } from '../api.ts'
import type { GridHandle } from '../ui/dataGrid.tsx'
import { useErrorWords } from '../ui/refusal.ts'
import { holdKeys } from '../ui/typeAhead.ts'

export interface BoardProps {
  /** The account and the file that the page is narrowed to. */
  conditions: readonly GridFilter[]
  /** The tabs and the choice of the account. */
  tools: ReactNode
  filters?: readonly GridFilter[]
  search?: string
}

export const narrowed = (request: GridRequest, ...conditions: readonly GridFilter[]): GridRequest => ({ ...request, filters: [...request.filters, ...conditions] })

const ANSWER_MS = 4000
/** The grid draws the rows a moment after it was given them. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), 0))

export interface Said {
  text: string
  bad: boolean
  /** The receipt that was made. */
  receiptId?: number | null
}
/** What was done, in words; null when nothing was. */
export type Done = Omit<Said, 'bad'> | null

/**
 * Runs what is done to a line. Keys that are typed meanwhile wait until the lines are there again and the cursor stands on
 * the next one, so that a clerk who presses the space bar five times accepts five lines and not one of them twice.
 */
export function useLineAct(grid: { current: GridHandle | null }) {
  const words = useErrorWords()
  const [said, setSaid] = useState<Said>()
  const [error, setError] = useState<unknown>()
  const busy = useRef(false)
  const arrived = useRef<() => void>(undefined)

  const reload = useCallback(async (): Promise<void> => {
    const answer = new Promise<void>((resolve) => {
      arrived.current = resolve
      setTimeout(resolve, ANSWER_MS)
    })
    invalidate('bank', 'receipts', 'refunds', 'invoices', 'customers', 'aging', 'overview', 'dunning', 'periods')
    await answer
    await drawn()
    grid.current?.back()
  }, [grid])

  const act = useCallback(async (work: () => Promise<Done>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    const release = holdKeys()
    try {
      const done = await work()
      setError(undefined)
      if (done === null) return
      setSaid({ ...done, bad: false })
      await reload()
      release()
    } catch (refused) {
      setError(refused)
      setSaid({ text: words(refused), bad: true })
    } finally {
      // What was typed for a line that did not come is not meant for this one.
      release('drop')
      busy.current = false
    }
  }, [reload, words])

  return {
    said, error, act, reload,
    say: (text: string, bad = false) => setSaid({ text, bad }),
    /** The grid's page of lines came. */
    came: <Page,>(page: Page): Page => {
      arrived.current?.()
      return page
    },
  }
}
