import { z } from 'zod'
import { zId } from '../procedure.ts'
import { LETTER_LANGUAGES } from '../templates/schemas.ts'
import { zDeliveredPaper } from './schemas.ts'

/** So many papers go into one file; it bounds what is in memory at once. */
export const PAPERS_A_FILE = 100
export const MOST_EXPORTED = 10_000
/** A browser is handed one archive, which is in memory as a whole. */
export const MOST_ZIPPED = 200

/** together: files of a hundred papers each · perCustomer: one file for each customer. */
export const EXPORT_GROUPINGS = ['together', 'perCustomer'] as const
export type ExportGrouping = (typeof EXPORT_GROUPINGS)[number]

const exportTerms = z.object({
  paper: zDeliveredPaper, grouping: z.enum(EXPORT_GROUPINGS).default('together').meta({ description: 'together 每 100 份一个文件 · perCustomer 每位客户一个文件' }),
  language: z.enum(LETTER_LANGUAGES).default('zh-CN').meta({ description: '文件名的语言' }),
})
export const exportInput = exportTerms.extend({ documentIds: z.array(zId).min(1).max(MOST_EXPORTED) })
export const zipInput = exportTerms.extend({ documentIds: z.array(zId).min(1).max(MOST_ZIPPED) })
export type ExportInput = z.output<typeof exportInput>

export const exportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int(), file: z.string() }),
  z.object({ type: z.literal('done'), folder: z.string().nullable().meta({ description: '空为用户取消了选择文件夹' }), files: z.int(), papers: z.int() }),
])
export type ExportEvent = z.infer<typeof exportEvent>
