import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zCurrency, zId, zNote, zRequestId } from '../procedure.ts'
import { TEMPLATE_REASONS } from '../templates/schemas.ts'
import { candidateRow, letterRow, letterView, lineChange, runInput, runIssued, runLine, runRow, runView, zLevel } from './schemas.ts'

const letterInput = z.object({
  asOf: zDay.optional(), currency: zCurrency.optional(), level: zLevel.optional().meta({ description: '空则按级次规则；只可更低' }),
  payBy: zDay.optional(), remark: zNote, language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

const byId = z.object({ id: zId })

export const dunning = {
  candidates: procedure('letters.read').route({ method: 'GET', path: '/letters/candidates', summary: '可催款客户 Whom to dun' })
    .input(z.object({ asOf: zDay.optional(), overDays: z.coerce.number<number>().int().min(-7).max(36500).default(0).meta({ description: '逾期超过多少天；-7 含七天内到期' }), currency: zCurrency.optional(), search: z.string().max(60).optional() }))
    .output(z.array(candidateRow)),
  preview: procedure('letters.read').route({ method: 'POST', path: '/letters/preview', summary: '预览信函 Preview' })
    .errors(refuses('unknownCustomer', 'inDispute', 'promised', 'nothingDue', 'levelTooHigh', ...TEMPLATE_REASONS)).input(letterInput.extend({ customerId: zId })).output(z.object({ html: z.string() })),
  issue: procedure('letters.write').route({ method: 'POST', path: '/letters', summary: '发出信函 Issue letters', successStatus: 201 })
    .errors(refuses('datedAhead', 'requestReused', 'unknownCustomer', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'coveredByCredits', 'belowMinimum', 'tooSoon', 'levelTooHigh', 'needsApproval', ...TEMPLATE_REASONS, 'periodClosed'))
    .input(letterInput.extend({
      customerIds: z.array(zId).min(1).max(1000),
      skipLeftOut: z.boolean().default(false).meta({ description: 'true 跳过不应发的客户；false 遇到即整批拒绝' }), requestId: zRequestId,
    })).output(z.object({ letters: z.array(letterRow), leftOut: z.array(z.object({ customerId: zId, reason: z.string() })) })),
  list: procedure('letters.read').route({ method: 'GET', path: '/letters', summary: '已发信函 Letters sent' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest.extend({ runId: zId.optional().meta({ description: '某一催款批次所发的函' }) })).output(gridPage(letterRow)),
  get: procedure('letters.read').route({ method: 'GET', path: '/letters/{id}', summary: '信函 Letter' }).input(z.object({ id: zId })).output(letterView),
  html: procedure('letters.read').route({ method: 'GET', path: '/letters/{id}/html', summary: '信函版面 Letter as HTML' }).input(z.object({ id: zId })).output(z.object({ html: z.string() })),
  pdf: procedure('letters.read').route({ method: 'POST', path: '/letters/{id}/pdf', summary: '信函 PDF（第二次起标“补打”）Letter as PDF' })
    .errors(refuses('pdfUnavailable')).input(z.object({ id: zId })).output(z.file()),
  print: procedure('letters.read').route({ method: 'POST', path: '/letters/print', summary: '打印信函 Print letters' })
    .errors(refuses('notFound')).input(z.object({ ids: z.array(zId).min(1).max(200) }))
    .output(z.object({ html: z.string().meta({ description: '浏览器打印用；桌面端已送打印对话框' }), native: z.boolean() })),
  voidLetter: procedure('letters.write').route({ method: 'POST', path: '/letters/{id}/void', summary: '作废未送达的信函 Void a letter that was never sent' })
    .errors(refuses('requestReused', 'notFound', 'alreadyVoided', 'delivered', 'feeBooked')).input(byId.extend({ reason: z.string().trim().min(1).max(200), requestId: zRequestId })).output(letterView),
  bookFee: procedure('letters.write').route({ method: 'POST', path: '/letters/{id}/fee', summary: '催收费用入账 Book the fee of a letter', successStatus: 201 })
    .errors(refuses('requestReused', 'notFound', 'alreadyVoided', 'noFee', 'feeBooked', 'periodClosed')).input(byId.extend({ note: zNote, requestId: zRequestId })).output(letterView),
  runs: procedure('letters.read').route({ method: 'GET', path: '/dunning-runs', summary: '催款批次 Dunning runs' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(runRow)),
  startRun: procedure('letters.write').route({ method: 'POST', path: '/dunning-runs', summary: '建立催款批次（发函建议）Propose a run', successStatus: 201 })
    .errors(refuses('datedAhead', 'requestReused', 'payByPassed', 'nobodyToDun')).input(runInput).output(runView),
  run: procedure('letters.read').route({ method: 'GET', path: '/dunning-runs/{id}', summary: '一个催款批次 One run' }).errors(refuses('notFound')).input(byId).output(runView),
  runLines: procedure('letters.read').route({ method: 'GET', path: '/dunning-runs/{id}/lines', summary: '批次明细 Lines of a run' }).errors(refuses('notFound', ...GRID_REFUSALS)).input(gridRequest.extend({ id: zId })).output(gridPage(runLine)),
  changeLines: procedure('letters.write').route({ method: 'POST', path: '/dunning-runs/{id}/lines', summary: '改发、不发、降级、附言 Change lines before they are issued' })
    .errors(refuses('requestReused', 'notFound', 'lineDone', 'changedElsewhere', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'coveredByCredits', 'tooSoon', 'levelTooHigh'))
    .input(lineChange.extend({ id: zId })).output(z.object({ lines: z.array(runLine) })),
  approveLines: procedure('letters.approve').route({ method: 'POST', path: '/dunning-runs/{id}/approve', summary: '批准最后通知 Approve final notices' })
    .errors(refuses('requestReused', 'notFound', 'nothingToApprove', 'notWaiting'))
    .input(byId.extend({ lineIds: z.array(zId).min(1).max(1000).optional().meta({ description: '空则批准全部待批的最后通知' }), requestId: zRequestId })).output(z.object({ approved: z.int() })),
  issueRun: procedure('letters.write').route({ method: 'POST', path: '/dunning-runs/{id}/issue', summary: '发出下一批函 Issue the next letters of a run' })
    .errors(refuses('requestReused', 'notFound', 'periodClosed'))
    .input(byId.extend({ limit: z.coerce.number<number>().int().min(1).max(200).default(50), requestId: zRequestId })).output(runIssued),
}
