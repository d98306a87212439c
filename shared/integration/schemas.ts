import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId } from '../procedure.ts'
import { flag, importEvents, inspected, leftOutRow, problem, skippedRows, uploaded } from '../sheets/schemas.ts'

export const TARGETS = ['customers', 'receivables', 'balances', 'receipts'] as const
export const zTarget = z.enum(TARGETS).meta({ description: 'customers 客户 · receivables 应收单 · balances 客户余额（期初，每客户一行） · receipts 收款单' })
export type Target = z.infer<typeof zTarget>

export const importInput = z.object({
  ...uploaded,
  target: zTarget.optional().meta({ description: '空则按表头、标题与文件名判断；判断不了时不导入（KIND_UNKNOWN），在此写明' }),
  asOf: zDay.optional().meta({ description: '客户余额表的截止日；空则取自标题、工作表名或文件名' }),
  currency: zCurrency.optional().meta({ description: '文件没有币种列时的币种；空为本位币' }),
  createCustomers: flag.optional().meta({ description: '文件中账套没有的客户一并建立；不给出时，只有账套还没有任何客户才建立' }),
  allocate: z.enum(['none', 'suggest']).default('none').meta({ description: '收款导入后是否按建议核销' }),
})
export type ImportInput = z.output<typeof importInput>

const totals = z.array(z.object({ currency: zCurrency, amount: zMoney })).meta({ description: '按币种的金额合计；total 只在一个币种时有意义' })

export const inspection = z.object({
  ...inspected,
  target: zTarget.nullable().meta({ description: '空：判断不了是什么清单' }), asked: z.array(zTarget).meta({ description: '可能的清单种类，须在 target 中写明；空为已判断' }),
  openingAsOf: zDay.nullable(), rows: z.int(), create: z.int(),
  notes: z.array(problem).meta({ description: '要告诉人、但不妨碍导入的事：BLUE_NOT_FOUND 红字发票找不到蓝字' }),
  newCustomers: z.int(), createCustomers: z.boolean(), suggestCreateCustomers: z.boolean(), receipts: z.int(), total: zMoney, totals,
  preview: z.array(z.object({ row: z.int(), sheet: z.string().optional(), values: z.record(z.string(), z.string()), state: z.enum(['create', 'skip', 'problem']) })),
})
export type Inspection = z.infer<typeof inspection>

export const importResult = z.object({
  id: zId.nullable(), target: zTarget, fileName: z.string(), rows: z.int(), created: z.int(), customersCreated: z.int(), receiptsCreated: z.int(), allocationsCreated: z.int(),
  skipped: skippedRows, leftOut: z.array(leftOutRow), notes: z.array(problem), total: zMoney, totals, startOn: zDay.nullable().meta({ description: '由期初表截止日定下的启用日' }),
})
export type ImportResult = z.infer<typeof importResult>
export const importEvent = importEvents(importResult)
export const importRow = z.object({
  id: zId, target: zTarget, fileName: z.string(), at: z.string(), by: z.string(), rows: z.int(), created: z.int(), skipped: z.int(),
  leftOut: z.array(leftOutRow),
})
export type ImportRow = z.infer<typeof importRow>
export type ImportEvent = z.infer<typeof importEvent>
