import { issueVouchers, noteVoucherPrint } from '../../db/vouchers/commands.ts'
import { voucherGrid, voucherView } from '../../db/vouchers/queries.ts'
import { GRID_LIMIT } from '../../shared/grid.ts'
import type { VoucherView } from '../../shared/vouchers/schemas.ts'
import { vouchersHtml } from '../../shared/vouchers/voucherHtml.ts'
import { os, todayOf } from './context.ts'
import { paperHtml, paperPdf, printPapers, type PaperKind } from './papers.ts'

const VOUCHERS: PaperKind<VoucherView> = {
  procedure: 'vouchers.print', view: voucherView, note: noteVoucherPrint,
  html: (papers) => vouchersHtml(papers.map(({ document, reprint }) => ({ content: document.content, reprint, isVoid: document.status === 'void' }))),
}

export const vouchers = {
  issue: os.vouchers.issue.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'vouchers.issue', requestId, input }, (tx) => issueVouchers(tx, input, { today }), async (reader, { ids, leftOut }) => {
      const page = ids.length === 0 ? { rows: [] } : await voucherGrid(reader, { offset: 0, limit: GRID_LIMIT, sort: [{ field: 'id', dir: 'asc' }], filters: [], withTotals: false }, scope, ids)
      return { vouchers: page.rows, leftOut }
    })
  }),
  list: os.vouchers.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => voucherGrid(reader, input, scope))),
  get: os.vouchers.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => voucherView(reader, input.id, scope))),
  html: os.vouchers.html.handler(async ({ input, context }) => ({ html: await paperHtml(context, VOUCHERS, input.id) })),
  // Each third of the page names its voucher, so the page needs no foot.
  pdf: os.vouchers.pdf.handler(({ input, context }) => paperPdf(context, VOUCHERS, input.id, { footer: false })),
  print: os.vouchers.print.handler(({ input, context }) => printPapers(context, VOUCHERS, input.ids)),
}
