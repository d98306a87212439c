import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId, zNote, zRequestId, zReadVersion } from '../procedure.ts'
import { ALLOCATION_REFUSALS } from '../receipts/contract.ts'
import { refundCredit } from '../refunds/schemas.ts'
import { fileProblems } from '../sheets/schemas.ts'
import { statementEvent, statementInput, statementInspection, statementRest, statementResult } from './fileSchemas.ts'
import {
  accepted, acceptInput, claimInput, classifyInput, learntPayer, lineDetail, linkInput, opening, openingInput, proposedLine, reconcileInput, reconciliation, reconciliationRow, reconciliationView, samenessInput,
  statementLine, statementRow, surenessCounts, zSureness,
} from './schemas.ts'

/** The reasons of refunds.record that a line can meet, in its order. */
const REFUND_REFUSALS = ['unknownCustomer', 'unknownBankAccount', 'beforeStart', 'tooFarAhead', 'doesNotAddUp', 'itemTwice', 'unknownItem', 'notACredit', 'otherCustomer', 'otherCurrency', 'beforeDocuments', 'moreThanReceiptLeft', 'periodClosed'] as const
/** The reasons of receipts.record that a line can meet, in its order. */
const recording = ['unknownBankAccount', 'beforeStart'] as const
const linking = ['unknownDocument', 'documentReversed', 'otherAmount', 'otherBankAccount', 'alreadyLinked'] as const

