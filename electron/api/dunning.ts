import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import { lettersHtml } from '../../shared/dunning/letterHtml.ts'
import { issueLetters, notePrint } from '../../db/dunning/commands.ts'
import { candidates, letterContent, letterGrid, letterView, type DunningQuestion } from '../../db/dunning/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { os, todayOf, type Access } from './context.ts'

const questionOf = async (reader: Reader, { ledger, scope }: Access, input: { asOf?: Day | undefined; currency?: string | undefined }): Promise<DunningQuestion> => ({
  asOf: input.asOf ?? (await officeToday(reader, ledger.now())), currency: input.currency ?? (await loadCompany(reader)).currency,
  options: await loadOptions(reader), scope,
})

/** Each time a letter goes to paper it is noted, in the same order for a batch; from the second time on it is a reprint. */
async function papers({ ledger, user, scope }: Access, ids: readonly number[], how: 'pdf' | 'print') {
  const letters = await ledger.read(async (reader) => {
    const found = []
    for (const id of ids) found.push(await letterView(reader, id, scope))
    return found
  })
  const reprints = await ledger.write({ by: user, procedure: 'dunning.print' }, async (tx) => {
    const marks: boolean[] = []
    for (const letter of letters) marks.push(await notePrint(tx, letter.id, how))
    return marks
  })
  return letters.map((letter, index) => ({ content: letter.content, reprint: reprints[index] ?? true }))
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
  html: os.dunning.html.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => {
    const letter = await letterView(reader, input.id, scope)
    return { html: lettersHtml([{ content: letter.content, reprint: letter.prints > 0 }]) }
  })),
  pdf: os.dunning.pdf.handler(async ({ input, context }) => {
    const { effects } = context.office.options
    const [paper] = await context.ledger.read(async (reader) => [await letterView(reader, input.id, context.scope)])
    const html = lettersHtml([{ content: paper.content, reprint: paper.prints > 0 }])
    // Printed first: a print that fails must not count as one.
    const bytes = await effects.printPdf(html, { footer: paper.number })
    await papers(context, [input.id], 'pdf')
    return new File([new Uint8Array(bytes)], `${paper.number}.pdf`, { type: 'application/pdf' })
  }),
  print: os.dunning.print.handler(async ({ input, context }) => {
    const html = lettersHtml(await papers(context, input.ids, 'print'))
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html)
    return { html, native }
  }),
}
