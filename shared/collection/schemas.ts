import { z } from 'zod'

export const CONTACT_WAYS = ['call', 'visit', 'message', 'mail', 'other'] as const
export const zContactWay = z.enum(CONTACT_WAYS).meta({ description: 'call 电话 · visit 上门 · message 微信短信 · mail 邮件信函 · other 其他' })
export type ContactWay = z.infer<typeof zContactWay>

export type EndedKind = 'promise' | 'dispute' | 'hold'
