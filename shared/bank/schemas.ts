import { z } from 'zod'

/** receipt 客户回款 · payment 付款 · fee 手续费 · interest 利息 · transfer 内部转账 · refund 退款 · other 其他 */
export const LINE_CLASSES = ['receipt', 'payment', 'fee', 'interest', 'transfer', 'refund', 'other'] as const
export const zLineClass = z.enum(LINE_CLASSES).meta({ description: 'receipt 客户回款 · payment 付款 · fee 手续费 · interest 利息 · transfer 内部转账 · refund 退款 · other 其他' })
export type LineClass = z.infer<typeof zLineClass>

export const zDirection = z.enum(['in', 'out'])
export type Direction = z.infer<typeof zDirection>

/** open 待处理 · done 已入账（收款、退款、托收）· noted 只记流水，不入应收 */
export const LINE_STATUSES = ['open', 'done', 'noted'] as const
export const zLineStatus = z.enum(LINE_STATUSES)
export type LineStatus = z.infer<typeof zLineStatus>
