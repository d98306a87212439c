/** What the person has decided about a file so far; the rest is proposed by the backend. */
import { TARGETS, type ImportInput, type Target } from '../../shared/integration/schemas.ts'

export type ImportDraft = Partial<Omit<ImportInput, 'file'>> & { file: File }

export const isTarget = (text: string | undefined): text is Target => TARGETS.some((target) => target === text)
