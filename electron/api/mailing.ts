/**
 * Papers by e-mail, one after the other: the paper is printed to PDF, the claim of the request is kept, the server is
 * asked, and what it answered is kept. No transaction is open while the network is waited for.
 */
import { randomUUID } from 'node:crypto'
import { addressOf, answeredBefore, loadMailSettings, mailedAt, recordAttempt } from '../../db/deliveries/mail.ts'
import { deliverables, type Deliverable } from '../../db/deliveries/documents.ts'
import type { Reader } from '../../db/reader.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { cleanName } from '../../shared/deliveries/fileNames.ts'
import { SERVER_FAILURES, type MailDraftRow, type MailInput, type MailResult, type MailSettings, type MailText } from '../../shared/deliveries/mailSchemas.ts'
import { fillLine, fillText, isMailSet } from '../../shared/deliveries/mailText.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LetterLanguage } from '../../shared/templates/schemas.ts'
import { readMailPassword } from '../mail/password.ts'
import { sendMail, type Mail, type MailOutcome, type MailServer } from '../mail/smtp.ts'
import { todayOf, type Access, type Context } from './context.ts'
import { factsOf, languageOf, withKind, type IssuedView } from './issuedPapers.ts'
import { pdfOf, type PaperKind } from './papers.ts'

type Caller = Context & Access

interface Post {
  settings: MailSettings
  server: MailServer
  /** The office's name, where the settings have none. */
  company: string
  patience: number | undefined
}

/** The server with its password. Refuses mailNotSet. */
async function postOf({ ledger, office }: Caller): Promise<Post> {
  const { settings, company } = await ledger.read(async (reader) => ({ settings: await loadMailSettings(reader), company: await loadCompany(reader) }))
  if (!isMailSet(settings)) throw new Refusal('mailNotSet')
  const { host, port, security, user } = settings
  const password = readMailPassword(office.options.dataFolder, ledger.location) ?? ''
  return { settings, server: { host, port, security, user, password }, company: company.name, patience: office.options.mailPatienceMs }
}

const send = ({ settings, server, company, patience }: Post, mail: Omit<Mail, 'from' | 'replyTo'>): Promise<MailOutcome> =>
  sendMail(server, { ...mail, from: { name: settings.fromName || company, address: settings.fromAddress }, replyTo: settings.replyTo }, patience)

const TEST: Record<LetterLanguage, MailText> = {
  'zh-CN': { subject: '回款管家：测试邮件', text: '收到这封邮件，说明发信设置可用。\n' },
  en: { subject: 'Huikuan: test mail', text: 'This mail arrived, so the mail settings work.\n' },
}

/** A mail to see whether the settings work. Refuses mailNotSet. */
export async function sendTest(context: Caller, to: string, language: LetterLanguage): Promise<{ sent: boolean; reason: MailOutcome['reason']; answer: string }> {
  const { reason, answer } = await send(await postOf(context), { to: { name: '', address: to }, ...TEST[language], attachments: [] })
  return { sent: reason === '', reason, answer }
}

/** The papers in the order in which they were asked for. Refuses notFound, letterVoided. */
async function findAll(reader: Reader, paper: DeliveredPaper, ids: readonly number[], scope: number | null): Promise<Deliverable[]> {
  const known = await deliverables(reader, paper, ids, scope)
  return [...new Set(ids)].map((id) => {
    const document = known.get(id)
    if (!document) throw new Refusal('notFound')
    if (document.voided) throw new Refusal('letterVoided', { field: 'documentIds', params: { number: document.number } })
    return document
  })
}

