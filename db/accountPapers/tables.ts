import type { AccountPaperContent, AccountPaperKind } from '../../shared/accountPapers/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const accountPapersTables = (k: Kit) => ({
  /** 对账单 and 询证函 as they went out: snapshots, whatever is posted later. */
  accountPapers: k.table('account_papers', {
    id: k.id('id'), number: k.text('number'), kind: k.oneOf<AccountPaperKind>('kind'), customerId: k.int('customer_id'), from: k.text('from_day'), asOf: k.day('as_of'), currency: k.text('currency'), balance: k.money('balance'),
    content: k.json<AccountPaperContent>('content'), hash: k.text('hash'), issuedOn: k.day('issued_on'), issuedBy: k.text('issued_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('account_papers_number').on(t.number), k.index('account_papers_issued_on').on(t.kind, t.issuedOn, t.id), k.index('account_papers_customer').on(t.customerId, t.issuedOn, t.id)]),
  accountPaperPrints: k.table('account_paper_prints', {
    id: k.id('id'), paperId: k.int('paper_id'), at: k.instant('printed_at'), by: k.text('printed_by'), reprint: k.bool('reprint'), how: k.text('how'), seal: k.text('seal'),
  }, (t) => [k.index('account_paper_prints_paper').on(t.paperId, t.id)]),
  /** The slip that came back: agreed, or with another balance. */
  accountPaperReplies: k.table('account_paper_replies', {
    id: k.id('id'), paperId: k.int('paper_id'), on: k.day('on_day'), agreed: k.bool('agreed'), balance: k.maybeMoney('balance'), person: k.text('person'), note: k.text('note'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('account_paper_replies_paper').on(t.paperId, t.id)]),
})
