import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import { ROLE_PERMISSIONS } from '../../shared/users/rules.ts'
import { lettersHtml } from '../../shared/dunning/letterHtml.ts'
import type { LetterRow, LetterView } from '../../shared/dunning/schemas.ts'
import type { Pictures } from '../../shared/templates/pictures.ts'
import { bookFee, issueLetters, notePrint, voidLetter } from '../../db/dunning/commands.ts'
import { letterContent, type DunningQuestion } from '../../db/dunning/content.ts'
import { candidates, letterGrid, letterView } from '../../db/dunning/queries.ts'
import { approveLines, changeLines, issueNext, startRun, lastStep } from '../../db/dunning/running.ts'
import { refuseOlder } from '../../db/versions.ts'
import { lineGrid, runGrid, runView } from '../../db/dunning/runs.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { calendarOf, os, todayOf, type Access } from './context.ts'
import { picturesOf } from './letterPictures.ts'
import { paperHtml, paperPdf, printPapers, type PaperKind } from './papers.ts'

const questionOf = async (reader: Reader, { ledger, scope }: Access, input: { asOf?: Day | undefined; currency?: string | undefined }): Promise<DunningQuestion> => ({
  asOf: input.asOf ?? (await officeToday(reader, ledger.now())), currency: input.currency ?? (await loadCompany(reader)).currency,
  options: await loadOptions(reader), scope,
})

/** Final notices go out only with the owner's approval; whoever may give it need not ask. */
const mayApprove = ({ user }: Access): boolean => ROLE_PERMISSIONS[user.role].has('letters.approve')
const ONE_PAGE = { offset: 0, limit: 1000, sort: [{ field: 'id', dir: 'asc' as const }], filters: [], withTotals: false }
/** The rows of letters that were issued just now. */
const rowsOf = async (reader: Reader, { scope }: Access, ids: readonly number[]): Promise<LetterRow[]> =>
  (ids.length === 0 ? [] : (await letterGrid(reader, ONE_PAGE, scope, { ids })).rows)

/** A letter with the pictures of the look that it was issued with. */
export type LetterPaperView = LetterView & { pictures: Pictures }

export const LETTERS: PaperKind<LetterPaperView> = {
  procedure: 'dunning.print', note: notePrint,
  view: async (reader, id, scope) => {
    const letter = await letterView(reader, id, scope)
    return { ...letter, pictures: await picturesOf(reader, letter.content.wording?.look) }
  },
  html: (papers) => lettersHtml(
    papers.map(({ document, reprint }) => ({ content: document.content, reprint, voided: document.voided })),
    new Map(papers.flatMap(({ document }) => [...document.pictures])),
  ),
}

export const dunning = {
  candidates: os.dunning.candidates.handler(({ input, context }) => context.ledger.read(async (reader) => candidates(reader, await questionOf(reader, context, input), input))),
  preview: os.dunning.preview.handler(({ input, context }) => context.ledger.read(async (reader) => {
    const content = await letterContent(reader, input, await questionOf(reader, context, input), await loadCompany(reader), context.user.name)
    return { html: lettersHtml([{ content, reprint: false, draft: true }], await picturesOf(reader, content.wording?.look)) }
  })),
  issue: os.dunning.issue.handler(async ({ input: { requestId, ...input }, context }) => {
    const { ledger, user } = context
    const today = await todayOf(ledger)
    // A letter of a later day would call items overdue that are not, and hold back the next one.
    if (input.asOf !== undefined && input.asOf > today) throw new Refusal('datedAhead', { field: 'asOf', params: { day: today } })
    return ledger.write({ by: user, procedure: 'dunning.issue', requestId, input }, async (tx) => {
      const { customerIds, skipLeftOut, asOf, currency, ...paper } = input
      return issueLetters(tx, customerIds.map((customerId) => ({ ...paper, customerId })), await questionOf(tx, context, { asOf, currency }), await loadCompany(tx), { skipLeftOut, mayApprove: mayApprove(context) })
    }, async (reader, { ids, leftOut }) => ({ letters: await rowsOf(reader, context, ids), leftOut }))
  }),
  list: os.dunning.list.handler(({ input: { runId, ...request }, context: { ledger, scope } }) => ledger.read((reader) => letterGrid(reader, request, scope, { runId }))),
  get: os.dunning.get.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => letterView(reader, input.id, scope))),
  html: os.dunning.html.handler(async ({ input, context }) => ({ html: await paperHtml(context, LETTERS, input.id) })),
  pdf: os.dunning.pdf.handler(({ input, context }) => paperPdf(context, LETTERS, input.id, { footer: true })),
  print: os.dunning.print.handler(({ input, context }) => printPapers(context, LETTERS, input.ids, { footer: true })),
  voidLetter: os.dunning.voidLetter.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    return ledger.write({ by: user, procedure: 'dunning.voidLetter', requestId, input }, (tx) => voidLetter(tx, input), (reader) => letterView(reader, input.id, scope))
  }),
  bookFee: os.dunning.bookFee.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const calendar = await calendarOf(ledger)
    return ledger.write({ by: user, procedure: 'dunning.bookFee', requestId, input }, (tx) => bookFee(tx, input, calendar), (reader) => letterView(reader, input.id, scope))
  }),
  runs: os.dunning.runs.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => runGrid(reader, input, scope))),
  startRun: os.dunning.startRun.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'dunning.startRun', requestId, input }, (tx) => startRun(tx, input, { today }), (reader, id) => runView(reader, id, scope))
  }),
  run: os.dunning.run.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => runView(reader, input.id, scope))),
  runLines: os.dunning.runLines.handler(({ input: { id, ...request }, context: { ledger, scope } }) => ledger.read((reader) => lineGrid(reader, request, id, scope))),
  changeLines: os.dunning.changeLines.handler(async ({ input: { requestId, version, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'dunning.changeLines', requestId, input }, async (tx) => {
      refuseOlder(version, await lastStep(tx, input.id, input.lineIds))
      await changeLines(tx, input, { today })
    }, async (reader) => ({ lines: (await lineGrid(reader, ONE_PAGE, input.id, scope, input.lineIds)).rows }))
  }),
  approveLines: os.dunning.approveLines.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) =>
    ({ approved: await ledger.write({ by: user, procedure: 'dunning.approveLines', requestId, input }, (tx) => approveLines(tx, input)) })),
  issueRun: os.dunning.issueRun.handler(async ({ input: { requestId, ...input }, context }) => {
    const { ledger, user } = context
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'dunning.issueRun', requestId, input }, async (tx) => issueNext(tx, input, await loadCompany(tx), { today }),
      async (reader, { ids, ...rest }) => ({ issued: await rowsOf(reader, context, ids), ...rest }))
  }),
}