/** To whom each paper would go, and the words of the first. Refuses notFound, letterVoided. */
export const draftMails = ({ ledger, scope }: Access, paper: DeliveredPaper, ids: readonly number[]) => ledger.read(async (reader) => {
  const settings = await loadMailSettings(reader)
  const documents = await findAll(reader, paper, ids, scope)
  const letters: MailDraftRow[] = []
  for (const { id, number, kind, customerId, customerName } of documents) {
    letters.push({ documentId: id, number, kind, customerId, customerName, ...(await addressOf(reader, customerId)), mailedAt: await mailedAt(reader, paper, id) })
  }
  const first: IssuedView = await withKind(paper, (kind) => kind.view(reader, documents[0]?.id ?? 0, scope))
  return { ready: isMailSet(settings), from: settings.fromAddress, sample: wordsOf(settings, paper, first), letters }
})

function wordsOf(settings: MailSettings, paper: DeliveredPaper, document: IssuedView): MailText {
  const { subject, text } = settings.texts[paper][languageOf(document)]
  const facts = factsOf(document)
  return { subject: fillLine(subject, facts), text: fillText(text, facts) }
}

/** Sends the papers by the ids of their requests, none of them twice. Refuses mailNotSet, notFound, letterVoided, pdfUnavailable. */
export async function mailPapers(context: Caller, { paper, letters, requestId }: MailInput, signal: AbortSignal | undefined): Promise<MailResult[]> {
  const post = await postOf(context)
  const today = await todayOf(context.ledger)
  const documents = await context.ledger.read((reader) => findAll(reader, paper, letters.map(({ documentId }) => documentId), context.scope))
  const results: MailResult[] = []
  for (const document of documents) {
    if (signal?.aborted) break
    const to = letters.find(({ documentId }) => documentId === document.id)?.to ?? ''
    const untried = (reason: MailResult['reason']): MailResult => ({ documentId: document.id, number: document.number, to, sent: false, reason, answer: '', deliveryId: null })
    if (to === '') results.push(untried('noAddress'))
    // What the server as a whole refused it would refuse again, after the same wait.
    else if (results.some(({ reason }) => SERVER_FAILURES.has(reason))) results.push(untried('notTried'))
    else results.push((await withKind(paper, (kind) => mailOne(context, kind, { document, to, key: `${requestId}:${paper}:${document.id}` }, post, today))) ?? untried('interrupted'))
  }
  return results
}

interface Order {
  document: Deliverable
  to: string
  /** One key is sent once: who keeps its claim first sends, everybody else is told what came of it. */
  key: string
}

/** Null when an earlier try was cut off between the sending and the noting: nobody knows whether it went out, so it is not sent again. */
async function mailOne<View extends IssuedView>(context: Caller, kind: PaperKind<View>, { document, to, key }: Order, post: Post, today: Day): Promise<MailResult | null> {
  const { ledger, user, scope } = context
  const said = { to, document: document.number }
  const earlier = await ledger.read((reader) => answeredBefore(reader, key))
  if (earlier !== undefined) return doneBefore(context, key)
  const view = await ledger.read((reader) => kind.view(reader, document.id, scope))
  const bytes = await pdfOf(context, kind, [view], view.number)
  const mine = randomUUID()
  if ((await ledger.write({ by: user, procedure: 'deliveries.claimMail', requestId: key, input: said }, () => Promise.resolve(mine))) !== mine) return doneBefore(context, key)
  const { subject, text } = wordsOf(post.settings, document.paper, view)
  const outcome = await send(post, {
    to: { name: document.customerName, address: to }, subject, text, attachments: [{ name: `${cleanName(`${document.customerName} ${document.number}`, document.number)}.pdf`, type: 'application/pdf', bytes }],
  })
  return ledger.write({ by: user, procedure: 'deliveries.mail', requestId: `${key}:done`, input: said }, async (tx) => {
    if (outcome.reason === '') await kind.note(tx, document.id, 'pdf')
    return recordAttempt(tx, { document, to, subject, ...outcome }, today)
  })
}

const doneBefore = async ({ ledger }: Caller, key: string): Promise<MailResult | null> => ((await ledger.read((reader) => answeredBefore(reader, `${key}:done`))) as MailResult | undefined) ?? null
