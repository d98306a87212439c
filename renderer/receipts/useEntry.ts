/**
 * The state of the entry sheet: the row that is typed, its suggested allocation, and posting.
 *
 * The state also lives in a ref, because Ctrl+Enter must see the very last key even before React has drawn it. Answers
 * are kept only for the question that is on screen now, and posting waits for that answer, so a fast clerk posts the
 * allocation of what was typed and never that of a moment before. One row has one `requestId` until it is posted: pressed
 * twice, or again after a lost connection, it is posted once.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { ZERO } from '../../shared/money.ts'
import type { ReceiptView, Suggestion } from '../../shared/receipts/schemas.ts'
import { api, invalidate } from '../api.ts'
import { refusalOf } from '../ui/refusal.ts'
import { holdKeys } from '../ui/typeAhead.ts'
import { keepDecisions, overdrawn, suggestedDrafts, type AllocationDraft } from './allocation.ts'
import type { AllocationStep } from './allocationPanel.tsx'
import { isBlank, nextRow, problemOf, questionOf, refusedField, toReceipt, type EntryField, type EntryProblem, type EntryRow } from './entryRow.ts'

const PAUSE_MS = 150
const OPEN_ITEMS_SHOWN = 500

export interface Trouble {
  field: EntryField | 'allocations' | null
  /** The item whose line is meant. */
  itemId: number | null
  problem: EntryProblem | null
  error: unknown
}

export interface EntryState {
  row: EntryRow
  requestId: string
  drafts: AllocationDraft[]
  /** The clerk changed the lines by hand; a new answer keeps these decisions. */
  decided: boolean
  /** The question that `drafts` answers. */
  answered: string | null
  gaveUp: boolean
  /** What the reference names and is settled already. */
  settled: readonly string[]
  trouble: Trouble | null
  posting: boolean
}

const freshState = (row: EntryRow): EntryState => ({
  row, requestId: crypto.randomUUID(), drafts: [], decided: false, answered: null, gaveUp: false, settled: [], trouble: null, posting: false,
})

async function ask(row: EntryRow): Promise<Suggestion> {
  const customerId = row.customer?.id
  if (!customerId || !row.receivedOn) return { lines: [], advance: ZERO, gaveUp: false, settled: [] }
  if (row.amount && row.amount > 0) {
    return api.receipts.suggest({ customerId, amount: row.amount, receivedOn: row.receivedOn, reference: row.reference.trim(), ...(row.currency === null ? {} : { currency: row.currency }) })
  }
  // Before the amount is known there is nothing to suggest, but the clerk already sees what the customer owes.
  const page = await api.invoices.items({ customerId, includeCredits: false, limit: OPEN_ITEMS_SHOWN, sort: [{ field: 'dueOn', dir: 'asc' }], withTotals: false, ...(row.currency === null ? {} : { filters: [{ field: 'currency', op: 'eq' as const, value: row.currency }] }) })
  return { lines: page.rows.map((item) => ({ ...item, free: item.open, suggested: ZERO, difference: ZERO, reason: null })), advance: ZERO, gaveUp: false, settled: [] }
}

export interface Entry extends EntryState {
  changeRow: (change: Partial<EntryRow>) => void
  changeDrafts: (step: AllocationStep) => void
  suggestAgain: () => void
  post: () => Promise<ReceiptView | null>
  takeBack: () => void
  restore: () => void
  canRestore: boolean
}

