/** Names of files that are written for people: every system takes them, and no two are alike. */

const MOST_CHARACTERS = 100
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name without what a file system refuses or hides: separators, wildcards, control characters, leading dots. `fallback` stands in for an empty one. */
export function cleanName(text: string, fallback: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\/:*?"<>|]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = [...plain].slice(0, MOST_CHARACTERS).join('').replace(/[.\s]+$/, '')
  return short === '' ? fallback : RESERVED.test(short) ? `${short}_` : short
}

/** The name with its ending, numbered when it is taken already: 催款函.pdf, 催款函 (2).pdf. Names that differ only by case are alike. */
export function freeName(name: string, ending: string, taken: (file: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}${ending}` : `${name} (${number})${ending}`
    if (!taken(file)) return file
  }
}

/** The papers of one file out of many: 催款函 001-100. */
export function rangeName(title: string, first: number, last: number, total: number): string {
  const digits = Math.max(3, String(total).length)
  return `${title} ${String(first).padStart(digits, '0')}-${String(last).padStart(digits, '0')}`
}
