/** Puts the office's words and look of today on a letter; from then on they are part of its snapshot. */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { LETTER_TEXTS } from '../../shared/dunning/letterTexts.ts'
import type { LetterContent, LetterLevel } from '../../shared/dunning/schemas.ts'
import { wordingFacts, type EarlierLetter } from '../../shared/templates/facts.ts'
import { fillWording } from '../../shared/templates/fill.ts'
import type { Wording } from '../../shared/templates/schemas.ts'
import type { Reader } from '../reader.ts'
import { currentLook, currentWording } from '../templates/queries.ts'
import { lastLetterBy } from './chains.ts'

/** The letter to this customer that went before, unless it was made void. */
export async function earlierLetter(reader: Reader, { customer, currency, language, asOf }: Pick<LetterContent, 'currency' | 'language' | 'asOf'> & { customer: { id: number } }): Promise<EarlierLetter | null> {
  const [last] = await reader.rows<{ number: string; issuedOn: Day; level: LetterLevel }>(sql`select l.number, l.issued_on as "issuedOn", l.level from letters l where l.id = ${lastLetterBy(asOf, currency, sql`${customer.id}`)}`)
  return last ? { number: last.number, issuedOn: last.issuedOn, title: LETTER_TEXTS[language].title[last.level] } : null
}

/**
 * The letter with its words: those of the office today, or a draft of them that is being tried. Refuses by
 * TEMPLATE_REASONS when they cannot be filled.
 */
export async function withWording(reader: Reader, content: LetterContent, draft?: Wording): Promise<LetterContent> {
  const current = await currentWording(reader, content.level, content.language)
  const { version: lookVersion, look } = await currentLook(reader)
  const parts = fillWording(draft ?? current.wording, wordingFacts(content, await earlierLetter(reader, content)))
  return { ...content, wording: { version: current.version, parts, lookVersion, look } }
}
