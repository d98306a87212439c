/**
 * The files that were dropped and what is known of each. A file is inspected when it comes and again when something about
 * it is decided; a late answer to an earlier decision is dropped.
 */
import { useCallback, useRef, useState } from 'react'
import type { StatementInput, StatementInspection, StatementResult } from '../../shared/bank/fileSchemas.ts'
import type { Problem } from '../../shared/sheets/schemas.ts'
import { api } from '../api.ts'

export type StatementDraft = Partial<Omit<StatementInput, 'file'>> & { file: File }

export interface StatementFile {
  id: number
  draft: StatementDraft
  inspection: StatementInspection | undefined
  loading: boolean
  error: unknown
  /** What its import answered. */
  result: StatementResult | undefined
}

/** Something of it can be imported as it stands. */
export const isReady = ({ inspection, loading, result }: StatementFile): boolean =>
  result === undefined && !loading && inspection !== undefined && inspection.problemCount === 0 && inspection.newLines > 0 && inspection.account.bankAccountId !== null

/** What the last run found goes before what the preview found: the ledger may have changed between them. */
export const withProblems = (file: StatementFile, problems: Problem[], problemCount: number): StatementFile =>
  file.inspection ? { ...file, inspection: { ...file.inspection, problems, problemCount } } : file

export function useStatementFiles() {
  const [files, setFiles] = useState<readonly StatementFile[]>([])
  const numbered = useRef(0)

  const put = useCallback((id: number, change: (file: StatementFile) => StatementFile): void => {
    setFiles((before) => before.map((file) => (file.id === id ? change(file) : file)))
  }, [])

  const inspect = useCallback((id: number, draft: StatementDraft): void => {
    put(id, (file) => ({ ...file, draft, loading: true, error: undefined, result: undefined }))
    const answered = (change: Partial<StatementFile>): void => put(id, (file) => (file.draft === draft ? { ...file, ...change, loading: false } : file))
    api.bank.inspect(draft).then((inspection) => answered({ inspection }), (error: unknown) => answered({ error }))
  }, [put])

  const add = useCallback((chosen: readonly File[]): void => {
    const added = chosen.map((file): StatementFile => {
      numbered.current += 1
      return { id: numbered.current, draft: { file }, inspection: undefined, loading: true, error: undefined, result: undefined }
    })
    setFiles((before) => [...before, ...added])
    for (const { id, draft } of added) inspect(id, draft)
  }, [inspect])

  return { files, add, put, inspect, remove: (id: number) => setFiles((before) => before.filter((file) => file.id !== id)), clear: () => setFiles([]) }
}
