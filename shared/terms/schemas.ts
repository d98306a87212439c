/** Terms of payment: from what happened to the day on which it is due (rules: Terms and due days). */
import { z } from 'zod'

/** What the days are counted from. Those that the ledger does not record yet are kept as what they are; until then the document's own day counts. */
export const TRIGGERS = ['invoiced', 'handedIn', 'booked', 'contractSigned', 'orderConfirmed', 'ready', 'shipped', 'signedOff', 'accepted', 'warrantyEnd'] as const
export type Trigger = (typeof TRIGGERS)[number]

/** Nothing · to the end of the month before adding · after adding. */
export const MONTH_ENDS = ['none', 'before', 'after'] as const
/** The first such day of a month on or after · that day of the month reached · further days. */
export const LASTS = ['onDate', 'inMonth', 'days'] as const

const zLast = z.object({ kind: z.enum(LASTS), count: z.int().min(1).max(3650) })
  .refine(({ kind, count }) => kind === 'days' || count <= 31, { message: 'NO_DAY_OF_A_MONTH' })

/** In this order: the month's end (before), months, days, the month's end (after), then a day of a month or further days. The 31st of a short month is its last day. */
export const zTerms = z.strictObject({
  trigger: z.enum(TRIGGERS).default('invoiced').meta({ description: 'invoiced 开票 · handedIn 交票 · booked 客户入账 · contractSigned 合同签订 · orderConfirmed 下单 · ready 备货完成 · shipped 发货 · signedOff 签收 · accepted 验收 · warrantyEnd 质保期满' }),
  monthEnd: z.enum(MONTH_ENDS).default('none').meta({ description: 'before 先到月底再加 · after 加后到月底' }),
  months: z.int().min(0).max(120).default(0),
  days: z.int().min(0).max(3650).default(0),
  last: zLast.nullable().default(null).meta({ description: 'onDate 遇每月几日 · inMonth 当月几日 · days 再加几天' }),
  text: z.string().trim().max(200).default('').meta({ description: '原文，规则不能全部表达时（如分期）' }),
})
export type Terms = z.output<typeof zTerms>

/** How terms were kept and sent up to 0.2.0; stored ones of then still read the same. */
const oldTerms = z.object({ kind: z.enum(['days', 'monthEnd', 'months']), count: z.int().min(0).max(3650), onDate: z.int().min(1).max(31).nullish() })
  .refine(({ kind, count }) => kind !== 'months' || count <= 120, { message: 'TOO_MANY_MONTHS' })

function ofOld({ kind, count, onDate }: z.output<typeof oldTerms>): Terms {
  return terms({
    ...(kind === 'months' ? { months: count } : { days: count }), ...(kind === 'monthEnd' ? { trigger: 'handedIn', monthEnd: 'before' } : {}),
    last: onDate ? { kind: 'onDate', count: onDate } : null,
  })
}

/** What a caller may send: the terms, or those of 0.2.0. */
export const zTermsInput = z.union([zTerms, oldTerms.transform(ofOld)])

/** Terms from some of their parts; the rest is nothing. */
export const terms = (parts: z.input<typeof zTerms>): Terms => zTerms.parse(parts)
/** Terms as they stand in a ledger of any version. */
export const storedTerms = (stored: unknown): Terms => zTermsInput.parse(stored)

export const DEFAULT_TERMS: Terms = terms({ days: 30 })

/** Until which day of the month a customer takes invoices for it, and whether that day still counts (开票截止日). */
export interface CutOff {
  cutOffDate: number | null
  cutOffCounts: boolean
}
