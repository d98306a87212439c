import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency, zId, zNote, zRequestId, zShownName, zVersion } from '../procedure.ts'
import { allocationLine, suggestion, zAllocationReason } from '../receipts/schemas.ts'

/** receipt 客户回款 · payment 付款 · fee 手续费 · interest 利息 · transfer 内部转账 · refund 退款 · other 其他 */
export const LINE_CLASSES = ['receipt', 'payment', 'fee', 'interest', 'transfer', 'refund', 'other'] as const
export const zLineClass = z.enum(LINE_CLASSES).meta({ description: 'receipt 客户回款 · payment 付款 · fee 手续费 · interest 利息 · transfer 内部转账 · refund 退款 · other 其他' })
export type LineClass = z.infer<typeof zLineClass>

export const zDirection = z.enum(['in', 'out'])
export type Direction = z.infer<typeof zDirection>

/** open 待处理 · done 已入账（收款、退款、托收）· noted 只记流水，不入应收 · perhaps 疑似重复，等人判断 · same 与另一文件的流水是同一笔，不再计 */
export const LINE_STATUSES = ['open', 'done', 'noted', 'perhaps', 'same'] as const
export const zLineStatus = z.enum(LINE_STATUSES)
export type LineStatus = z.infer<typeof zLineStatus>

/** What shows whose money a line is, the surest first; `none` is money of an unknown payer. */
export const CUSTOMER_BY = ['learntAccount', 'learntName', 'account', 'name', 'nameVariant', 'branch', 'memo', 'reference', 'clerk', 'none'] as const
export const zCustomerBy = z.enum(CUSTOMER_BY)
export type CustomerBy = z.infer<typeof zCustomerBy>

/** sure: may be accepted unseen with others · likely: look once · unsure: look closely · none: nothing to propose */
export const SURENESS = ['sure', 'likely', 'unsure', 'none'] as const
export const zSureness = z.enum(SURENESS)
export type Sureness = z.infer<typeof zSureness>

/**
 * unknownPayer 付款方未识别 · conflict 户名与账号指向不同客户 · weakCustomer 仅凭分支机构、附言或引用识别 · inactive 客户已停用 · otherDay 所在月份已结账，记入其他日期 ·
 * competing 另一笔流水也可能核销同一应收 · otherReference 附言提到的单据未在未清项中 · partial 与所提单据金额不符 · equalItems 有多笔相同金额 · shortPayment 少付尾差 ·
 * unprovenDirection 收支方向只凭正负号或标题，没有余额证明 · settledReference 附言所写单据已结清，是否重复付款 · combinations 组合过多或不唯一 · oldestFirst 仅按先后顺序 · nothingOpen 没有未清应收，留作预收 · nearReceipt 与已登记的收款相近但不能确定
 */
