import { z } from 'zod'

/** What makes the three years start again (民法典 195; 诉讼时效规定 8, 14). Part payments, promises, delivered demands and signed statements are read from the ledger; the rest is noted by hand. */
export const INTERRUPTION_KINDS = ['demand', 'partPayment', 'signedStatement', 'promise', 'extension', 'lawsuit', 'other'] as const
export const zInterruptionKind = z.enum(INTERRUPTION_KINDS).meta({ description: 'demand 催款函送达 · partPayment 部分付款 · signedStatement 对账单签章 · promise 付款承诺 · extension 请求延期 · lawsuit 起诉或仲裁 · other 其他' })
export type InterruptionKind = z.infer<typeof zInterruptionKind>

/** The stages of a lawsuit, in their usual order; a cost or a note changes no stage. */
export const CASE_STAGES = ['filed', 'accepted', 'mediation', 'hearing', 'judgment', 'enforcement', 'closed', 'withdrawn', 'cost', 'note'] as const
export const zCaseStage = z.enum(CASE_STAGES).meta({ description: 'filed 递交起诉状 · accepted 立案 · mediation 调解 · hearing 开庭 · judgment 判决 · enforcement 执行 · closed 结案 · withdrawn 撤诉 · cost 费用 · note 备注' })
export type CaseStage = z.infer<typeof zCaseStage>
