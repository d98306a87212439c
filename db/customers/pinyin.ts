/** How a customer's names are found: by themselves and by pinyin initials, from each position, every reading of a character. */
import { pinyin } from 'pinyin-pro'
import { nameKey } from '../../shared/customers/names.ts'
import { nameSort } from '../../shared/nameSort.ts'

const MAX_READINGS = 12
const SUFFIXES = 24

/** The usual initials of a name: 上海机械 → SHJX. */
export const initials = (name: string): string =>
  pinyin(name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toUpperCase()

/** All initials that people may type, as characters have several readings (重庆 cq, zq). */
function readings(name: string): string[] {
  let all = [initials(name).toLowerCase()]
  const characters = [...nameKey(name)]
  let built = ['']
  for (const character of characters) {
    const heard = /\p{Script=Han}/u.test(character)
      ? [...new Set(pinyin(character, { pattern: 'first', toneType: 'none', multiple: true, type: 'array' }).map((text) => text.toLowerCase()))]
      : [character]
    const next = built.flatMap((start) => heard.map((sound) => start + sound))
    built = next.length > MAX_READINGS ? built.map((start) => start + (heard[0] ?? '')) : next
  }
  all = [...new Set([...all, ...built])]
  return all
}

/** By whole characters: a rare one of two code units must not be cut in half. */
const suffixes = (text: string): string[] => {
  const characters = [...text]
  return characters.slice(0, SUFFIXES).map((_, start) => characters.slice(start).join(''))
}

/** Keys with their rank: 0 the code, 1 a beginning, 2 from within. A lookup is a prefix of one of them. */
export function lookupKeys(customer: { code: string; name: string; shortName: string; mnemonic: string; taxNumber: string }): Map<string, number> {
  const keys = new Map<string, number>()
  const offer = (key: string, rank: number): void => {
    if (key !== '' && (keys.get(key) ?? 9) > rank) keys.set(key, rank)
  }
  offer(nameKey(customer.code), 0)
  offer(customer.taxNumber.toLowerCase(), 1)
  const texts = [customer.name, customer.shortName].filter(Boolean)
  for (const text of [nameKey(customer.mnemonic), ...texts.map(nameKey), ...texts.flatMap(readings)]) {
    suffixes(text).forEach((suffix, start) => offer(suffix, start === 0 ? 1 : 2))
  }
  return keys
}

/** What lists sort a customer's names by. */
export const sortKeys = ({ name, shortName, department }: { name: string; shortName: string; department: string }) =>
  ({ nameSort: nameSort(name), shortNameSort: nameSort(shortName), departmentSort: nameSort(department) })
