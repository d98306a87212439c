/** What a step of a bill's life asks for, and how it is sent. */
import type { AcceptanceStep, AcceptanceView } from '../../shared/acceptances/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { money, ZERO, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'

export const STEP_KEYS: Record<AcceptanceStep, string> = {
  split: 'Alt+S', endorse: 'Alt+B', discount: 'Alt+T', present: 'Alt+P', collect: 'Alt+C', dishonour: 'Alt+J', settle: 'Alt+E', notify: 'Alt+Y', undo: 'Alt+Z',
}

export interface StepDraft {
  on: Day | null
  note: string
  /** Endorsee, reason of a refusal, or who was told, as the step asks. */
  text: string
  bankAccountId: number | null
  interest: Money | null
  fee: Money | null
  parts: { amount: Money | null }[]
}

export const blankStep = (bill: AcceptanceView, step: AcceptanceStep, today: Day, bankAccountId: number | null): StepDraft => ({
  on: today < bill.lastOn ? bill.lastOn : today, note: '', text: step === 'notify' ? bill.priorHand : '', bankAccountId, interest: null, fee: null, parts: [{ amount: null }, { amount: null }],
})

export const sumOfParts = (draft: StepDraft): Money => money(draft.parts.reduce((sum, part) => sum + (part.amount ?? 0), 0))
/** What the bank pays after what it keeps; null while that is more than the bill. */
export const netOfStep = (bill: AcceptanceView, draft: StepDraft): Money | null => {
  const net = bill.amount - (draft.interest ?? 0) - (draft.fee ?? 0)
  return net < 0 ? null : money(net)
}

/** Whether everything that the step needs is there. */
export function isComplete(bill: AcceptanceView, step: AcceptanceStep, draft: StepDraft): boolean {
  if (draft.on === null) return false
  if (step === 'split') return draft.parts.filter((part) => part.amount).length >= 2 && sumOfParts(draft) === bill.amount
  if (step === 'endorse' || step === 'dishonour') return draft.text.trim() !== ''
  if (step === 'discount') return draft.bankAccountId !== null && draft.interest !== null
  return step !== 'collect' || draft.bankAccountId !== null
}

export function sendStep(id: number, step: AcceptanceStep, draft: StepDraft, requestId: string): Promise<AcceptanceView> {
  const shared = { id, requestId, note: draft.note.trim(), ...(draft.on ? { on: draft.on } : {}) }
  const text = draft.text.trim()
  const bank = { bankAccountId: draft.bankAccountId ?? 0, fee: draft.fee ?? ZERO }
  switch (step) {
    case 'split': return api.acceptances.split({ ...shared, amounts: draft.parts.flatMap((part) => part.amount ?? []) })
    case 'endorse': return api.acceptances.endorse({ ...shared, endorsee: text })
    case 'discount': return api.acceptances.discount({ ...shared, ...bank, interest: draft.interest ?? ZERO })
    case 'present': return api.acceptances.present(shared)
    case 'collect': return api.acceptances.collect({ ...shared, ...bank })
    case 'dishonour': return api.acceptances.dishonour({ ...shared, reason: text })
    case 'settle': return api.acceptances.settle(shared)
    case 'notify': return api.acceptances.notify({ ...shared, notified: text })
    case 'undo': return api.acceptances.undo(shared)
  }
}
