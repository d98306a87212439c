import type { Look, PictureType, Wording } from '../../shared/templates/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const templatesTables = (k: Kit) => ({
  /** The office's wording of a level and language; a change is a new version, and each letter keeps its own words. */
  letterWordings: k.table('letter_wordings', {
    id: k.id('id'), level: k.text('level'), language: k.text('language'), version: k.int('version'), content: k.json<Wording>('content'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('letter_wordings_version').on(t.level, t.language, t.version)]),
  /** Logo, seal picture and sender of all letters, by version. */
  letterLooks: k.table('letter_looks', {
    id: k.id('id'), version: k.int('version'), content: k.json<Look>('content'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('letter_looks_version').on(t.version)]),
  /** Pictures by the hash of their bytes; the bytes in base64. */
  pictures: k.table('pictures', {
    id: k.id('id'), hash: k.text('hash'), type: k.oneOf<PictureType>('type'), bytes: k.text('bytes'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('pictures_hash').on(t.hash)]),
})
