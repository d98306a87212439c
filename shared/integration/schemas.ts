import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId } from '../procedure.ts'

export const TARGETS = ['customers', 'receivables', 'receipts'] as const
export const zTarget = z.enum(TARGETS).meta({ description: 'customers 客户 · receivables 应收单 · receipts 收款单' })
export type Target = z.infer<typeof zTarget>

/** A multipart form carries texts, so true and objects may arrive as text. */
const flag = z.preprocess((value) => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' || value === '' ? false : value), z.boolean())
const record = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}, z.record(z.string(), z.int().min(0).max(499)))

export const importInput = z.object({
  file: z.file(),
  target: zTarget.optional().meta({ description: '空则按表头判断' }),
  sheet: z.string().max(120).optional(), headerRow: z.coerce.number<number>().int().min(1).max(1000).optional(),
  mapping: record.optional().meta({ description: 'JSON：字段 → 列号（从 0 起）；空则按表头词语与记住的对应' }),
  currency: zCurrency.optional().meta({ description: '文件没有币种列时的币种；空为本位币' }),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  createCustomers: flag.optional().meta({ description: '文件中账套没有的客户一并建立；不给出时，只有账套还没有任何客户才建立' }),
  allocate: z.enum(['none', 'suggest']).default('none').meta({ description: '收款导入后是否按建议核销' }),
})
export type ImportInput = z.output<typeof importInput>

export const problem = z.object({
  row: z.int().nullable().meta({ description: '文件中的行号（从 1 起）；整个文件的问题为空' }),
  column: z.string().meta({ description: '列标题' }), code: z.string(), value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(), message: z.string().optional(),
})
export type Problem = z.infer<typeof problem>

export const fileColumn = z.object({ index: z.int(), title: z.string(), samples: z.array(z.string()) })
export const inspection = z.object({
  fileName: z.string(), format: z.string(), encoding: z.string(), sheets: z.array(z.string()), sheet: z.string(),
  target: zTarget.nullable(), headerRow: z.int().nullable(), columns: z.array(fileColumn), mapping: z.record(z.string(), z.int()), remembered: z.boolean(),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']), dateOrderCertain: z.boolean(), openingAsOf: zDay.nullable(),
  rows: z.int(), create: z.int(), skipped: z.record(z.string(), z.int()).meta({ description: '跳过的行数，按原因' }),
  newCustomers: z.int(), createCustomers: z.boolean(), suggestCreateCustomers: z.boolean(), receipts: z.int(), total: zMoney,
  preview: z.array(z.object({ row: z.int(), values: z.record(z.string(), z.string()), state: z.enum(['create', 'skip', 'problem']) })),
  problems: z.array(problem), problemCount: z.int(),
})
export type Inspection = z.infer<typeof inspection>

export const importProgress = z.object({ stage: z.enum(['reading', 'checking', 'writing']), done: z.int(), of: z.int() })
export type ImportProgress = z.infer<typeof importProgress>
export const importResult = z.object({
  id: zId.nullable(), target: zTarget, fileName: z.string(), rows: z.int(), created: z.int(), customersCreated: z.int(), receiptsCreated: z.int(), allocationsCreated: z.int(),
  skipped: z.record(z.string(), z.int()), total: zMoney, startOn: zDay.nullable().meta({ description: '由期初表截止日定下的启用日' }),
})
export type ImportResult = z.infer<typeof importResult>
export const importEvent = z.union([
  z.object({ type: z.literal('progress'), progress: importProgress }),
  z.object({ type: z.literal('problems'), problems: z.array(problem), problemCount: z.int() }),
  z.object({ type: z.literal('done'), result: importResult }),
])
export const importRow = z.object({
  id: zId, target: zTarget, fileName: z.string(), at: z.string(), by: z.string(), rows: z.int(), created: z.int(), skipped: z.int(),
})
export type ImportRow = z.infer<typeof importRow>
export type ImportEvent = z.infer<typeof importEvent>
