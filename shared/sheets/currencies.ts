/** Words of a file that stand for a currency, and where a file says one: in a title, a header, a column, a cell. */
import { cellText, type TableRow } from './table.ts'

const CURRENCIES: Record<string, string> = {
  人民币: 'CNY', 人民币元: 'CNY', 元: 'CNY', rmb: 'CNY', cnh: 'CNY', rmb元: 'CNY', 'cn¥': 'CNY', 'rmb¥': 'CNY', '¥': 'CNY',
  美元: 'USD', 美金: 'USD', us$: 'USD', usd$: 'USD', $: 'USD', 欧元: 'EUR', '€': 'EUR', euro: 'EUR', 港币: 'HKD', 港元: 'HKD', 港纸: 'HKD', hk$: 'HKD', hkd$: 'HKD',
  日元: 'JPY', 日圆: 'JPY', 'jp¥': 'JPY', 英镑: 'GBP', '£': 'GBP', 澳元: 'AUD', a$: 'AUD', au$: 'AUD', 加元: 'CAD', 加拿大元: 'CAD', c$: 'CAD', ca$: 'CAD', 新加坡元: 'SGD', 新元: 'SGD', 新币: 'SGD', s$: 'SGD',
  新台币: 'TWD', 台币: 'TWD', nt$: 'TWD', 韩元: 'KRW', '₩': 'KRW', 瑞士法郎: 'CHF', 瑞郎: 'CHF', 澳门元: 'MOP', 澳门币: 'MOP', 泰铢: 'THB', '฿': 'THB', 卢布: 'RUB', '₽': 'RUB', 越南盾: 'VND', '₫': 'VND', '₹': 'INR',
  马来西亚林吉特: 'MYR', 林吉特: 'MYR', 新西兰元: 'NZD', nz$: 'NZD',
}
const CODES = new Set([...Object.values(CURRENCIES), 'CNY', 'NZD', 'SEK', 'NOK', 'DKK', 'INR', 'IDR', 'PHP', 'BRL', 'MXN', 'ZAR', 'TRY', 'AED', 'SAR', 'PLN', 'CZK', 'HUF', 'ILS'])

/** What is counted in the office's own currency (本位币), whichever that is. */
export const OWN_CURRENCY = 'own'

/** The ISO code of a currency word; null when the word is unknown. */
export function parseCurrency(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const upper = plain.toUpperCase()
  if (CODES.has(upper)) return upper
  return CURRENCIES[plain.toLowerCase().replace(/\s/g, '')] ?? null
}

/** Several currencies share these signs; each agrees with any of its own and means the first where nothing else is said. */
const SHARED: Record<string, readonly string[]> = { $: ['USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD', 'MOP'], '¥': ['CNY', 'JPY'] }

/** A word beside an amount; 元 is only its unit there, and a sign that several currencies share stays that sign. */
export function currencyOfCell(word: string): string | null {
  const plain = word.toLowerCase().replace(/\s/g, '')
  return plain in SHARED ? plain : parseCurrency(word)
}

/** What two of them mean together, as `$` beside USD; null when they contradict each other. */
export function agreedCurrency(one: string, other: string): string | null {
  if (one === other || SHARED[other]?.includes(one)) return one
  return SHARED[one]?.includes(other) ? other : null
}

/** The ISO code where nothing more is said of a shared sign. */
export const likelyCurrency = (currency: string): string => SHARED[currency]?.[0] ?? currency

const escaped = (word: string): string => word.replace(/[$]/g, '\\$&')
const SIGNS = Object.keys(CURRENCIES).filter((word) => word !== '元' && !/^[a-z]+$/.test(word)).sort((a, b) => b.length - a.length).map(escaped).join('|')
const LETTERS = [...CODES, 'RMB', 'CNH', 'EURO'].join('|')
/** At the start of a text: a word or sign of a currency. */
export const CURRENCY_WORD = new RegExp(`^(?:${SIGNS}|(?:${LETTERS})(?![a-z]))`, 'i')
const ANYWHERE = new RegExp(`(?:${SIGNS})|(?<![a-z])(?:${LETTERS})(?![a-z])`, 'i')
const OWN = /本位币|本币|functional currency|base currency|local currency/i

/** The currency that a header names, as 金额(USD), 美元金额 or 本位币金额; null when it names none. */
export function currencyOfHeader(title: string): string | null {
  const plain = title.normalize('NFKC')
  if (OWN.test(plain)) return OWN_CURRENCY
  const word = ANYWHERE.exec(plain)?.[0]
  const sign = word === undefined ? null : currencyOfCell(word)
  // ¥ in a header is as good as 元.
  return sign === '¥' ? null : sign
}

const LABEL = /^[#\s]*(?:账户|交易|记账)?(?:币\s*种|币\s*别|货\s*币(?:单位)?|单\s*位|(?:account\s*)?currency|ccy)\s*(?::|$)\s*\[?\s*/i

/** The currency that the lines above a list name, as 币种：美元; null when they name none. */
export function currencyOfTitles(rows: readonly TableRow[]): string | null {
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || cell.length > 200) continue
      for (const part of cell.normalize('NFKC').split(/[;,，；|]|\s+(?=[^\s:]{2,}\s*:)/)) {
        const label = LABEL.exec(part.trim())?.[0]
        if (label === undefined) continue
        const rest = part.trim().slice(label.length)
        const value = rest !== '' ? rest : cellText(cells.slice(column + 1).find((other) => other !== null)).normalize('NFKC').trim()
        const word = CURRENCY_WORD.exec(value)?.[0]
        const found = word === undefined ? null : parseCurrency(word)
        if (found !== null) return found
      }
    }
  }
  return null
}
