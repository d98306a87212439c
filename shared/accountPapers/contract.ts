import { z } from 'zod'
import { zDay } from '../day.ts'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zCurrency, zFlag, zId } from '../procedure.ts'
import { accountPaperRow, accountPaperView, confirmationTerms, paperBatch, paperCandidate, replyInput, statementTerms } from './schemas.ts'

const paper = z.object({ html: z.string() })
const issued = z.object({ papers: z.array(accountPaperRow) })

/** 对账单 and 询证函 are one kind of paper with two texts: they share the list, the prints and the replies. */
export const accountPapers = {
  candidates: procedure('letters.read').route({ method: 'GET', path: '/customer-statements/candidates', summary: '可对账客户 Whom to send a statement' })
    .errors(refuses('endBeforeStart'))
    .input(z.object({ from: zDay, asOf: zDay, currency: zCurrency.optional(), everybody: zFlag.default(false).meta({ description: 'true 含没有余额和发生额的客户（零余额也可函证）' }) }))
    .output(z.array(paperCandidate)),
  previewStatement: procedure('letters.read').route({ method: 'POST', path: '/customer-statements/preview', summary: '预览对账单 Preview a statement' })
    .errors(refuses('endBeforeStart', 'unknownCustomer')).input(statementTerms.extend({ customerId: zId })).output(paper),
  issueStatements: procedure('letters.write').route({ method: 'POST', path: '/customer-statements', summary: '出具对账单 Issue statements', successStatus: 201 })
    .errors(refuses('datedAhead', 'requestReused', 'endBeforeStart', 'nobodyToWrite', 'unknownCustomer')).input(statementTerms.extend(paperBatch.shape)).output(issued),
  previewConfirmation: procedure('letters.read').route({ method: 'POST', path: '/confirmations/preview', summary: '预览询证函 Preview a confirmation' })
    .errors(refuses('unknownCustomer')).input(confirmationTerms.extend({ customerId: zId })).output(paper),
  issueConfirmations: procedure('letters.write').route({ method: 'POST', path: '/confirmations', summary: '出具询证函 Issue confirmations', successStatus: 201 })
    .errors(refuses('datedAhead', 'requestReused', 'nobodyToWrite', 'unknownCustomer')).input(confirmationTerms.extend(paperBatch.shape)).output(issued),
  list: procedure('letters.read').route({ method: 'GET', path: '/customer-statements', summary: '对账单与询证函 Statements and confirmations' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(accountPaperRow)),
  confirmations: procedure('letters.read').route({ method: 'GET', path: '/confirmations', summary: '询证函 Confirmations' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(accountPaperRow)),
  get: procedure('letters.read').route({ method: 'GET', path: '/customer-statements/{id}', summary: '对账单或询证函 Statement or confirmation' })
    .errors(refuses('notFound')).input(z.object({ id: zId })).output(accountPaperView),
  html: procedure('letters.read').route({ method: 'GET', path: '/customer-statements/{id}/html', summary: '对账单版面 Statement as HTML' })
    .errors(refuses('notFound')).input(z.object({ id: zId })).output(paper),
  pdf: procedure('letters.read').route({ method: 'POST', path: '/customer-statements/{id}/pdf', summary: '对账单 PDF（第二次起标“补打”）Statement as PDF' })
    .errors(refuses('notFound', 'pdfUnavailable')).input(z.object({ id: zId })).output(z.file()),
  print: procedure('letters.read').route({ method: 'POST', path: '/customer-statements/print', summary: '打印对账单与询证函 Print' })
    .errors(refuses('notFound')).input(z.object({ ids: z.array(zId).min(1).max(1000) }))
    .output(z.object({ html: z.string().meta({ description: '浏览器打印用；桌面端已送打印对话框' }), native: z.boolean() })),
  reply: procedure('letters.write').route({ method: 'POST', path: '/customer-statements/{id}/reply', summary: '登记回函 Record the reply' })
    .errors(refuses('datedAhead', 'requestReused', 'notFound', 'beforeDocument')).input(replyInput).output(accountPaperView),
}
