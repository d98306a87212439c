import { accountPapersHtml } from '../../shared/accountPapers/paperHtml.ts'
import type { AccountPaperKind, AccountPaperView, PaperTerms } from '../../shared/accountPapers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { issuePapers, notePaperPrint, recordReply } from '../../db/accountPapers/commands.ts'
import { paperCandidates, paperContent, paperGrid, paperView, refuseReversedDays, type PaperQuestion } from '../../db/accountPapers/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { os, todayOf, type Access } from './context.ts'
import { paperHtml, paperPdf, printPapers, type PaperKind } from './papers.ts'

export const ACCOUNT_PAPERS: PaperKind<AccountPaperView> = {
  procedure: 'accountPapers.print', view: paperView, note: notePaperPrint,
  html: (papers) => accountPapersHtml(papers.map(({ document, reprint }) => ({ content: document.content, reprint }))),
}

const questionOf = async (reader: Reader, { scope }: Access, kind: AccountPaperKind, terms: PaperTerms, today: Day): Promise<PaperQuestion> =>
  ({ kind, terms, company: await loadCompany(reader), today, scope })

const preview = async (context: Access, kind: AccountPaperKind, customerId: number, terms: PaperTerms): Promise<{ html: string }> => {
  const today = await todayOf(context.ledger)
  refuseReversedDays(terms.from, terms.asOf)
  return context.ledger.read(async (reader) => ({
    html: accountPapersHtml([{ content: await paperContent(reader, customerId, await questionOf(reader, context, kind, terms, today), context.user.name), reprint: false, draft: true }]),
  }))
}

async function issue(context: Access, kind: AccountPaperKind, { customerIds, requestId, ...terms }: PaperTerms & { customerIds?: number[] | undefined; requestId?: string | undefined }) {
  const { ledger, user, scope } = context
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure: `accountPapers.${kind}`, requestId, input: { ...terms, customerIds } },
    async (tx) => issuePapers(tx, customerIds, await questionOf(tx, context, kind, terms, today)),
    async (reader, ids) => ({ papers: (await paperGrid(reader, { offset: 0, limit: ids.length, sort: [{ field: 'id', dir: 'asc' }], filters: [], withTotals: false }, scope, { ids })).rows }))
}

export const accountPapers = {
  candidates: os.accountPapers.candidates.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) =>
    paperCandidates(reader, { ...input, currency: input.currency ?? (await loadCompany(reader)).currency }, scope))),
  previewStatement: os.accountPapers.previewStatement.handler(({ input: { customerId, ...terms }, context }) => preview(context, 'statement', customerId, { ...terms, auditor: null })),
  issueStatements: os.accountPapers.issueStatements.handler(({ input, context }) => issue(context, 'statement', { ...input, auditor: null })),
  previewConfirmation: os.accountPapers.previewConfirmation.handler(({ input: { customerId, ...terms }, context }) => preview(context, 'confirmation', customerId, { ...terms, from: null })),
  issueConfirmations: os.accountPapers.issueConfirmations.handler(({ input, context }) => issue(context, 'confirmation', { ...input, from: null })),
  list: os.accountPapers.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => paperGrid(reader, input, scope))),
  confirmations: os.accountPapers.confirmations.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => paperGrid(reader, input, scope, { kind: 'confirmation' }))),
  get: os.accountPapers.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => paperView(reader, input.id, scope))),
  html: os.accountPapers.html.handler(async ({ input, context }) => ({ html: await paperHtml(context, ACCOUNT_PAPERS, input.id) })),
  pdf: os.accountPapers.pdf.handler(({ input, context }) => paperPdf(context, ACCOUNT_PAPERS, input.id, { footer: true })),
  print: os.accountPapers.print.handler(({ input, context }) => printPapers(context, ACCOUNT_PAPERS, input.ids)),
  reply: os.accountPapers.reply.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'accountPapers.reply', requestId, input }, (tx) => recordReply(tx, input, today, scope), (reader) => paperView(reader, input.id, scope))
  }),
}
