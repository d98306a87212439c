import { lastDecision } from '../../db/bank/decisions.ts'
import { refuseOlder, refuseStale } from '../../db/versions.ts'
import type { StatementEvent, StatementInput, StatementResult } from '../../shared/bank/fileSchemas.ts'
import { reconciliationHtml } from '../../shared/bank/reconciliationHtml.ts'
import { acceptLines, acceptSure, keepLines } from '../../db/bank/commands.ts'
import { importStatementFile } from '../../db/bank/importing.ts'
import { statementInspectionOf, unreadableStatement } from '../../db/bank/inspection.ts'
import { forgetPayer } from '../../db/bank/learning.ts'
import { claimLine, classifyLines, linkLine, refundLine, unlinkLine } from '../../db/bank/links.ts'
import { planStatement } from '../../db/bank/plan.ts'
import { ProposalBook } from '../../db/bank/proposals.ts'
import { learntGrid, lineDetail, lineGrid, loadLine, loadRest, proposalGrid, statementGrid } from '../../db/bank/queries.ts'
import { accountOpening, reconciliationGrid, reconciliationOf, reconciliationView, saveReconciliation, setOpening } from '../../db/bank/reconciliations.ts'
import { decideSameness } from '../../db/bank/twins.ts'
import type { Ledger } from '../../db/ledger.ts'
import { ImportProblems } from '../../db/sheets/file.ts'
import { Pace } from '../../db/sheets/pace.ts'
import { readUpload } from '../sheets/upload.ts'
import { watchWork, type End, type Report } from '../sheets/watch.ts'
import { asAnswer } from './errors.ts'
import { os, todayOf, type Access, type Context } from './context.ts'

/** Reads and posts a file; a file that cannot be read is a problem of the file like any other. */
async function importFile({ file, password, ...options }: StatementInput, { ledger, user }: Access, signal: AbortSignal | undefined, report?: Report): Promise<StatementResult> {
  report?.({ stage: 'reading', done: 0, of: 1 })
  const content = await readUpload(file, password, signal)
  if ('problem' in content) throw new ImportProblems(unreadableStatement(file.name, content.problem).problems, 1)
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure: 'bank.import' }, (tx) => importStatementFile(tx, content, options, today, new Pace({ signal, report })), async (reader, { id, ...imported }) => {
    const page = id === null ? null : await statementGrid(reader, { offset: 0, limit: 1, sort: [], filters: [{ field: 'id', op: 'eq', value: id }], withTotals: false })
    return { ...imported, fileName: file.name, statement: page?.rows[0] ?? null }
  })
}

function lastEvent(ended: End<StatementResult>, context: Context): StatementEvent {
  if ('result' in ended) return { type: 'done', result: ended.result }
  if (ended.error instanceof ImportProblems) return { type: 'problems', problems: ended.error.problems, problemCount: ended.error.count }
  throw asAnswer(ended.error, context.office)
}

const books = new WeakMap<Ledger, ProposalBook>()

/** The proposals of a ledger are kept as long as it is open. */
function bookOf(ledger: Ledger): ProposalBook {
  const book = books.get(ledger) ?? new ProposalBook()
  books.set(ledger, book)
  return book
}

const paperOf = ({ ledger }: Access, { id, language }: { id: number; language: 'zh-CN' | 'en' }) =>
  ledger.read(async (reader) => reconciliationHtml(await reconciliationView(reader, id), language))

