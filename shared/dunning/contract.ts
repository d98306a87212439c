import { z } from 'zod'
import { zDay } from '../day.ts'
import { gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zCurrency, zId, zNote, zRequestId } from '../procedure.ts'
import { candidateRow, letterRow, letterView, zLevel } from './schemas.ts'

const letterInput = z.object({
  asOf: zDay.optional(), currency: zCurrency.optional(), level: zLevel.optional().meta({ description: '空则按最长逾期天数' }),
  payBy: zDay.optional(), remark: zNote, language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

export const dunning = {
  candidates: procedure('letters.read').route({ method: 'GET', path: '/letters/candidates', summary: '可催款客户 Whom to dun' })
    .input(z.object({ asOf: zDay.optional(), overDays: z.coerce.number<number>().int().min(-7).max(36500).default(0).meta({ description: '逾期超过多少天；-7 含七天内到期' }), currency: zCurrency.optional(), search: z.string().max(60).optional() }))
    .output(z.array(candidateRow)),
  preview: procedure('letters.read').route({ method: 'POST', path: '/letters/preview', summary: '预览信函 Preview' })
    .errors(refuses('unknownCustomer', 'inDispute', 'promised', 'nothingDue')).input(letterInput.extend({ customerId: zId })).output(z.object({ html: z.string() })),
  issue: procedure('letters.write').route({ method: 'POST', path: '/letters', summary: '发出信函 Issue letters', successStatus: 201 })
    .errors(refuses('datedAhead', 'requestReused', 'unknownCustomer', 'onHold', 'inDispute', 'promised', 'nothingDue', 'coveredByReceipts', 'belowMinimum', 'tooSoon'))
    .input(letterInput.extend({
      customerIds: z.array(zId).min(1).max(1000),
      skipLeftOut: z.boolean().default(false).meta({ description: 'true 跳过不应发的客户；false 遇到即整批拒绝' }), requestId: zRequestId,
    })).output(z.object({ letters: z.array(letterRow), leftOut: z.array(z.object({ customerId: zId, reason: z.string() })) })),
  list: procedure('letters.read').route({ method: 'GET', path: '/letters', summary: '已发信函 Letters sent' }).input(gridRequest).output(gridPage(letterRow)),
  get: procedure('letters.read').route({ method: 'GET', path: '/letters/{id}', summary: '信函 Letter' }).input(z.object({ id: zId })).output(letterView),
  html: procedure('letters.read').route({ method: 'GET', path: '/letters/{id}/html', summary: '信函版面 Letter as HTML' }).input(z.object({ id: zId })).output(z.object({ html: z.string() })),
  pdf: procedure('letters.read').route({ method: 'POST', path: '/letters/{id}/pdf', summary: '信函 PDF（第二次起标“补打”）Letter as PDF' })
    .errors(refuses('pdfUnavailable')).input(z.object({ id: zId })).output(z.file()),
  print: procedure('letters.read').route({ method: 'POST', path: '/letters/print', summary: '打印信函 Print letters' })
    .errors(refuses('notFound')).input(z.object({ ids: z.array(zId).min(1).max(200) }))
    .output(z.object({ html: z.string().meta({ description: '浏览器打印用；桌面端已送打印对话框' }), native: z.boolean() })),
}