export function useEntry(start: EntryRow): Entry {
  const [state, setState] = useState(() => freshState(start))
  const [cleared, setCleared] = useState<EntryState | null>(null)
  const now = useRef(state)
  /** The day of the last posted row. */
  const lasting = useRef(start.receivedOn)
  const put = useCallback((change: Partial<EntryState>): void => {
    now.current = { ...now.current, ...change }
    setState(now.current)
  }, [])

  /** Brings the lines up to the row; an answer that comes after the row has changed again is dropped. */
  const answer = useCallback(async (): Promise<void> => {
    const question = questionOf(now.current.row)
    if (question === now.current.answered) return
    if (question === null) return put({ answered: null, drafts: [], decided: false, gaveUp: false, settled: [] })
    try {
      const suggestion = await ask(now.current.row)
      if (questionOf(now.current.row) !== question || now.current.answered === question) return
      const drafts = now.current.decided ? keepDecisions(now.current.drafts, suggestion) : suggestedDrafts(suggestion)
      put({ drafts, answered: question, gaveUp: suggestion.gaveUp && !now.current.decided, settled: suggestion.settled })
    } catch (error) {
      if (questionOf(now.current.row) === question) put({ trouble: troubleOf(error, now.current.drafts) })
    }
  }, [put])

  const question = questionOf(state.row)
  useEffect(() => {
    const timer = setTimeout(() => void answer(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [question, state.answered, answer])

  function changeRow(change: Partial<EntryRow>): void {
    if (now.current.posting) return
    const row = { ...now.current.row, ...change }
    const another = row.customer?.id !== now.current.row.customer?.id
    put({ row, trouble: null, ...(another ? { drafts: [], decided: false, answered: null, gaveUp: false, settled: [] } : {}) })
  }

  async function post(): Promise<ReceiptView | null> {
    if (now.current.posting) return null
    const incomplete = problemOf(now.current.row, [])
    if (incomplete) {
      put({ trouble: { ...incomplete, itemId: null, error: null } })
      return null
    }
    put({ posting: true, trouble: null })
    // The clerk already types the next row; these keys wait for it.
    const release = holdKeys()
    try {
      await answer()
      if (now.current.trouble) return null
      const { row, drafts, requestId } = now.current
      const found = problemOf(row, drafts)
      const receipt = toReceipt(row, drafts, requestId)
      if (found) put({ trouble: { ...found, itemId: drafts.find(overdrawn)?.item.id ?? null, error: null } })
      if (found || !receipt) return null
      const posted = await api.receipts.record(receipt)
      lasting.current = row.receivedOn
      put(freshState(nextRow(row)))
      setCleared(null)
      release()
      invalidate('receipts', 'invoices', 'customers', 'aging', 'overview', 'dunning')
      return posted
    } catch (error) {
      // The items may have changed meanwhile; the lines are asked for again beside the refusal.
      put({ trouble: troubleOf(error, now.current.drafts), answered: null })
      return null
    } finally {
      // Typed for a row that did not come; the cursor stands where something must be mended.
      release('drop')
      if (now.current.posting) put({ posting: false })
    }
  }

  return {
    ...state,
    changeRow,
    changeDrafts: (step) => {
      if (!now.current.posting) put({ drafts: step(now.current.drafts), decided: true, gaveUp: false, trouble: null })
    },
    suggestAgain: () => put({ decided: false, answered: null, trouble: null }),
    post,
    takeBack: () => {
      if (now.current.posting || isBlank(now.current.row)) return
      setCleared(now.current)
      const { row, trouble } = now.current
      // A day that was refused is not the one to go on with.
      put(freshState(nextRow(trouble?.field === 'receivedOn' ? { ...row, receivedOn: lasting.current } : row)))
    },
    restore: () => {
      if (!cleared || now.current.posting) return
      put({ ...cleared, trouble: null })
      setCleared(null)
    },
    canRestore: cleared !== null,
  }
}

function troubleOf(error: unknown, drafts: readonly AllocationDraft[]): Trouble {
  const place = refusedField(refusalOf(error)?.field)
  return { field: place?.field ?? null, itemId: refusedItem(error, drafts), problem: null, error }
}

/** The item whose line was refused; the backend counts only the lines that take something. */
export function refusedItem(error: unknown, drafts: readonly AllocationDraft[]): number | null {
  const line = refusedField(refusalOf(error)?.field)?.line
  return line === undefined ? null : (drafts.filter((draft) => draft.amount > 0)[line]?.item.id ?? null)
}