export const DOUBTS = [
  'unknownPayer', 'unprovenDirection', 'settledReference', 'conflict', 'weakCustomer', 'inactive', 'otherDay', 'competing', 'otherReference', 'partial', 'equalItems', 'shortPayment', 'combinations', 'oldestFirst', 'nothingOpen', 'nearReceipt',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** A line of a statement as it was read: amounts positive, `direction` says which way; texts '' where the bank tells none. */
export interface ReadLine {
  row: number
  on: z.output<typeof zDay>
  /** HH:MM:SS or ''. */
  time: string
  direction: Direction
  amount: z.output<typeof zMoney>
  balance: z.output<typeof zMoney> | null
  counterparty: string
  counterpartyAccount: string
  memo: string
  serial: string
  class: LineClass
  /** Its direction rests on a sign or a title alone, which no balance proves. */
  unproven?: boolean
}

export const statementRow = z.object({
  id: zId, bankAccountId: zId, bankAccount: z.string(), fileName: z.string(), firstOn: zDay, lastOn: zDay, lines: z.int(), duplicates: z.int(),
  opening: zMoney.nullable(), closing: zMoney.nullable(), importedAt: z.string(), importedBy: z.string(), open: z.int().meta({ description: '尚待处理的行数' }),
})
export type StatementRow = z.infer<typeof statementRow>

export const statementLine = z.object({
  id: zId, statementId: zId, bankAccountId: zId, bankAccount: z.string(), currency: zCurrency, row: z.int(), on: zDay, time: z.string(), direction: zDirection,
  amount: zMoney, balance: zMoney.nullable(), counterparty: z.string(), counterpartyAccount: z.string(), memo: z.string(), serial: z.string(),
  class: zLineClass, status: zLineStatus, receiptId: z.int().nullable(), refundId: z.int().nullable(), acceptanceEventId: z.int().nullable(),
  documentNumber: z.string(), customerName: zShownName.meta({ description: '已入账的客户' }),
  perhapsOf: z.int().nullable().meta({ description: '疑似与之重复的流水' }),
  version: z.int().meta({ description: '最后一次处理；未处理为 0' }),
})
export type StatementLine = z.infer<typeof statementLine>

/** One item that the proposal settles. */
export const proposedAllocation = z.object({ itemId: zId, number: z.string(), invoiceNumber: z.string(), dueOn: zDay, amount: zMoney, difference: zMoney, reason: zAllocationReason })

export const proposal = z.object({
  /** receipt: record it · linked: a receipt that is already recorded, or a bill that was collected, and only misses its line */
  kind: z.enum(['receipt', 'linked', 'none']),
  customerId: z.int().nullable(), customerCode: z.string(), customerName: zShownName, customerBy: zCustomerBy, sureness: zSureness,
  reason: zAllocationReason.nullable(), allocations: z.array(proposedAllocation), advance: zMoney,
  gaveUp: z.boolean().meta({ description: '组合过多，未能证明唯一组合' }),
  settled: z.array(z.string()).meta({ description: '附言所写、但已结清的单据' }),
  /** What keeps a proposal from being sure, or takes it away altogether; the first that applies. */
  doubt: z.enum(DOUBTS).nullable(),
  /** The day on which the receipt is booked: the line's own, or the first open one when its month is closed. */
  receivedOn: zDay,
  receiptId: z.int().nullable(), acceptanceEventId: z.int().nullable(), documentNumber: z.string(),
})
export type Proposal = z.infer<typeof proposal>
export const proposedLine = statementLine.extend({ proposal })
export type ProposedLine = z.infer<typeof proposedLine>

/** How many lines are of each sureness, and their money. */
const counted = z.object({ lines: z.int(), amount: zMoney })
export const surenessCounts = z.object({ sure: counted, likely: counted, unsure: counted, none: counted })
export type SurenessCounts = z.infer<typeof surenessCounts>

/** One line opened: what is proposed, all open items of the customer in question, and who else it might be. */
export const lineDetail = z.object({
  line: proposedLine, suggestion: suggestion.nullable(),
  others: z.array(z.object({ customerId: zId, code: z.string(), name: zShownName, why: zCustomerBy })),
  twin: statementLine.nullable().meta({ description: '疑似重复的那一笔' }),
})
export type LineDetail = z.infer<typeof lineDetail>

export const learntPayer = z.object({
  id: zId, kind: z.enum(['name', 'account']), key: z.string(), version: z.int(), customerId: z.int().min(0).meta({ description: '0 为给多个客户付款的付款方，不再据以识别' }), customerCode: z.string(), customerName: zShownName, at: z.string(), by: z.string(),
})
export type LearntPayer = z.infer<typeof learntPayer>

/** A list of the reconciliation: what one side has and the other has not. */
const missing = z.object({ on: zDay, text: z.string(), number: z.string(), amount: zMoney, lineId: z.int().nullable(), receiptId: z.int().nullable(), refundId: z.int().nullable() })
export type Missing = z.infer<typeof missing>

/**
 * 银行存款余额调节表: book balance + what the bank received and the book has not − what the bank paid and the book has not
 * = statement balance + what the book received and the bank has not − what the book paid and the bank has not.
 */
export const reconciliation = z.object({
  bankAccountId: zId, bankAccount: z.string(), currency: zCurrency, company: z.string(), asOf: zDay,
  opening: zMoney.nullable().meta({ description: '账户期初余额；空为尚未登记' }), openingOn: zDay.nullable(),
  suggestedOpening: z.object({ before: zDay, amount: zMoney }).nullable().meta({ description: '最早一行流水之前的余额' }),
  bookBalance: zMoney, statementBalance: zMoney.nullable(), statementBy: z.enum(['file', 'sum', 'entered', 'none']),
  bankReceived: z.array(missing), bankPaid: z.array(missing), bookReceived: z.array(missing), bookPaid: z.array(missing),
  adjustedBook: zMoney, adjustedStatement: zMoney.nullable(), difference: zMoney.nullable(),
  gaps: z.array(z.object({ on: zDay, lineId: zId, expected: zMoney, found: zMoney })).meta({ description: '余额不连续之处：可能缺少流水' }),
})
export type Reconciliation = z.infer<typeof reconciliation>
export const reconciliationRow = z.object({
  id: zId, bankAccountId: zId, bankAccount: z.string(), asOf: zDay, statementBalance: zMoney, bookBalance: zMoney, difference: zMoney, madeAt: z.string(), madeBy: z.string(),
})
export type ReconciliationRow = z.infer<typeof reconciliationRow>

/** One line as the clerk accepts it; what was shown goes along, so that nothing else is posted than what was seen. */
export const acceptLine = z.object({
  lineId: zId,
  customerId: zId.optional().meta({ description: '空则取建议的客户' }),
  allocations: z.array(allocationLine).max(500).optional().meta({ description: '核销行（所见即所记）；不给出则取当下的建议' }),
  receiptId: zId.optional().meta({ description: '建议为「已登记的收款」时，所见的收款单' }),
  acceptanceEventId: zId.optional().meta({ description: '建议为「票据托收、贴现」时，所见的票据业务' }),
})
export type AcceptLine = z.output<typeof acceptLine>
export const acceptInput = z.object({ lines: z.array(acceptLine).min(1).max(500), requestId: zRequestId })
export const accepted = z.object({
  accepted: z.int(), amount: zMoney.meta({ description: '入账金额，各账户币种相加' }),
  lines: z.array(z.object({ lineId: zId, receiptId: z.int().nullable(), documentNumber: z.string() })),
})
export type Accepted = z.infer<typeof accepted>

export const claimInput = z.object({
  id: zId, customerId: zId, allocations: z.array(allocationLine).max(500).default([]), reason: zNote, claimedOn: zDay.optional(), requestId: zRequestId,
})
export const linkInput = z.object({ id: zId, receiptId: zId.optional(), refundId: zId.optional(), acceptanceEventId: zId.optional(), requestId: zRequestId })
  .refine((input) => [input.receiptId, input.refundId, input.acceptanceEventId].filter((id) => id !== undefined).length === 1, { message: 'ONE_DOCUMENT' })
export const samenessInput = z.object({ lineIds: z.array(zId).min(1).max(500), same: z.boolean().meta({ description: 'true 是同一笔，不再计 · false 是另一笔' }), requestId: zRequestId })
export const classifyInput = z.object({ lineIds: z.array(zId).min(1).max(500), class: zLineClass, version: zVersion.meta({ description: '所选各行版本中最大的一个' }), requestId: zRequestId })
export const openingInput = z.object({ id: zId, on: zDay, amount: zMoney, version: zVersion })
/** Where the account book of a bank account begins; null while nobody said. */
export const opening = z.object({ bankAccountId: zId, on: zDay.nullable(), amount: zMoney.nullable(), version: z.int() })
export const reconcileInput = z.object({
  bankAccountId: zId, asOf: zDay,
  statementBalance: z.coerce.number<number>().pipe(zMoney).optional().meta({ description: '银行对账单余额，分；空则取流水中的余额' }),
})
export const reconciliationView = reconciliationRow.extend({ content: reconciliation })
export type ReconciliationView = z.infer<typeof reconciliationView>
