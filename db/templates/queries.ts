import { and, desc, eq, inArray } from 'drizzle-orm'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { NO_PICTURES, type Pictures } from '../../shared/templates/pictures.ts'
import { BUILT_IN_LOOK, type LetterLanguage, type LetterLevel, type Look, type Wording } from '../../shared/templates/schemas.ts'
import type { Reader } from '../reader.ts'

/** The wording of the next letter; version 0 is the built-in one. */
export async function currentWording(reader: Reader, level: LetterLevel, language: LetterLanguage): Promise<{ version: number; wording: Wording }> {
  const { letterWordings: w } = reader.t
  const [last] = await reader.db.select({ version: w.version, wording: w.content }).from(w).where(and(eq(w.level, level), eq(w.language, language))).orderBy(desc(w.version)).limit(1)
  return last ?? { version: 0, wording: builtInWording(level, language) }
}

/** The look of the next letter; version 0 has no pictures. */
export async function currentLook(reader: Reader): Promise<{ version: number; look: Look }> {
  const { letterLooks: l } = reader.t
  const [last] = await reader.db.select({ version: l.version, look: l.content }).from(l).orderBy(desc(l.version)).limit(1)
  return last ?? { version: 0, look: BUILT_IN_LOOK }
}

/** Pictures by their hashes, as addresses that hold the bytes; those that are not there are left out. */
export async function loadPictures(reader: Reader, hashes: readonly string[]): Promise<Pictures> {
  if (hashes.length === 0) return NO_PICTURES
  const { pictures: p } = reader.t
  const rows = await reader.db.select({ hash: p.hash, type: p.type, bytes: p.bytes }).from(p).where(inArray(p.hash, [...hashes]))
  return new Map(rows.map(({ hash, type, bytes }) => [hash, `data:${type};base64,${bytes}`]))
}
