/**
 * How text is compared when somebody searches it: full-width like half-width, capital like small letters. Both engines fold
 * by this one table, because each knows other letters by itself.
 */

/** The letters that have a small form of one character: Latin, Greek, Cyrillic. */
const FOLDED = [[0x41, 0x5a], [0xc0, 0x17f], [0x370, 0x3ff], [0x400, 0x52f]] as const
const pairs = FOLDED.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)))
  .map((letter) => [letter, letter.toLowerCase()] as const).filter(([letter, small]) => small !== letter && small.length === 1)
const SMALL = new Map(pairs)

export const FOLD_FROM = pairs.map(([letter]) => letter).join('')
export const FOLD_TO = pairs.map(([, small]) => small).join('')

export const foldText = (text: string): string => text.normalize('NFKC').replace(/[A-Z\u00C0-\u052F]/g, (letter) => SMALL.get(letter) ?? letter)
