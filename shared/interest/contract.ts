import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { interestContent, interestCustomer, lprInput, lprRow, noteInput, noteRow, noteView, overviewQuestion, sheetQuestion, termsInput, termsRow } from './schemas.ts'

const ofCustomer = gridRequest.extend({ customerId: zId.optional() })
const paper = z.object({ html: z.string() })

export const interest = {
  sheet: procedure('letters.read').route({ method: 'GET', path: '/interest', summary: '逾期利息计算表 Interest on late payment' })
    .errors(refuses('tooFarAhead', 'unknownCustomer', 'noRate', 'lprOfForeign')).input(sheetQuestion).output(interestContent),
  customers: procedure('letters.read').route({ method: 'GET', path: '/interest/customers', summary: '未清应收的逾期利息（按客户）Interest by customer' })
    .errors(refuses('tooFarAhead')).input(overviewQuestion).output(z.array(interestCustomer)),
  lpr: procedure('letters.read').route({ method: 'GET', path: '/interest/lpr', summary: '一年期 LPR 表 LPR table' }).output(z.array(lprRow)),
  setLpr: procedure('letters.write').route({ method: 'POST', path: '/interest/lpr', summary: '登记、更正或删除一天的 LPR Set the LPR of a day', successStatus: 201 })
    .errors(refuses('requestReused', 'changedElsewhere', 'notInFuture', 'notFound')).input(lprInput).output(z.array(lprRow)),
  terms: procedure('letters.read').route({ method: 'GET', path: '/interest/terms', summary: '与客户约定的利率 Agreed rates' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(termsRow)),
  setTerms: procedure('letters.write').route({ method: 'POST', path: '/interest/terms', summary: '登记与客户约定的利率 Record an agreed rate', successStatus: 201 })
    .errors(refuses('requestReused', 'changedElsewhere', 'unknownCustomer', 'tooFarAhead')).input(termsInput).output(termsRow),
  notes: procedure('letters.read').route({ method: 'GET', path: '/interest-notes', summary: '利息单列表 Interest notes' })
    .errors(refuses(...GRID_REFUSALS)).input(ofCustomer).output(gridPage(noteRow)),
  postNote: procedure('invoices.write').route({ method: 'POST', path: '/interest-notes', summary: '生成利息单并记应收 Post an interest note', successStatus: 201 })
    .errors(refuses(
      'requestReused', 'itemTwice', 'notInFuture', 'beforeInterestDays', 'tooFarAhead', 'dueBeforeDocument', 'unknownCustomer', 'noRate', 'lprOfForeign', 'bearsNoInterest', 'beforeStart', 'periodClosed',
    )).input(noteInput).output(noteView),
  note: procedure('letters.read').route({ method: 'GET', path: '/interest-notes/{id}', summary: '一份利息单 One interest note' }).errors(refuses('notFound')).input(z.object({ id: zId })).output(noteView),
  noteHtml: procedure('letters.read').route({ method: 'GET', path: '/interest-notes/{id}/html', summary: '利息计算单版面 The paper of a note' })
    .errors(refuses('notFound')).input(z.object({ id: zId })).output(paper),
  notePdf: procedure('letters.read').route({ method: 'GET', path: '/interest-notes/{id}/pdf', summary: '利息计算单 PDF' })
    .errors(refuses('notFound', 'pdfUnavailable')).input(z.object({ id: zId })).output(z.file()),
  printNotes: procedure('letters.read').route({ method: 'POST', path: '/interest-notes/print', summary: '打印利息计算单 Print' })
    .errors(refuses('notFound')).input(z.object({ ids: z.array(zId).min(1).max(1000) }))
    .output(z.object({ html: z.string().meta({ description: '浏览器打印用；桌面端已送打印对话框' }), native: z.boolean() })),
}
