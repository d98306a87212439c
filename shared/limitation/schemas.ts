import { z } from 'zod'

/** What starts the three years again (民法典 195; 诉讼时效规定 8, 14): entered by hand but for the part payment, which the ledger knows. */
export const INTERRUPTION_KINDS = ['demand', 'partPayment', 'signedStatement', 'promise', 'extension', 'lawsuit', 'other'] as const
export const zInterruptionKind = z.enum(INTERRUPTION_KINDS).meta({ description: 'demand 送达的催款 · partPayment 部分付款 · signedStatement 签章对账单 · promise 付款承诺 · extension 请求延期 · lawsuit 起诉 · other 其他' })
export type InterruptionKind = z.infer<typeof zInterruptionKind>

export const CASE_STAGES = ['filed', 'mediation', 'hearing', 'judgment', 'appeal', 'enforcement', 'closed'] as const
export const zCaseStage = z.enum(CASE_STAGES).meta({ description: 'filed 立案 · mediation 调解 · hearing 开庭 · judgment 判决 · appeal 上诉 · enforcement 执行 · closed 结案' })
export type CaseStage = z.infer<typeof zCaseStage>
