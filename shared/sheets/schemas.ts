import { z } from 'zod'

/** A multipart form carries texts, so true and objects may arrive as text. */
export const flag = z.preprocess((value) => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' || value === '' ? false : value), z.boolean())
/** Field → 0-based column. */
export const zMapping = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}, z.record(z.string(), z.int().min(0).max(499)))
export const zDateOrder = z.enum(['ymd', 'mdy', 'dmy'])

export const problem = z.object({
  row: z.int().nullable().meta({ description: '文件中的行号（从 1 起）；整个文件的问题为空' }),
  column: z.string().meta({ description: '列标题' }), code: z.string(), value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(), message: z.string().optional(),
})
export type Problem = z.infer<typeof problem>

export const fileColumn = z.object({ index: z.int(), title: z.string(), samples: z.array(z.string()) })

export const importProgress = z.object({ stage: z.enum(['reading', 'checking', 'writing']), done: z.int(), of: z.int() })
export type ImportProgress = z.infer<typeof importProgress>
