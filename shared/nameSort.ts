/**
 * The order of names: as in a Chinese telephone book, by the sound of each character. The key is made once where a name is
 * written and stored beside it, so that both engines and the page sort alike, byte by byte.
 */
import { pinyin } from 'pinyin-pro'

const HAN = /^\p{Script=Han}/u
const PARTS = /\p{Script=Han}+|\d+|(?:(?!\p{Script=Han})\p{L})+|[^\p{L}\p{Script=Han}\d]+/gu
/** A name of one or two characters behind a surname, or 曾记, 解氏: there the first character sounds as a surname does. */
const PERSON = /^(?:\p{Script=Han}{2,3}|(?:万俟|尉迟|澹台|长孙|单于)\p{Script=Han}{1,2}|\p{Script=Han}[氏记].*)$/u

/** A syllable ends with a space, so that xi an stands before xian; ü is u until everything else is alike. What has no sound comes last. */
const syllable = (sound: string): string => (HAN.test(sound) ? `~~${sound} ` : `~${sound.replace('ü', 'u')}${sound.includes('ü') ? '!' : ''} `)

const sounds = (characters: string, surname: boolean): string =>
  pinyin(characters, { toneType: 'none', type: 'array', surname: surname ? 'head' : 'off' }).map((sound) => syllable(sound.toLowerCase())).join('')

/** A number by how many digits it has: 2 before 10. */
function number(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '')
  return `${String(Math.min(plain.length, 99)).padStart(2, '0')}${plain}`
}

/** Letters of English first, then those of other tongues. */
const letters = (text: string): string => text.replace(/[^a-z]+/g, (others) => `{${others}`)

/** Digits, then letters, then characters by their sound; width, case, accents and signs make no difference. */
export function nameSort(name: string): string {
  const text = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const surname = PERSON.test(text)
  const parts = text.match(PARTS) ?? []
  return parts.map((part, place) => {
    if (HAN.test(part)) return sounds(part, surname && place === 0)
    if (/^\d/.test(part)) return number(part)
    return /^\p{L}/u.test(part) ? letters(part) : betweenWords(parts[place - 1], parts[place + 1])
  }).join('')
}

/** Signs count only where they keep two words or numbers apart: A-2 1 is not A-21. */
const betweenWords = (before = '', after = ''): string => (before === '' || after === '' || HAN.test(before) || HAN.test(after) ? '' : ' ')

const MOST_KNOWN = 20_000
const known = new Map<string, string>()

/** Compares two names by their keys, which are kept: sorting a list asks for each of them many times. */
export function compareNames(a: string, b: string): number {
  const [one, other] = [knownSort(a), knownSort(b)]
  return one === other ? 0 : one < other ? -1 : 1
}

function knownSort(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const key = nameSort(name)
  known.set(name, key)
  return key
}
