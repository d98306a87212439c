import { createHash } from 'node:crypto'
import { attachFile, recordDeliveries, recordOutcome, recordTracking, TrackingProblems, undoOutcome } from '../../db/deliveries/commands.ts'
import { deliveriesByIds, deliveryFile, deliveryGrid, deliveryView, paperStates } from '../../db/deliveries/queries.ts'
import { attemptsOf, changeMailSettings, loadMailSettings } from '../../db/deliveries/mail.ts'
import { refuseStale, versionOf } from '../../db/versions.ts'
import { officeToday } from '../../db/settings/queries.ts'
import type { Scope } from '../../db/customers/queries.ts'
import type { Writer } from '../../db/writer.ts'
import type { Day } from '../../shared/day.ts'
import type { MailSettings } from '../../shared/deliveries/mailSchemas.ts'
import { MAX_FILE_BYTES, type DeliveryView } from '../../shared/deliveries/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { readMailPassword, writeMailPassword } from '../mail/password.ts'
import { os, todayOf, type Access, type Context } from './context.ts'
import { asAnswer } from './errors.ts'
import { exportToFolder, exportToZip } from './exporting.ts'
import { draftMails, mailPapers, sendTest } from './mailing.ts'

/** Changes one delivery and answers how it then stands. `said` is what the request said, where that differs from its input. */
async function change<Input extends { id: number; requestId?: string | undefined }>(
  { ledger, user, scope }: Access, procedure: string, input: Input, work: (tx: Writer, input: Input, today: Day, scope: Scope) => Promise<void>, said: unknown = { ...input, requestId: undefined },
): Promise<DeliveryView> {
  const today = await todayOf(ledger)
  return ledger.write({ by: user, procedure: `deliveries.${procedure}`, requestId: input.requestId, input: said }, (tx) => work(tx, input, today, scope), (reader) => deliveryView(reader, input.id, today, scope))
}

const MAIL = { what: 'mail', id: 'mail' } as const
const mailSettingsOf = async ({ ledger, office }: Context & Access): Promise<{ settings: MailSettings; passwordSet: boolean; version: number }> =>
  ({ ...(await ledger.read(async (reader) => ({ settings: await loadMailSettings(reader), version: await versionOf(reader, MAIL) }))), passwordSet: readMailPassword(office.options.dataFolder, ledger.location) !== null })

export const deliveries = {
  list: os.deliveries.list.handler(({ input: { paper, documentId, waitingDays, ...request }, context: { ledger, scope } }) => ledger.read(async (reader) =>
    deliveryGrid(reader, request, { today: await officeToday(reader, ledger.now()), paper, documentId, waitingDays }, scope))),
  get: os.deliveries.get.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => deliveryView(reader, input.id, await officeToday(reader, ledger.now()), scope))),
  states: os.deliveries.states.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => paperStates(reader, input.paper, input.ids, scope))),
  record: os.deliveries.record.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    return ledger.write({ by: user, procedure: 'deliveries.record', requestId, input }, (tx) => recordDeliveries(tx, input, today, scope), (reader, ids) => deliveriesByIds(reader, ids, today, scope))
  }),
  recordTracking: os.deliveries.recordTracking.handler(async ({ input: { requestId, ...input }, context: { ledger, user, scope } }) => {
    const today = await todayOf(ledger)
    try {
      return { posted: await ledger.write({ by: user, procedure: 'deliveries.recordTracking', requestId, input }, (tx) => recordTracking(tx, input, today, scope)), problems: [] }
    } catch (error) {
      if (error instanceof TrackingProblems) return { posted: 0, problems: error.problems }
      throw error
    }
  }),
  recordOutcome: os.deliveries.recordOutcome.handler(({ input, context }) => change(context, 'recordOutcome', input, recordOutcome)),
  undoOutcome: os.deliveries.undoOutcome.handler(({ input, context }) => change(context, 'undoOutcome', input, undoOutcome)),
  attach: os.deliveries.attach.handler(async ({ input, context }) => {
    const { id, file } = input
    if (file.size > MAX_FILE_BYTES) throw new Refusal('fileTooLarge', { field: 'file' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const said = { id, name: file.name, hash: createHash('sha256').update(bytes).digest('hex') }
    return change(context, 'attach', input, (tx, _input, today, scope) => attachFile(tx, id, { name: file.name, bytes }, today, scope), said)
  }),
  file: os.deliveries.file.handler(({ input, context: { ledger, scope } }) => ledger.read(async (reader) => {
    const { name, type, bytes } = await deliveryFile(reader, input, await officeToday(reader, ledger.now()), scope)
    return new File([new Uint8Array(bytes)], name, { type })
  })),
  mailSettings: os.deliveries.mailSettings.handler(({ context }) => mailSettingsOf(context)),
  saveMailSettings: os.deliveries.saveMailSettings.handler(async ({ input: { password, version, ...settings }, context }) => {
    const { ledger, user, office } = context
    await ledger.write({ by: user, procedure: 'deliveries.saveMailSettings' }, async (tx) => {
      await refuseStale(tx, MAIL, version)
      await changeMailSettings(tx, settings)
    })
    if (password !== undefined) writeMailPassword(office.options.dataFolder, ledger.location, password)
    return mailSettingsOf(context)
  }),
  testMail: os.deliveries.testMail.handler(({ input, context }) => sendTest(context, input.to, input.language)),
  mailAttempts: os.deliveries.mailAttempts.handler(({ input, context: { ledger, scope } }) => ledger.read((reader) => attemptsOf(reader, input.paper, input.documentId, scope))),
  draftMails: os.deliveries.draftMails.handler(({ input, context }) => draftMails(context, input.paper, input.documentIds)),
  mail: os.deliveries.mail.handler(({ input, context, signal }) => mailPapers(context, input, signal)),
  exportPapers: os.deliveries.exportPapers.handler(async function* ({ input, context, signal }) {
    try {
      yield* exportToFolder(context, input, signal)
    } catch (error) {
      throw asAnswer(error, context.office)
    }
  }),
  zipPapers: os.deliveries.zipPapers.handler(({ input, context, signal }) => exportToZip(context, input, signal)),
}
