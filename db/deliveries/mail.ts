/** Letters by e-mail as the ledger knows them: the settings but for the password, each attempt, and where a customer's mail goes. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { ADDRESS_SOURCES, MailAttemptRow, MailResult, MailSettings } from '../../shared/deliveries/mailSchemas.ts'
import { NO_MAIL_SETTINGS, unknownFact } from '../../shared/deliveries/mailText.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Contact } from '../../shared/customers/schemas.ts'
import type { Scope } from '../customers/queries.ts'
import type { Reader } from '../reader.ts'
import { putSetting } from '../settings/commands.ts'
import { setting } from '../settings/queries.ts'
import type { Writer } from '../writer.ts'
import { postDeliveries } from './commands.ts'
import { deliverables, type Deliverable } from './documents.ts'

const MOST_ATTEMPTS = 50

export const loadMailSettings = (reader: Reader): Promise<MailSettings> => setting(reader, 'mail', NO_MAIL_SETTINGS)

/** Keeps everything but the password, which never comes here. Refuses unknownPlaceholder. */
export async function changeMailSettings(tx: Writer, after: MailSettings): Promise<void> {
  for (const [paper, languages] of Object.entries(after.texts)) {
    for (const [language, texts] of Object.entries(languages)) {
      for (const [part, text] of Object.entries(texts)) {
        const name = unknownFact(text)
        if (name !== null) throw new Refusal('unknownPlaceholder', { field: `texts.${paper}.${language}.${part}`, params: { name } })
      }
    }
  }
  const before = await loadMailSettings(tx)
  await putSetting(tx, 'mail', after)
  tx.record({ what: 'mail', id: 'mail', before, after })
}

export interface Attempt {
  document: Deliverable
  to: string
  subject: string
  messageId: string
  /** The server's own words. */
  answer: string
  reason: MailResult['reason']
}

/** Keeps an attempt; what the server took is a delivery too. */
export async function recordAttempt(tx: Writer, { document, to, subject, messageId, answer, reason }: Attempt, today: Day): Promise<MailResult> {
  const sent = reason === ''
  const { mailAttempts: table } = tx.t
  const [deliveryId = null] = sent ? await postDeliveries(tx, [{ document, way: 'email', on: today, tracking: '', recipient: to, note: '' }]) : []
  await tx.post(table, [{
    id: await tx.nextId(table), paper: document.paper, documentId: document.id, to, subject, sent, messageId, answer, deliveryId, postedAt: tx.now, postedBy: tx.by.name,
  }])
  if (!sent) tx.mention(`${document.paper}:${document.id}:${document.number}`)
  return { documentId: document.id, number: document.number, to, sent, reason, answer, deliveryId }
}

/** What a request with this id answered before, or undefined when it never came. */
export async function answeredBefore(reader: Reader, requestId: string): Promise<unknown> {
  const [row] = await reader.rows<{ answer: string }>(sql`select answer from requests where request_id = ${requestId}`)
  return row === undefined ? undefined : (JSON.parse(row.answer) as unknown)
}

export interface KnownAddress {
  to: string
  source: (typeof ADDRESS_SOURCES)[number]
}

/** Where mail to a customer goes: the first contact with an address, else where the last mail to the customer was taken. */
export async function addressOf(reader: Reader, customerId: number): Promise<KnownAddress> {
  const [row] = await reader.rows<{ contacts: string }>(sql`select contacts from customers where id = ${customerId}`)
  const contact = (JSON.parse(row?.contacts ?? '[]') as Contact[]).find(({ email }) => email !== '')
  if (contact) return { to: contact.email, source: 'contact' }
  const [earlier] = await reader.rows<{ to: string }>(sql`select m.to_address as "to" from mail_attempts m where m.sent = 1 and (
      m.paper = 'letter' and m.document_id in (select l.id from letters l where l.customer_id = ${customerId})
      or m.paper = 'accountPaper' and m.document_id in (select a.id from account_papers a where a.customer_id = ${customerId})) order by m.id desc limit 1`)
  return earlier ? { to: earlier.to, source: 'earlier' } : { to: '', source: '' }
}

/** The attempts to mail a paper, the last first; none of a paper outside the scope. */
export async function attemptsOf(reader: Reader, paper: DeliveredPaper, documentId: number, scope: Scope): Promise<MailAttemptRow[]> {
  if (!(await deliverables(reader, paper, [documentId], scope)).has(documentId)) return []
  const { mailAttempts: m } = reader.t
  const rows = await reader.db.select().from(m).where(and(eq(m.paper, paper), eq(m.documentId, documentId))).orderBy(desc(m.id)).limit(MOST_ATTEMPTS)
  return rows.map(({ id, to, subject, sent, answer, deliveryId, postedAt, postedBy }) => ({ id, to, subject, sent, answer, deliveryId, postedAt, postedBy }))
}

/** When a paper was last taken by the server, or null. */
export async function mailedAt(reader: Reader, paper: DeliveredPaper, documentId: number): Promise<string | null> {
  const [row] = await reader.rows<{ at: string }>(sql`select m.posted_at as at from mail_attempts m where m.paper = ${paper} and m.document_id = ${documentId} and m.sent = 1 order by m.id desc limit 1`)
  return row?.at ?? null
}