export const bank = {
  inspect: procedure('bank.write').route({ method: 'POST', path: '/statements/preview', summary: '预览银行流水：账户、类别、重复、余额 Preview a statement' })
    .errors(refuses('unknownBankAccount')).input(statementInput).output(statementInspection),
  /** For the screen: progress while it runs, cancelled by ending the iteration. */
  watch: procedure('bank.write').route({ method: 'POST', path: '/statements/watch', summary: '导入银行流水并报告进度（事件流）Import with progress' })
    .errors(refuses('unknownBankAccount', 'noAccount', 'otherAccount')).input(statementInput).output(eventIterator(statementEvent)),
  import: procedure('bank.write').route({ method: 'POST', path: '/statements', summary: '导入银行流水：全部或全不 Import, all or nothing', successStatus: 201 })
    .errors({ ...refuses('unknownBankAccount', 'noAccount', 'otherAccount'), ...fileProblems }).input(statementInput).output(statementResult),
  statements: procedure('bank.read').route({ method: 'GET', path: '/statements', summary: '已导入的对账单文件 Statements' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(statementRow)),
  rest: procedure('bank.read').route({ method: 'GET', path: '/statements/{id}/rest', summary: '对账单中未导入的行 What did not become lines' })
    .errors(refuses('notFound')).input(z.object({ id: zId })).output(statementRest),
  lines: procedure('bank.read').route({ method: 'GET', path: '/statement-lines', summary: '银行流水 Statement lines' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(statementLine)),
  /** Open incoming lines, oldest first, each with what is proposed for it. */
  proposals: procedure('bank.read').route({ method: 'GET', path: '/statement-lines/proposals', summary: '待处理的收款流水与建议 Open lines with proposals' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest.extend({ sureness: zSureness.optional() })).output(gridPage(proposedLine).extend({ counts: surenessCounts })),
  detail: procedure('bank.read').route({ method: 'GET', path: '/statement-lines/{id}', summary: '一条流水与建议 One line' })
    .errors(refuses('unknownCustomer')).input(z.object({ id: zId, customerId: zId.optional() })).output(lineDetail),
  accept: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/accept', summary: '确认入账 Accept lines' })
    .errors(refuses('requestReused', 'notFound', 'notOpen', 'perhapsSame', 'notAReceipt', 'unknownCustomer', ...linking, ...recording, ...ALLOCATION_REFUSALS)).input(acceptInput).output(accepted),
  acceptSure: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/accept-sure', summary: '确认全部可靠的建议（分批）Accept sure proposals' })
    .errors(refuses('requestReused'))
    .input(z.object({ bankAccountId: zId.optional(), limit: z.int().min(1).max(500).default(200), requestId: zRequestId }))
    .output(z.object({ accepted: z.int(), amount: accepted.shape.amount, remaining: z.int() })),
  keep: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/keep', summary: '记入待确认款 Keep unidentified money' })
    .errors(refuses('requestReused', 'notFound', 'notOpen', 'perhapsSame', 'notAReceipt', ...recording, 'tooFarAhead', 'periodClosed'))
    .input(z.object({ lineIds: z.array(zId).min(1).max(500), requestId: zRequestId })).output(accepted),
  claim: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/{id}/claim', summary: '认领待确认款 Claim' })
    .errors(refuses('requestReused', 'notFound', 'notKept', 'refunded', 'sameCustomer', 'unknownCustomer', 'beforeDocument', 'beforeAllocations', ...ALLOCATION_REFUSALS))
    .input(claimInput).output(statementLine),
  link: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/{id}/link', summary: '与已有单据勾对 Link to a document' })
    .errors(refuses('requestReused', 'notFound', 'notOpen', 'perhapsSame', ...linking)).input(linkInput).output(statementLine),
  unlink: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/{id}/unlink', summary: '取消勾对 Unlink' })
    .errors(refuses('requestReused', 'notFound', 'notLinked', 'reverseTheReceipt')).input(z.object({ id: zId, requestId: zRequestId })).output(statementLine),
  refund: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/{id}/refund', summary: '退款给客户 Record a refund' })
    .errors(refuses('requestReused', 'notFound', 'notOpen', 'perhapsSame', 'notARefund', ...REFUND_REFUSALS))
    .input(z.object({ id: zId, customerId: zId, credits: z.array(refundCredit).max(500).default([]).meta({ description: '退自哪些预收或红字；空则从最早的余额起' }), note: zNote, requestId: zRequestId })).output(statementLine),
  classify: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/classify', summary: '改类别 Classify' })
    .errors(refuses('requestReused', 'notFound', 'changedElsewhere', 'alreadyDone', 'perhapsSame', 'wrongDirection')).input(classifyInput).output(z.object({ classified: z.int(), open: z.int() })),
  sameness: procedure('bank.write').route({ method: 'POST', path: '/statement-lines/sameness', summary: '疑似重复：是同一笔或另一笔 Same payment or another' })
    .errors(refuses('requestReused', 'notFound', 'notDoubtful', 'alreadyDone')).input(samenessInput).output(z.object({ decided: z.int(), open: z.int() })),
  learnt: procedure('bank.read').route({ method: 'GET', path: '/learnt-payers', summary: '已学会的付款方 Learnt payers' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(learntPayer)),
  forget: procedure('bank.write').route({ method: 'DELETE', path: '/learnt-payers/{id}', summary: '忘记付款方 Forget' }).errors(refuses('notFound', 'changedElsewhere')).input(z.object({ id: zId, version: zReadVersion })).output(z.object({ id: zId })),
  opening: procedure('bank.read').route({ method: 'GET', path: '/bank-accounts/{id}/opening', summary: '账户期初余额 Opening' }).errors(refuses('notFound')).input(z.object({ id: zId })).output(opening),
  setOpening: procedure('bank.write').route({ method: 'POST', path: '/bank-accounts/{id}/opening', summary: '登记账户期初余额 Set the opening' })
    .errors(refuses('notFound', 'changedElsewhere', 'datedAhead')).input(openingInput).output(opening),
  reconcile: procedure('bank.read').route({ method: 'GET', path: '/reconciliations/preview', summary: '余额调节表（试算）Reconcile' })
    .errors(refuses('unknownBankAccount')).input(reconcileInput).output(reconciliation),
  saveReconciliation: procedure('bank.write').route({ method: 'POST', path: '/reconciliations', summary: '保存余额调节表 Keep a reconciliation', successStatus: 201 })
    .errors(refuses('requestReused', 'unknownBankAccount', 'datedAhead', 'noStatementBalance')).input(reconcileInput.extend({ requestId: zRequestId })).output(reconciliationView),
  reconciliations: procedure('bank.read').route({ method: 'GET', path: '/reconciliations', summary: '余额调节表 Reconciliations' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(reconciliationRow)),
  reconciliation: procedure('bank.read').route({ method: 'GET', path: '/reconciliations/{id}', summary: '余额调节表 One reconciliation' }).errors(refuses('notFound')).input(z.object({ id: zId })).output(reconciliationView),
  reconciliationHtml: procedure('bank.read').route({ method: 'GET', path: '/reconciliations/{id}/html', summary: '余额调节表（纸面）The paper' })
    .errors(refuses('notFound')).input(z.object({ id: zId, language: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.object({ html: z.string() })),
  reconciliationPdf: procedure('bank.read').route({ method: 'GET', path: '/reconciliations/{id}/pdf', summary: '余额调节表 PDF' })
    .errors(refuses('notFound')).input(z.object({ id: zId, language: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.file()),
  printReconciliation: procedure('bank.read').route({ method: 'POST', path: '/reconciliations/{id}/print', summary: '打印余额调节表 Print' })
    .errors(refuses('notFound')).input(z.object({ id: zId, language: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.object({ html: z.string(), native: z.boolean() })),
}
