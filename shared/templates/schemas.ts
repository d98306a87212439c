import { z } from 'zod'
import { zNote, zRequestId, zVersion } from '../procedure.ts'

/** 温馨提示 (not yet due or only just), 催款函, 再次催款, and 最后通知, which the owner approves; each letter is at most one above the last. */
export const LETTER_LEVELS = ['reminder', 'demand', 'secondDemand', 'finalNotice'] as const
export const zLevel = z.enum(LETTER_LEVELS).meta({ description: 'reminder 付款提醒 · demand 催款函 · secondDemand 再次催款函 · finalNotice 最后通知' })
export type LetterLevel = z.infer<typeof zLevel>

export const LETTER_LANGUAGES = ['zh-CN', 'en'] as const
export const zLetterLanguage = z.enum(LETTER_LANGUAGES)
export type LetterLanguage = z.infer<typeof zLetterLanguage>

/** What the office may word itself, in the template language; each part is plain text, in which figures may stand bold. */
export const WORDING_PARTS = ['title', 'greeting', 'opening', 'asking', 'rights', 'closing'] as const
export type WordingPart = (typeof WORDING_PARTS)[number]
const part = z.string().max(4000)
export const wording = z.object({ title: z.string().trim().min(1).max(40), greeting: part, opening: part, asking: part, rights: part, closing: part })
export type Wording = z.infer<typeof wording>
/** The same parts once they are filled in: longer by the facts, and kept as they are. */
export const filledWording = z.object({ title: z.string(), greeting: z.string(), opening: z.string(), asking: z.string(), rights: z.string(), closing: z.string() })
  .meta({ description: '纯文本；U+FDD0 与 U+FDD1 之间的文字加粗' })
export type FilledWording = z.infer<typeof filledWording>

/** Why a wording cannot be filled; the refusal names the part, and the line and column in it. */
export const TEMPLATE_REASONS = ['templateTooLarge', 'unknownTag', 'unknownFilter', 'wrongTemplate', 'unknownName'] as const
export type TemplateReason = (typeof TEMPLATE_REASONS)[number]

/** A picture is called by the hash of its bytes (SHA-256). */
export const zPictureHash = z.string().regex(/^[0-9a-f]{64}$/)

/** The paper's look: pictures are named by the hash of their bytes, so an old letter keeps the picture of its day. */
export const look = z.object({
  logo: zPictureHash.nullable(), sealPicture: zPictureHash.nullable(), sender: z.string().trim().max(120).meta({ description: '落款部门' }),
  footnote: z.string().trim().max(300).meta({ description: '页脚说明' }), withSlip: z.boolean().meta({ description: '附回执' }),
})
export type Look = z.infer<typeof look>
export const BUILT_IN_LOOK: Look = { logo: null, sealPicture: null, sender: '', footnote: '', withSlip: true }

export const PICTURE_TYPES = ['image/png', 'image/jpeg'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]
export const pictureView = z.object({ hash: zPictureHash, type: z.enum(PICTURE_TYPES), width: z.int(), height: z.int() })
export type PictureView = z.infer<typeof pictureView>

export const wordingInput = z.object({ level: zLevel, language: zLetterLanguage, wording, note: zNote.meta({ description: '修改说明' }), version: zVersion, requestId: zRequestId })
export type WordingInput = z.output<typeof wordingInput>

const saved = { version: z.int().meta({ description: '0 为程序自带' }), postedAt: z.string(), postedBy: z.string() }
export const wordingRow = z.object({ level: zLevel, language: zLetterLanguage, wording, note: z.string(), ...saved })
export type WordingRow = z.infer<typeof wordingRow>
export const lookRow = z.object({ look, ...saved })
export type LookRow = z.infer<typeof lookRow>
