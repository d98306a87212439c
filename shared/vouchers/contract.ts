import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses, zId } from '../procedure.ts'
import { issueInput, voucherRow, voucherView } from './schemas.ts'

export const vouchers = {
  issue: procedure('receipts.write').route({ method: 'POST', path: '/vouchers', summary: '开具收款收据 Issue receipt vouchers', successStatus: 201 })
    .errors(refuses('requestReused', 'datedAhead', 'notFound', 'reversalDocument', 'alreadyReversed', 'alreadyIssued', 'beforeDocument')).input(issueInput)
    .output(z.object({ vouchers: z.array(voucherRow), leftOut: z.array(z.object({ receiptId: zId, reason: z.string() })) })),
  list: procedure('receipts.read').route({ method: 'GET', path: '/vouchers', summary: '收款收据列表 Vouchers' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(voucherRow)),
  get: procedure('receipts.read').route({ method: 'GET', path: '/vouchers/{id}', summary: '收款收据 Voucher' }).input(z.object({ id: zId })).output(voucherView),
  html: procedure('receipts.read').route({ method: 'GET', path: '/vouchers/{id}/html', summary: '收据版面 Voucher as HTML' }).input(z.object({ id: zId })).output(z.object({ html: z.string() })),
  pdf: procedure('receipts.read').route({ method: 'POST', path: '/vouchers/{id}/pdf', summary: '收据 PDF（第二次起标“补打”）Voucher as PDF' })
    .errors(refuses('pdfUnavailable')).input(z.object({ id: zId })).output(z.file()),
  print: procedure('receipts.read').route({ method: 'POST', path: '/vouchers/print', summary: '打印收据 Print vouchers' })
    .errors(refuses('notFound')).input(z.object({ ids: z.array(zId).min(1).max(200) }))
    .output(z.object({ html: z.string().meta({ description: '浏览器打印用；桌面端已送打印对话框' }), native: z.boolean() })),
}
