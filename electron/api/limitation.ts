import { clockView, limitationGrid } from '../../db/limitation/clocks.ts'
import { fileLawsuit, noteInterruption, recordLawsuitEvent, undoInterruption } from '../../db/limitation/commands.ts'
import { interruptionView } from '../../db/limitation/interruptions.ts'
import { lawsuitGrid, lawsuitView } from '../../db/limitation/lawsuits.ts'
import type { Day } from '../../shared/day.ts'
import type { InterruptionView } from '../../shared/limitation/schemas.ts'
import type { Scope } from '../../db/customers/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { officeToday } from '../../db/settings/queries.ts'
import type { Writer } from '../../db/writer.ts'
import { os, todayOf, type Access } from './context.ts'

type Work<Input> = (tx: Writer, input: Input, today: { today: Awaited<ReturnType<typeof todayOf>> }, scope: Scope) => Promise<number>

type View<Answer> = (reader: Reader, id: number, today: Day, scope: Scope) => Promise<Answer>

async function post<Input extends { requestId?: string | undefined }, Answer>(
  { ledger, user, scope }: Access, procedure: string, { requestId, ...input }: Input, work: Work<Omit<Input, 'requestId'>>, view: View<Answer>,
): Promise<Answer> {
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure: `limitation.${procedure}`, requestId, input }, (tx) => work(tx, input, { today }, scope), (reader, id) => view(reader, id, today, scope))
}

const asInterruption: View<InterruptionView> = (reader, id) => interruptionView(reader, id)

export const limitation = {
  list: os.limitation.list.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    limitationGrid(ledger, reader, request, { asOf: await officeToday(reader, ledger.now()), scope, customerId }))),
  clock: os.limitation.clock.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => clockView(reader, input.itemId, { asOf: await officeToday(reader, ledger.now()), scope }))),
  interrupt: os.limitation.interrupt.handler(({ input, context }) => post(context, 'interrupt', input, noteInterruption, asInterruption)),
  undoInterruption: os.limitation.undoInterruption.handler(({ input, context }) => post(context, 'undoInterruption', input, undoInterruption, asInterruption)),
  lawsuits: os.limitation.lawsuits.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    lawsuitGrid(reader, request, { asOf: await officeToday(reader, ledger.now()), customerId }, scope))),
  lawsuit: os.limitation.lawsuit.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => lawsuitView(reader, input.id, await officeToday(reader, ledger.now()), scope))),
  fileLawsuit: os.limitation.fileLawsuit.handler(({ input, context }) => post(context, 'fileLawsuit', input, fileLawsuit, lawsuitView)),
  recordLawsuitEvent: os.limitation.recordLawsuitEvent.handler(({ input, context }) => post(context, 'recordLawsuitEvent', input, recordLawsuitEvent, lawsuitView)),
}