export const bank = {
  inspect: os.bank.inspect.handler(async ({ input: { file, password, ...options }, context: { ledger }, signal }) => {
    const content = await readUpload(file, password, signal)
    if ('problem' in content) return unreadableStatement(file.name, content.problem)
    const today = await todayOf(ledger)
    const plan = await ledger.read((reader) => planStatement(reader, content, options, today))
    return statementInspectionOf(file.name, content.table, plan)
  }),
  watch: os.bank.watch.handler(({ input, context, signal }) => watchWork((cancel, report) => importFile(input, context, cancel, report), (end) => lastEvent(end, context), signal)),
  import: os.bank.import.handler(async ({ input, context, signal, errors }) => {
    try {
      return await importFile(input, context, signal)
    } catch (error) {
      if (error instanceof ImportProblems) throw errors.PROBLEMS({ data: { problems: error.problems, problemCount: error.count } })
      throw error
    }
  }),
  statements: os.bank.statements.handler(({ input, context: { ledger } }) => ledger.read((reader) => statementGrid(reader, input))),
  rest: os.bank.rest.handler(({ input, context: { ledger } }) => ledger.read((reader) => loadRest(reader, input.id))),
  lines: os.bank.lines.handler(({ input, context: { ledger } }) => ledger.read((reader) => lineGrid(reader, input))),
  proposals: os.bank.proposals.handler(({ input, context: { ledger } }) => ledger.read(async (reader) => proposalGrid(reader, input, await bookOf(ledger).of(reader)))),
  detail: os.bank.detail.handler(async ({ input, context: { ledger } }) => {
    const today = await todayOf(ledger)
    return ledger.read(async (reader) => lineDetail(reader, input.id, input.customerId, await bookOf(ledger).of(reader), today))
  }),
  accept: os.bank.accept.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'bank.accept', requestId, input }, (tx) => acceptLines(tx, input.lines, { today }))
  }),
  acceptSure: os.bank.acceptSure.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    const { accepted, amount, remaining } = await ledger.write({ by: user, procedure: 'bank.acceptSure', requestId, input }, (tx) => acceptSure(tx, input, { today }, bookOf(ledger)))
    bookOf(ledger).committed()
    return { accepted, amount, remaining }
  }),
  keep: os.bank.keep.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'bank.keep', requestId, input }, (tx) => keepLines(tx, input.lineIds, { today }))
  }),
  claim: os.bank.claim.handler(async ({ input: { requestId, ...input }, context }) => {
    const today = await todayOf(context.ledger)
    return context.ledger.write({ by: context.user, procedure: 'bank.claim', requestId, input }, (tx) => claimLine(tx, input, { today }), (reader) => loadLine(reader, input.id))
  }),
  link: os.bank.link.handler(async ({ input: { requestId, ...input }, context }) => {
    return context.ledger.write({ by: context.user, procedure: 'bank.link', requestId, input }, (tx) => linkLine(tx, input), (reader) => loadLine(reader, input.id))
  }),
  unlink: os.bank.unlink.handler(async ({ input: { requestId, ...input }, context }) => {
    return context.ledger.write({ by: context.user, procedure: 'bank.unlink', requestId, input }, (tx) => unlinkLine(tx, input.id), (reader) => loadLine(reader, input.id))
  }),
  refund: os.bank.refund.handler(async ({ input: { requestId, ...input }, context }) => {
    const today = await todayOf(context.ledger)
    return context.ledger.write({ by: context.user, procedure: 'bank.refund', requestId, input }, (tx) => refundLine(tx, input, { today }), (reader) => loadLine(reader, input.id))
  }),
  classify: os.bank.classify.handler(({ input: { requestId, version, ...input }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'bank.classify', requestId, input }, async (tx) => {
      refuseOlder(version, await lastDecision(tx, input.lineIds))
      return classifyLines(tx, input.lineIds, input.class)
    })),
  sameness: os.bank.sameness.handler(({ input: { requestId, ...input }, context: { ledger, user } }) =>
    ledger.write({ by: user, procedure: 'bank.sameness', requestId, input }, (tx) => decideSameness(tx, input.lineIds, input.same))),
  learnt: os.bank.learnt.handler(({ input, context: { ledger } }) => ledger.read((reader) => learntGrid(reader, input))),
  forget: os.bank.forget.handler(async ({ input, context: { ledger, user } }) => {
    await ledger.write({ by: user, procedure: 'bank.forget' }, async (tx) => {
      await refuseStale(tx, { what: 'learntPayer', id: input.id, there: 'learntPayers' }, input.version)
      await forgetPayer(tx, input.id)
    })
    return { id: input.id }
  }),
  opening: os.bank.opening.handler(({ input, context: { ledger } }) => ledger.read((reader) => accountOpening(reader, input.id))),
  setOpening: os.bank.setOpening.handler(async ({ input: { version, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'bank.setOpening' }, async (tx) => {
      const present = await accountOpening(tx, input.id)
      await refuseStale(tx, { what: 'accountOpening', id: input.id }, version, present.version)
      await setOpening(tx, input, today)
    }, (reader) => accountOpening(reader, input.id))
  }),
  reconcile: os.bank.reconcile.handler(({ input, context: { ledger } }) => ledger.read((reader) => reconciliationOf(reader, input))),
  saveReconciliation: os.bank.saveReconciliation.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'bank.saveReconciliation', requestId, input }, (tx) => saveReconciliation(tx, input, today), (reader, id) => reconciliationView(reader, id))
  }),
  reconciliations: os.bank.reconciliations.handler(({ input, context: { ledger } }) => ledger.read((reader) => reconciliationGrid(reader, input))),
  reconciliation: os.bank.reconciliation.handler(({ input, context: { ledger } }) => ledger.read((reader) => reconciliationView(reader, input.id))),
  reconciliationHtml: os.bank.reconciliationHtml.handler(async ({ input, context }) => ({ html: await paperOf(context, input) })),
  reconciliationPdf: os.bank.reconciliationPdf.handler(async ({ input, context }) => {
    const { bankAccount, asOf } = await context.ledger.read((reader) => reconciliationView(reader, input.id))
    const bytes = await context.office.options.effects.printPdf(await paperOf(context, input), {})
    return new File([new Uint8Array(bytes)], `${bankAccount} ${asOf}.pdf`, { type: 'application/pdf' })
  }),
  printReconciliation: os.bank.printReconciliation.handler(async ({ input, context }) => {
    const html = await paperOf(context, input)
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html)
    return { html, native }
  }),
}
