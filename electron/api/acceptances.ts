import type { z } from 'zod'
import { bookHtml } from '../../shared/acceptances/bookHtml.ts'
import type { bookInput } from '../../shared/acceptances/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { acceptanceBook } from '../../db/acceptances/book.ts'
import { acceptanceCalendar } from '../../db/acceptances/calendar.ts'
import {
  collectAcceptance, discountAcceptance, dishonourAcceptance, endorseAcceptance, notifyPriorHand, presentAcceptance, settleAcceptance, splitAcceptance,
} from '../../db/acceptances/commands.ts'
import { releaseUndoneLines } from '../../db/bank/decisions.ts'
import { acceptanceGrid, acceptanceView, billsOfReceipt } from '../../db/acceptances/queries.ts'
import { receiveAcceptances, registerAcceptances } from '../../db/acceptances/register.ts'
import { undoAcceptance } from '../../db/acceptances/undo.ts'
import type { Reader } from '../../db/reader.ts'
import type { Today } from '../../db/receipts/commands.ts'
import { receiptView } from '../../db/receipts/queries.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import type { Writer } from '../../db/writer.ts'
import { bookWorkbook } from '../printing/bookWorkbook.ts'
import { os, todayOf, type Access } from './context.ts'

/** Takes one step of a bill's life in one write, and answers with the bill as it then stands. */
async function step<Input extends { id: number; requestId?: string | undefined }>(
  { ledger, user, scope }: Access, procedure: string, { requestId, ...input }: Input, command: (tx: Writer, input: Omit<Input, 'requestId'>, today: Today) => Promise<void>,
) {
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure, requestId, input }, (tx) => command(tx, input, { today }), (reader) => acceptanceView(reader, input.id, today, scope))
}

/** The receipt with the bills that it brought. */
const receivedAs = (scope: Access['scope'], today: Day) => async (reader: Reader, receiptId: number) =>
  ({ receipt: await receiptView(reader, receiptId, scope), acceptances: await billsOfReceipt(reader, receiptId, today, scope) })

const bookOf = ({ ledger, scope }: Access, input: z.output<typeof bookInput>) => ledger.read(async (reader) => ({ book: await acceptanceBook(reader, input, scope), company: await loadCompany(reader) }))

export const acceptances = {
  list: os.acceptances.list.handler(async ({ input, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read((reader) => acceptanceGrid(reader, input, today, scope))
  }),
  get: os.acceptances.get.handler(async ({ input, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read((reader) => acceptanceView(reader, input.id, today, scope))
  }),
  calendar: os.acceptances.calendar.handler(async ({ input, context: { ledger, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.read((reader) => acceptanceCalendar(reader, input, today, scope))
  }),
  book: os.acceptances.book.handler(async ({ input, context }) => {
    const { book, company } = await bookOf(context, input)
    return { html: bookHtml(book, company, input.language) }
  }),
  printBook: os.acceptances.printBook.handler(async ({ input, context }) => {
    const { book, company } = await bookOf(context, input)
    const html = bookHtml(book, company, input.language)
    const native = context.office.options.printing === 'native'
    if (native) await context.office.options.effects.print(html, { landscape: true })
    return { html, native }
  }),
  workbook: os.acceptances.workbook.handler(async ({ input, context }) => {
    const { book, company } = await bookOf(context, input)
    return new File([await bookWorkbook(book, company.name, input.language)], `${input.language === 'en' ? 'Acceptances' : '应收票据备查簿'}-${input.from}-${input.to}.xlsx`, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  }),
  receive: os.acceptances.receive.handler(async ({ input: { requestId, ...input }, context }) => {
    const { ledger, user, scope } = context
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'acceptances.receive', requestId, input }, (tx) => receiveAcceptances(tx, input, { today }), receivedAs(scope, today))
  }),
  register: os.acceptances.register.handler(async ({ input: { requestId, ...input }, context }) => {
    const { ledger, user, scope } = context
    return ledger.write({ by: user, procedure: 'acceptances.register', requestId, input }, (tx) => registerAcceptances(tx, input), receivedAs(scope, await todayOf(ledger)))
  }),
  split: os.acceptances.split.handler(({ input, context }) => step(context, 'acceptances.split', input, splitAcceptance)),
  endorse: os.acceptances.endorse.handler(({ input, context }) => step(context, 'acceptances.endorse', input, endorseAcceptance)),
  discount: os.acceptances.discount.handler(({ input, context }) => step(context, 'acceptances.discount', input, discountAcceptance)),
  present: os.acceptances.present.handler(({ input, context }) => step(context, 'acceptances.present', input, presentAcceptance)),
  collect: os.acceptances.collect.handler(({ input, context }) => step(context, 'acceptances.collect', input, collectAcceptance)),
  dishonour: os.acceptances.dishonour.handler(({ input, context }) => step(context, 'acceptances.dishonour', input, dishonourAcceptance)),
  settle: os.acceptances.settle.handler(({ input, context }) => step(context, 'acceptances.settle', input, settleAcceptance)),
  notify: os.acceptances.notify.handler(({ input, context }) => step(context, 'acceptances.notify', input, notifyPriorHand)),
  undo: os.acceptances.undo.handler(({ input, context }) => step(context, 'acceptances.undo', input, async (tx, one, today) => {
    await undoAcceptance(tx, one, today)
    await releaseUndoneLines(tx, one.id)
  })),
}
