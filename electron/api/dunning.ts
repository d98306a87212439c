import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import { lettersHtml } from '../../shared/dunning/letterHtml.ts'
import type { LetterView } from '../../shared/dunning/schemas.ts'
import { issueLetters, notePrint } from '../../db/dunning/commands.ts'
import { candidates, letterContent, letterGrid, letterView, type DunningQuestion } from '../../db/dunning/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { os, todayOf, type Access } from './context.ts'
import { paperHtml, paperPdf, printPapers, type PaperKind } from './papers.ts'

const questionOf = async (reader: Reader, { ledger, scope }: Access, input: { asOf?: Day | undefined; currency?: string | undefined }): Promise<DunningQuestion> => ({
  asOf: input.asOf ?? (await officeToday(reader, ledger.now())), currency: input.currency ?? (await loadCompany(reader)).currency,
  options: await loadOptions(reader), scope,
})

const LETTERS: PaperKind<LetterView> = {
  procedure: 'dunning.print', view: letterView, note: notePrint,
  html: (papers) => lettersHtml(papers.map(({ document, reprint }) => ({ content: document.content, reprint }))),
}

export const dunning = {
  candidates: os.dunning.candidates.handler(({ input, context }) => context.ledger.read(async (reader) => candidates(reader, await questionOf(reader, context, input), input))),
  preview: os.dunning.preview.handler(({ input, context }) => context.ledger.read(async (reader) => {
    const content = await letterContent(reader, input, await questionOf(reader, context, input), await loadCompany(reader), context.user.name)
    return { html: lettersHtml([{ content, reprint: false, draft: true }]) }
  })),
  issue: os.dunning.issue.handler(async ({ input: { requestId, ...input }, context }) => {
    const { ledger, user, scope } = context
    const today = await todayOf(ledger)
    // A letter of a later day would call items overdue that are not, and hold back the next one.
    if (input.asOf !== undefined && input.asOf > today) throw new Refusal('datedAhead', { field: 'asOf', params: { day: today } })
    const issued = await ledger.write({ by: user, procedure: 'dunning.issue', requestId, input }, async (tx) => {
      const { customerIds, skipLeftOut, asOf, currency, ...paper } = input
      return issueLetters(tx, customerIds.map((customerId) => ({ ...paper, customerId })), await questionOf(tx, context, { asOf, currency }), await loadCompany(tx), skipLeftOut)
    })
    const page = issued.ids.length === 0 ? { rows: [] } : await ledger.read((reader) => letterGrid(reader, { offset: 0, limit: 1000, sort: [{ field: 'id', dir: 'asc' }], filters: [], withTotals: false }, scope, issued.ids))
    return { letters: page.rows, leftOut: issued.leftOut }
  }),
  list: os.dunning.list.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => letterGrid(reader, input, scope))),
  get: os.dunning.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => letterView(reader, input.id, scope))),
  html: os.dunning.html.handler(async ({ input, context }) => ({ html: await paperHtml(context, LETTERS, input.id) })),
  pdf: os.dunning.pdf.handler(({ input, context }) => paperPdf(context, LETTERS, input.id, { footer: true })),
  print: os.dunning.print.handler(({ input, context }) => printPapers(context, LETTERS, input.ids)),
}
