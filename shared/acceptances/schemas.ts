import { z } from 'zod'

/** 银承 is accepted by a bank, 商承 by a company. */
export const ACCEPTANCE_KINDS = ['bank', 'commercial'] as const
export const zAcceptanceKind = z.enum(ACCEPTANCE_KINDS).meta({ description: 'bank 银行承兑汇票 · commercial 商业承兑汇票' })
export type AcceptanceKind = z.infer<typeof zAcceptanceKind>

/** held 在手 · split 已拆分 · endorsed 已背书 · discounted 已贴现 · presented 托收中 · collected 已收款 · dishonoured 拒付 · settled 到期结清 · returned 已退票 */
export const ACCEPTANCE_STATUSES = ['held', 'split', 'endorsed', 'discounted', 'presented', 'collected', 'dishonoured', 'settled', 'returned'] as const
export const zAcceptanceStatus = z.enum(ACCEPTANCE_STATUSES)
export type AcceptanceStatus = z.infer<typeof zAcceptanceStatus>

/** What happens to an acceptance; `undone` takes back the last that stands, `notified` notes that the prior hand was told. */
export const ACCEPTANCE_EVENTS = ['received', 'split', 'endorsed', 'discounted', 'presented', 'collected', 'dishonoured', 'settled', 'returned', 'notified', 'undone'] as const
export const zAcceptanceEvent = z.enum(ACCEPTANCE_EVENTS)
export type AcceptanceEventKind = z.infer<typeof zAcceptanceEvent>
