import type { AgingInput } from '../../shared/aging/schemas.ts'
import { agingHtml } from '../../shared/aging/agingHtml.ts'
import { Refusal } from '../../shared/refusal.ts'
import { agingItems, agingReport, currenciesInUse, type AgingQuestion } from '../../db/aging/queries.ts'
import { withDisputes } from '../../db/collection/standing.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany, loadOptions, officeToday } from '../../db/settings/queries.ts'
import { agingWorkbook } from '../printing/agingWorkbook.ts'
import { os, type Access } from './context.ts'

/** Fills what the question leaves open from the ledger's settings. Refuses ends that do not rise (badBoundaries). */
export async function questionOf(reader: Reader, { ledger, scope }: Access, input: Pick<AgingInput, 'asOf' | 'basis' | 'boundaries' | 'currency'>): Promise<AgingQuestion> {
  const [company, options] = [await loadCompany(reader), await loadOptions(reader)]
  const boundaries = input.boundaries?.split(',').map(Number) ?? options.boundaries
  if (boundaries.some((end, index) => end <= (boundaries[index - 1] ?? 0))) throw new Refusal('badBoundaries', { field: 'boundaries' })
  return { asOf: input.asOf ?? (await officeToday(reader, ledger.now())), basis: input.basis ?? options.basis, boundaries, currency: input.currency ?? company.currency, scope }
}

const report = (access: Access, input: AgingInput) => access.ledger.read(async (reader) => {
  const company = await loadCompany(reader)
  const found = await agingReport(reader, await questionOf(reader, access, input), input.groupBy, await currenciesInUse(reader, company.currency))
  return { found, company }
})

export const aging = {
  report: os.aging.report.handler(async ({ input, context }) => (await report(context, input)).found),
  items: os.aging.items.handler(({ input, context }) => context.ledger.read(async (reader) => {
    const question = await questionOf(reader, context, input)
    return withDisputes(reader, await agingItems(reader, question, input, input), question.asOf)
  })),
  workbook: os.aging.workbook.handler(async ({ input, context }) => {
    const { found, company } = await report(context, input)
    return new File([await agingWorkbook(found, company.name, input.language)], `${input.language === 'en' ? 'Aging' : '账龄表'}-${found.asOf}.xlsx`, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  }),
  print: os.aging.print.handler(async ({ input, context }) => {
    const { found, company } = await report(context, input)
    const html = agingHtml(found, company, input.language)
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html, { landscape: true })
    return { html, native }
  }),
}
