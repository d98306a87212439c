import { clockView, limitationGrid } from '../../db/limitation/clocks.ts'
import { fileLawsuit, noteInterruption, recordLawsuitEvent, undoInterruption } from '../../db/limitation/commands.ts'
import { interruptionView } from '../../db/limitation/interruptions.ts'
import { lawsuitGrid, lawsuitView } from '../../db/limitation/lawsuits.ts'
import type { InterruptionView, LawsuitView } from '../../shared/limitation/schemas.ts'
import type { Scope } from '../../db/customers/queries.ts'
import { officeToday } from '../../db/settings/queries.ts'
import type { Writer } from '../../db/writer.ts'
import { os, todayOf, type Access } from './context.ts'

type Work<Input> = (tx: Writer, input: Input, today: { today: Awaited<ReturnType<typeof todayOf>> }, scope: Scope) => Promise<number>

async function post<Input extends { requestId?: string | undefined }>({ ledger, user, scope }: Access, procedure: string, { requestId, ...input }: Input, work: Work<Omit<Input, 'requestId'>>): Promise<number> {
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure: `limitation.${procedure}`, requestId, input }, (tx) => work(tx, input, { today }, scope))
}

const interruptionOf = async ({ ledger }: Access, posted: Promise<number>): Promise<InterruptionView> => {
  const id = await posted
  return ledger.read((reader) => interruptionView(reader, id))
}
const lawsuitOf = async ({ ledger, scope }: Access, posted: Promise<number>): Promise<LawsuitView> => {
  const id = await posted
  return ledger.read(async (reader) => lawsuitView(reader, id, await officeToday(reader, ledger.now()), scope))
}

export const limitation = {
  list: os.limitation.list.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    limitationGrid(ledger, reader, request, { asOf: await officeToday(reader, ledger.now()), scope, customerId }))),
  clock: os.limitation.clock.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => clockView(reader, input.itemId, { asOf: await officeToday(reader, ledger.now()), scope }))),
  interrupt: os.limitation.interrupt.handler(({ input, context }) => interruptionOf(context, post(context, 'interrupt', input, noteInterruption))),
  undoInterruption: os.limitation.undoInterruption.handler(({ input, context }) => interruptionOf(context, post(context, 'undoInterruption', input, undoInterruption))),
  lawsuits: os.limitation.lawsuits.handler(({ input: { customerId, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    lawsuitGrid(reader, request, { asOf: await officeToday(reader, ledger.now()), customerId }, scope))),
  lawsuit: os.limitation.lawsuit.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => lawsuitView(reader, input.id, await officeToday(reader, ledger.now()), scope))),
  fileLawsuit: os.limitation.fileLawsuit.handler(({ input, context }) => lawsuitOf(context, post(context, 'fileLawsuit', input, fileLawsuit))),
  recordLawsuitEvent: os.limitation.recordLawsuitEvent.handler(({ input, context }) => lawsuitOf(context, post(context, 'recordLawsuitEvent', input, recordLawsuitEvent))),
}
