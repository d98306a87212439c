/** What the clerk decides about a batch of papers. */
import type { AccountPaperContent, AccountPaperKind, AccountPaperRow, Auditor } from '../../shared/accountPapers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { api } from '../api.ts'

export interface Terms {
  kind: AccountPaperKind
  from: Day
  asOf: Day
  currency: string | undefined
  language: AccountPaperContent['language']
  auditor: Auditor
}

export const auditorMissing = ({ kind, auditor }: Terms): boolean => kind === 'confirmation' && (auditor.name.trim() === '' || auditor.address.trim() === '')

/** So many papers are posted together; between two lots the work can be stopped, and every paper that was issued is whole. */
const LOT = 50

export interface Step {
  done: number
  total: number
}

/** Issues the papers lot by lot; stopped, it answers those that were issued until then. */
export async function* issueAll(terms: Terms, customerIds: readonly number[], signal: AbortSignal): AsyncGenerator<Step, AccountPaperRow[]> {
  const { kind, from, asOf, currency, language, auditor } = terms
  const papers: AccountPaperRow[] = []
  for (let start = 0; start < customerIds.length && !signal.aborted; start += LOT) {
    yield { done: start, total: customerIds.length }
    const shared = { customerIds: customerIds.slice(start, start + LOT), asOf, currency, language, requestId: crypto.randomUUID() }
    const issued = kind === 'statement' ? await api.accountPapers.issueStatements({ ...shared, from }) : await api.accountPapers.issueConfirmations({ ...shared, auditor })
    papers.push(...issued.papers)
  }
  return papers
}

/** The auditor of the last confirmation: mostly the same writes again. */
export async function lastAuditor(signal: AbortSignal): Promise<Auditor | null> {
  const [last] = (await api.accountPapers.confirmations({ limit: 1 }, { signal })).rows
  return last ? (await api.accountPapers.get({ id: last.id }, { signal })).content.auditor : null
}
