import { eq } from 'drizzle-orm'
import { Refusal } from '../../shared/refusal.ts'
import { checkWording, refusalOfTemplate } from '../../shared/templates/fill.ts'
import { PICTURE_LIMITS, pictureFacts } from '../../shared/templates/pictures.ts'
import { WORDING_PARTS, type Look, type PictureView, type WordingInput } from '../../shared/templates/schemas.ts'
import { fileHash } from '../sheets/file.ts'
import type { Writer } from '../writer.ts'
import { currentLook, currentWording } from './queries.ts'

/** Keeps a wording as the new version of its level and language. Refuses by TEMPLATE_REASONS, and unchanged. Returns the version. */
export async function saveWording(tx: Writer, { level, language, wording, note }: Omit<WordingInput, 'requestId' | 'version'>): Promise<number> {
  const problem = checkWording(wording)
  if (problem !== null) throw refusalOfTemplate(problem)
  const current = await currentWording(tx, level, language)
  if (WORDING_PARTS.every((part) => wording[part] === current.wording[part])) throw new Refusal('unchanged', { params: { version: current.version } })
  const id = await tx.nextId(tx.t.letterWordings)
  const version = current.version + 1
  await tx.post(tx.t.letterWordings, [{ id, level, language, version, content: wording, note, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`letterWording:${id}:${level} ${language} ${version}`)
  return version
}

/** Keeps a look as the new version. Refuses unknownPicture and unchanged. Returns the version. */
export async function saveLook(tx: Writer, look: Look): Promise<number> {
  const { logo, sealPicture, sender, footnote, withSlip } = look
  for (const [field, hash] of [['logo', logo], ['sealPicture', sealPicture]] as const) {
    if (hash !== null && (await tx.db.select({ id: tx.t.pictures.id }).from(tx.t.pictures).where(eq(tx.t.pictures.hash, hash))).length === 0) throw new Refusal('unknownPicture', { field })
  }
  const current = await currentLook(tx)
  const same = logo === current.look.logo && sealPicture === current.look.sealPicture && sender === current.look.sender && footnote === current.look.footnote && withSlip === current.look.withSlip
  if (same) throw new Refusal('unchanged', { params: { version: current.version } })
  const id = await tx.nextId(tx.t.letterLooks)
  const version = current.version + 1
  await tx.post(tx.t.letterLooks, [{ id, version, content: { logo, sealPicture, sender, footnote, withSlip }, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`letterLook:${id}:${version}`)
  return version
}

/**
 * Keeps a picture, once, whatever the file is called; letters name it by its hash for good. Refuses pictureTooLarge,
 * notAPicture (by its bytes it is neither PNG nor JPEG), pictureOfWrongSize.
 */
export async function addPicture(tx: Writer, bytes: Uint8Array): Promise<PictureView> {
  const { bytes: limit, least, most } = PICTURE_LIMITS
  if (bytes.length > limit) throw new Refusal('pictureTooLarge', { field: 'file', params: { kilobytes: Math.ceil(bytes.length / 1024), limit: limit / 1024 } })
  const facts = pictureFacts(bytes)
  if (facts === null) throw new Refusal('notAPicture', { field: 'file' })
  const { width, height } = facts
  if (Math.min(width, height) < least || Math.max(width, height) > most) throw new Refusal('pictureOfWrongSize', { field: 'file', params: { width, height, least, most } })
  const hash = fileHash(bytes)
  const { pictures } = tx.t
  if ((await tx.db.select({ id: pictures.id }).from(pictures).where(eq(pictures.hash, hash))).length === 0) {
    const id = await tx.nextId(pictures)
    await tx.post(pictures, [{ id, hash, type: facts.type, bytes: Buffer.from(bytes).toString('base64'), postedAt: tx.now, postedBy: tx.by.name }])
    tx.mention(`picture:${id}:${hash.slice(0, 8)}`)
  }
  return { hash, ...facts }
}
