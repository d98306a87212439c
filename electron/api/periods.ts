import type { Month } from '../../shared/day.ts'
import { controlTotalsHtml } from '../../shared/periods/controlTotalsHtml.ts'
import { closeMonth, reopenMonth } from '../../db/periods/commands.ts'
import { controlTotals, ledgerCard } from '../../db/periods/controlTotals.ts'
import { listPeriods, monthCheck, periodView } from '../../db/periods/queries.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { controlTotalsWorkbook } from '../printing/controlTotalsWorkbook.ts'
import { os, todayOf, type Access } from './context.ts'

const totalsOf = ({ ledger }: Access, month: Month) => ledger.read(async (reader) => ({ found: await controlTotals(reader, month), company: await loadCompany(reader) }))

export const periods = {
  list: os.periods.list.handler(async ({ context: { ledger } }) => {
    const today = await todayOf(ledger)
    return ledger.read((reader) => listPeriods(reader, today))
  }),
  check: os.periods.check.handler(async ({ input, context: { ledger } }) => {
    const today = await todayOf(ledger)
    return ledger.read((reader) => monthCheck(reader, input.month, today))
  }),
  close: os.periods.close.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'periods.close', requestId, input }, (tx) => closeMonth(tx, input, { today }), (reader) => periodView(reader, input.month, today))
  }),
  reopen: os.periods.reopen.handler(async ({ input: { requestId, ...input }, context: { ledger, user } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'periods.reopen', requestId, input }, (tx) => reopenMonth(tx, input), (reader) => periodView(reader, input.month, today))
  }),
  totals: os.periods.totals.handler(({ input, context: { ledger } }) => ledger.read((reader) => controlTotals(reader, input.month))),
  movements: os.periods.movements.handler(({ input, context: { ledger } }) => ledger.read(async (reader) =>
    ledgerCard(reader, input.month, input.customerId, input.currency ?? (await loadCompany(reader)).currency))),
  workbook: os.periods.workbook.handler(async ({ input, context }) => {
    const { found, company } = await totalsOf(context, input.month)
    return new File([await controlTotalsWorkbook(found, company.name, input.language)], `${input.language === 'en' ? 'ControlTotals' : '应收总控'}-${input.month}.xlsx`, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  }),
  print: os.periods.print.handler(async ({ input, context }) => {
    const { found, company } = await totalsOf(context, input.month)
    const html = controlTotalsHtml(found, company, input.language)
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html, {})
    return { html, native }
  }),
}
