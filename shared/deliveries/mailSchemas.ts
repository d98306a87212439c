import { z } from 'zod'
import { zId, zRequestId, zShownName, zVersion } from '../procedure.ts'
import { LETTER_LANGUAGES } from '../templates/schemas.ts'
import { DELIVERED_KINDS, zDeliveredPaper } from './schemas.ts'

/** What may stand in the head of a mail: one line, nothing that would begin another head. */
const zLine = (longest: number) => z.string().trim().max(longest).regex(/^\P{Cc}*$/u)
/** One address of the plain kind; a list, a name or a comment in it is refused. */
export const zAddress = z.string().trim().max(200).regex(/^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/).meta({ description: '电子邮箱' })

/** tls 465 · starttls 587, both with a certificate that is checked · none 25, in clear text, for a server in the same house. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof MAIL_SECURITY)[number]

const mailText = z.object({ subject: zLine(200).min(1), text: z.string().max(4000) })
export type MailText = z.infer<typeof mailText>
const mailTexts = z.object({ 'zh-CN': mailText, en: mailText })

export const mailSettings = z.object({
  host: z.string().trim().max(200).regex(/^[A-Za-z0-9.-]*$/).meta({ description: 'SMTP 服务器；空为未设置' }), port: z.int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY).meta({ description: 'tls 加密（465）· starttls 加密（587）· none 不加密' }), user: zLine(200).meta({ description: '登录名；空为不登录' }),
  fromAddress: zAddress.or(z.literal('')), fromName: zLine(120), replyTo: zAddress.or(z.literal('')),
  texts: z.object({ letter: mailTexts, accountPaper: mailTexts }),
})
export type MailSettings = z.infer<typeof mailSettings>
export const mailSettingsView = z.object({ settings: mailSettings, passwordSet: z.boolean().meta({ description: '本机是否存有密码；密码从不返回' }), version: z.int() })
export const mailSettingsInput = mailSettings.extend({ version: zVersion, password: z.string().min(1).max(500).nullable().optional().meta({ description: '只存在本机，不进账套；空为不改，null 为删除' }) })

/** Why a mail did not go out; '' when the server took it. notTried: the server itself failed just before. */
export const MAIL_FAILURES = ['', 'noAddress', 'connection', 'tls', 'auth', 'recipient', 'timeout', 'rejected', 'interrupted', 'notTried'] as const
export const zMailFailure = z.enum(MAIL_FAILURES)
export type MailFailure = z.infer<typeof zMailFailure>
/** Failures of the server as a whole: the next letter would fail alike. */
export const SERVER_FAILURES: ReadonlySet<MailFailure> = new Set(['connection', 'tls', 'auth', 'timeout'])

export const testMailInput = z.object({ to: zAddress, language: z.enum(LETTER_LANGUAGES).default('zh-CN') })
export const testMailAnswer = z.object({ sent: z.boolean(), reason: zMailFailure, answer: z.string().meta({ description: '服务器的原话' }) })

const MOST_LETTERS = 200
export const mailDraftInput = z.object({ paper: zDeliveredPaper, documentIds: z.array(zId).min(1).max(MOST_LETTERS) })
/** Where an address comes from: the customer's contact, or the last mail to the customer that was taken. */
export const ADDRESS_SOURCES = ['contact', 'earlier', ''] as const
export const mailDraftRow = z.object({
  documentId: zId, number: z.string(), kind: z.enum(DELIVERED_KINDS), customerId: zId, customerName: zShownName, to: z.string(), source: z.enum(ADDRESS_SOURCES),
  mailedAt: z.string().nullable().meta({ description: '上次发出的时刻' }),
})
export type MailDraftRow = z.infer<typeof mailDraftRow>
export const mailDraft = z.object({ ready: z.boolean().meta({ description: '已设置发信服务器' }), from: z.string(), sample: mailText, letters: z.array(mailDraftRow) })

export const mailInput = z.object({
  paper: zDeliveredPaper, letters: z.array(z.object({ documentId: zId, to: zAddress.or(z.literal('')).default('') })).min(1).max(MOST_LETTERS), requestId: zRequestId.unwrap(),
})
export type MailInput = z.output<typeof mailInput>
export const mailResult = z.object({
  documentId: zId, number: z.string(), to: z.string(), sent: z.boolean(), reason: zMailFailure, answer: z.string(), deliveryId: z.int().nullable(),
})
export type MailResult = z.infer<typeof mailResult>
/** An attempt to mail a paper; what was taken is a delivery too. */
export const mailAttemptRow = z.object({ id: zId, to: z.string(), subject: z.string(), sent: z.boolean(), answer: z.string().meta({ description: '服务器的原话' }), deliveryId: z.int().nullable(), postedAt: z.string(), postedBy: z.string() })
export type MailAttemptRow = z.infer<typeof mailAttemptRow>
