import { z } from 'zod'

/** Papers that can be delivered. */
export const DELIVERED_PAPERS = ['letter', 'accountPaper'] as const
export const zDeliveredPaper = z.enum(DELIVERED_PAPERS).meta({ description: 'letter 催款函 · accountPaper 对账单、询证函' })
export type DeliveredPaper = z.infer<typeof zDeliveredPaper>

export const DELIVERY_WAYS = ['courier', 'registered', 'hand', 'email', 'other'] as const
export const zDeliveryWay = z.enum(DELIVERY_WAYS).meta({ description: 'courier 快递 · registered 挂号信/EMS · hand 当面送达 · email 电子邮件 · other 其他' })
export type DeliveryWay = z.infer<typeof zDeliveryWay>

/** What became of a delivery: it arrived (who signed), came back, or its stamped slip is here. */
export const DELIVERY_OUTCOMES = ['arrived', 'returned', 'slip'] as const
export const zDeliveryOutcome = z.enum(DELIVERY_OUTCOMES).meta({ description: 'arrived 已签收 · returned 退回 · slip 收到签章回执' })
export type DeliveryOutcome = z.infer<typeof zDeliveryOutcome>
