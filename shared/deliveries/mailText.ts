/** The words of a mail: facts are put in for names in double braces, and that is all; what is put in is never read again. */
import { FIRST_MAIL_TEXTS } from './mailDefaults.ts'
import type { MailSettings } from './mailSchemas.ts'

/** What the words may speak of, in the order in which the office is shown them. */
export const MAIL_FACTS = ['customer.name', 'customer.contact', 'title', 'number', 'total', 'issuedOn', 'payBy', 'company.name', 'company.contact', 'company.phone', 'sender'] as const
export type MailFact = (typeof MAIL_FACTS)[number]
export type MailFacts = Readonly<Record<MailFact, string>>

const HOLE = /\{\{\s*([^{}]*?)\s*\}\}/g
const isFact = (name: string): name is MailFact => (MAIL_FACTS as readonly string[]).includes(name)

/** The first name in the text that is none of the facts, or null. */
export const unknownFact = (text: string): string | null => [...text.matchAll(HOLE)].map((match) => match[1] ?? '').find((name) => !isFact(name)) ?? null

export const fillText = (text: string, facts: MailFacts): string => text.replace(HOLE, (_, name: string) => (isFact(name) ? facts[name] : ''))

/** A subject is one line, whatever the facts hold: control characters, line and paragraph ends become spaces. */
export const fillLine = (text: string, facts: MailFacts): string => oneLine(fillText(text, facts))

export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

export const NO_MAIL_SETTINGS: MailSettings = { host: '', port: 465, security: 'tls', user: '', fromAddress: '', fromName: '', replyTo: '', texts: FIRST_MAIL_TEXTS }

/** True when a mail can be tried. */
export const isMailSet = ({ host, fromAddress }: Pick<MailSettings, 'host' | 'fromAddress'>): boolean => host !== '' && fromAddress !== ''
