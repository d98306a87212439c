/**
 * Mail through the office's SMTP server: one connection a mail, text and attachments only, nothing fetched and no file
 * read. What goes wrong is an answer, not an error, so that the next mail goes on.
 */
import { createTransport } from 'nodemailer'
import type { MailFailure, MailSecurity } from '../../shared/deliveries/mailSchemas.ts'
import { oneLine } from '../../shared/deliveries/mailText.ts'

export interface MailServer {
  host: string
  port: number
  security: MailSecurity
  user: string
  password: string
}

export interface MailPerson {
  name: string
  address: string
}

export interface Mail {
  from: MailPerson
  replyTo: string
  to: MailPerson
  subject: string
  text: string
  attachments: readonly { name: string; type: string; bytes: Uint8Array }[]
}

export interface MailOutcome {
  /** '' when the server took it. */
  reason: MailFailure
  messageId: string
  /** The server's own words, or those of the connection. */
  answer: string
}

const LONGEST_ANSWER = 500
export const MAIL_PATIENCE_MS = 20_000

/** Sends one mail, or says why not; waits no longer than `patience` for any answer of the server, and three times that in all. */
export async function sendMail(server: MailServer, mail: Mail, patience = MAIL_PATIENCE_MS): Promise<MailOutcome> {
  const { host, port, security, user, password } = server
  const transport = createTransport({
    host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience, disableFileAccess: true, disableUrlAccess: true,
  })
  try {
    const { messageId, response } = await within(patience * 3, transport.sendMail({
      from: person(mail.from), to: person(mail.to), ...(mail.replyTo === '' ? {} : { replyTo: mail.replyTo }),
      envelope: { from: mail.from.address, to: [mail.to.address] },
      subject: oneLine(mail.subject), text: mail.text,
      attachments: mail.attachments.map(({ name, type, bytes }) => ({ filename: oneLine(name), contentType: type, content: Buffer.from(bytes) })),
    }))
    return { reason: '', messageId, answer: response.slice(0, LONGEST_ANSWER) }
  } catch (error) {
    return { reason: failureOf(error), messageId: '', answer: wordsOf(error) }
  } finally {
    transport.close()
  }
}

const person = ({ name, address }: MailPerson) => ({ name: oneLine(name), address })

interface SmtpError extends Error {
  code?: string
  command?: string
}
const isSmtpError = (error: unknown): error is SmtpError => error instanceof Error

/** A server that answers each line just in time would otherwise keep us for as long as it likes. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const TLS_WORDS = /certificate|self.signed|\bssl\b|\btls\b|starttls|altname/i

function failureOf(error: unknown): MailFailure {
  if (!isSmtpError(error)) return 'rejected'
  const { code = '', command = '', message } = error
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'auth'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'ETLS' || command === 'STARTTLS' || TLS_WORDS.test(message)) return 'tls'
  if (code === 'EENVELOPE') return command === 'MAIL FROM' ? 'rejected' : 'recipient'
  return code === 'EMESSAGE' || code === 'EPROTOCOL' ? 'rejected' : 'connection'
}

/** Never the password: a server may repeat what it was sent. */
const wordsOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ANSWER)
