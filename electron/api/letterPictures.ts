/** The pictures of the letters' looks. They are named by the hash of their bytes, so one that was read is right for good. */
import { loadPictures } from '../../db/templates/queries.ts'
import type { Reader } from '../../db/reader.ts'
import { NO_PICTURES, type Pictures } from '../../shared/templates/pictures.ts'
import type { Look } from '../../shared/templates/schemas.ts'

/** A batch of letters shows the same few pictures; more than an office has in use are not kept. */
const KEPT = 8
const kept = new Map<string, string>()

export async function picturesOf(reader: Reader, look: Look | undefined): Promise<Pictures> {
  const wanted = [look?.logo, look?.sealPicture].filter((hash) => hash !== undefined && hash !== null)
  if (wanted.length === 0) return NO_PICTURES
  const read = await loadPictures(reader, wanted.filter((hash) => !kept.has(hash)))
  const found = new Map(wanted.flatMap((hash): [string, string][] => {
    const picture = kept.get(hash) ?? read.get(hash)
    return picture === undefined ? [] : [[hash, picture]]
  }))
  for (const [hash, picture] of read) kept.set(hash, picture)
  for (const hash of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(hash)
  return found
}
