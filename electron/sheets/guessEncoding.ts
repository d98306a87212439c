/** Encodings that no mark states and that only the frequency of bytes tells. */

const LOOKED_AT = 8192
const FEWEST_SIGNS = 8

/**
 * UTF-16 without its mark: a table is full of digits, commas and line ends, of which one byte of two is zero, and always the
 * same one. Null for everything else; a program or a picture has zeros at both places.
 */
export function wideWithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const start = bytes.subarray(0, LOOKED_AT)
  let [even, odd] = [0, 0]
  for (let at = 0; at + 1 < start.length; at += 2) {
    if (start[at] === 0) even += 1
    if (start[at + 1] === 0) odd += 1
  }
  const units = start.length / 2
  const found = odd * 10 >= units && even * 100 <= units ? 'utf-16le' : even * 10 >= units && odd * 100 <= units ? 'utf-16be' : null
  if (!found) return null
  const text = (found === 'utf-16le' ? start : Buffer.from(start).swap16()).toString('utf16le')
  // Whatever is no sign of a table was never meant to be read in pairs of bytes.
  const known = text.match(KNOWN_SIGNS)?.length ?? 0
  return known >= FEWEST_SIGNS && known * 20 >= text.length * 19 ? found : null
}
const KNOWN_SIGNS = /[\t\r\n\u0020-\u007e\u00a0-\u024f\u2010-\u2044\u20ac\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g

/**
 * Traditional Chinese in Big5. Its signs mostly begin with A4 to C6, and a good third of them end below 80, where the
 * simplified signs of GB 2312 never end; a name in traditional signs inside of GBK begins below A1, where Big5 has none.
 */
export function isBig5(bytes: Buffer): boolean {
  let [signs, common, low] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (lead < 0xa1 || lead > 0xf9 || trail < 0x40 || (trail > 0x7e && trail < 0xa1) || trail === 0xff) return false
    signs += 1
    if (lead <= 0xc6) common += 1
    if (trail < 0x80) low += 1
    at += 1
  }
  return signs >= FEWEST_SIGNS && common * 10 >= signs * 9 && low * 5 >= signs
}
