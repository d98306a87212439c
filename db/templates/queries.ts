import { and, desc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../shared/refusal.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { NO_PICTURES, type Pictures } from '../../shared/templates/pictures.ts'
import {
  BUILT_IN_LOOK, LETTER_LANGUAGES, LETTER_LEVELS, type LetterLanguage, type LetterLevel, type Look, type LookRow, type PictureType, type Wording, type WordingRow,
} from '../../shared/templates/schemas.ts'
import type { Reader } from '../reader.ts'

/** The wording of the next letter; version 0 is the built-in one. */
export async function currentWording(reader: Reader, level: LetterLevel, language: LetterLanguage): Promise<{ version: number; wording: Wording }> {
  const { letterWordings: w } = reader.t
  const [last] = await reader.db.select({ version: w.version, wording: w.content }).from(w).where(and(eq(w.level, level), eq(w.language, language))).orderBy(desc(w.version)).limit(1)
  return last ?? { version: 0, wording: builtInWording(level, language) }
}

/** All versions of a wording, the newest first and the built-in one last. */
export async function wordingVersions(reader: Reader, level: LetterLevel, language: LetterLanguage): Promise<WordingRow[]> {
  const { letterWordings: w } = reader.t
  const rows = await reader.db.select({ version: w.version, wording: w.content, note: w.note, postedAt: w.postedAt, postedBy: w.postedBy }).from(w)
    .where(and(eq(w.level, level), eq(w.language, language))).orderBy(desc(w.version))
  return [...rows, { version: 0, wording: builtInWording(level, language), note: '', postedAt: '', postedBy: '' }].map((row) => ({ level, language, ...row }))
}

/** The wordings in use, of every level and language. */
export async function currentWordings(reader: Reader): Promise<WordingRow[]> {
  const current: WordingRow[] = []
  for (const language of LETTER_LANGUAGES) {
    for (const level of LETTER_LEVELS) current.push(...(await wordingVersions(reader, level, language)).slice(0, 1))
  }
  return current
}

/** The look of the next letter; version 0 has no pictures. */
export async function currentLook(reader: Reader): Promise<{ version: number; look: Look }> {
  const { letterLooks: l } = reader.t
  const [last] = await reader.db.select({ version: l.version, look: l.content }).from(l).orderBy(desc(l.version)).limit(1)
  return last ?? { version: 0, look: BUILT_IN_LOOK }
}

/** All versions of the look, the newest first and the built-in one last. */
export async function lookVersions(reader: Reader): Promise<LookRow[]> {
  const { letterLooks: l } = reader.t
  const rows = await reader.db.select({ version: l.version, look: l.content, postedAt: l.postedAt, postedBy: l.postedBy }).from(l).orderBy(desc(l.version))
  return [...rows, { version: 0, look: BUILT_IN_LOOK, postedAt: '', postedBy: '' }]
}

/** The bytes of a picture. Refuses notFound. */
export async function pictureBytes(reader: Reader, hash: string): Promise<{ type: PictureType; bytes: Uint8Array }> {
  const { pictures: p } = reader.t
  const [row] = await reader.db.select({ type: p.type, bytes: p.bytes }).from(p).where(eq(p.hash, hash))
  if (!row) throw new Refusal('notFound')
  return { type: row.type, bytes: new Uint8Array(Buffer.from(row.bytes, 'base64')) }
}

/** Pictures by their hashes, as addresses that hold the bytes; those that are not there are left out. */
export async function loadPictures(reader: Reader, hashes: readonly string[]): Promise<Pictures> {
  if (hashes.length === 0) return NO_PICTURES
  const { pictures: p } = reader.t
  const rows = await reader.db.select({ hash: p.hash, type: p.type, bytes: p.bytes }).from(p).where(inArray(p.hash, [...hashes]))
  return new Map(rows.map(({ hash, type, bytes }) => [hash, `data:${type};base64,${bytes}`]))
}
