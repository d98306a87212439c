/** Rates as people write them, and as they are kept in millionths. */
import { RATE_UNIT, zRate } from '../../shared/rates/schemas.ts'

/** 7123400 → "7.1234". */
export const rateText = (rate: number): string => `${Math.trunc(rate / RATE_UNIT)}.${String(rate % RATE_UNIT).padStart(6, '0').replace(/0{1,2}$/, '')}`

/** "7.1234" → 7123400; null when the text is no rate above zero, or finer than a millionth. */
export function readRate(text: string): number | null {
  const match = /^(\d{1,6})(?:\.(\d{0,6}))?$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const read = zRate.safeParse(Number(match[1]) * RATE_UNIT + Number((match[2] ?? '').padEnd(6, '0')))
  return read.success ? read.data : null
}
