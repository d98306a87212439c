import { z } from 'zod'

/** What the office may word itself, in the template language; each part is plain text, in which figures may stand bold. */
export const WORDING_PARTS = ['title', 'greeting', 'opening', 'asking', 'rights', 'closing'] as const
export type WordingPart = (typeof WORDING_PARTS)[number]
const part = z.string().max(4000)
export const wording = z.object({ title: z.string().trim().min(1).max(40), greeting: part, opening: part, asking: part, rights: part, closing: part })
export type Wording = z.infer<typeof wording>

/** The paper's look: pictures are named by the hash of their bytes, so an old letter keeps the picture of its day. */
export const look = z.object({
  logo: z.string().max(64).nullable(), sealPicture: z.string().max(64).nullable(), sender: z.string().trim().max(120),
  footnote: z.string().trim().max(300), withSlip: z.boolean(),
})
export type Look = z.infer<typeof look>

export const PICTURE_TYPES = ['image/png', 'image/jpeg'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]
