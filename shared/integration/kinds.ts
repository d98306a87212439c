/** Words of a file that stand for one of a few things: currencies, yes and no, kinds of documents, ways of payment. */
import type { InvoiceKind } from '../invoices/schemas.ts'
import type { Method } from '../receipts/schemas.ts'

const CURRENCIES: Record<string, string> = {
  人民币: 'CNY', 人民币元: 'CNY', 元: 'CNY', rmb: 'CNY', '¥': 'CNY', cnh: 'CNY', 本位币: 'CNY',
  美元: 'USD', 美金: 'USD', us$: 'USD', $: 'USD', 欧元: 'EUR', '€': 'EUR', 港币: 'HKD', 港元: 'HKD', hk$: 'HKD',
  日元: 'JPY', 日圆: 'JPY', 英镑: 'GBP', '£': 'GBP', 澳元: 'AUD', 加元: 'CAD', 新加坡元: 'SGD', 新币: 'SGD', 新台币: 'TWD',
  韩元: 'KRW', 瑞士法郎: 'CHF', 澳门元: 'MOP', 泰铢: 'THB', 卢布: 'RUB', 越南盾: 'VND', 马来西亚林吉特: 'MYR',
}
const CODES = new Set([...Object.values(CURRENCIES), 'CNY', 'NZD', 'SEK', 'NOK', 'DKK', 'INR', 'IDR', 'PHP', 'BRL', 'MXN', 'ZAR', 'TRY', 'AED', 'SAR', 'PLN', 'CZK', 'HUF', 'ILS'])

/** The ISO code of a currency word; null when the word is unknown. */
export function parseCurrency(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const upper = plain.toUpperCase()
  if (CODES.has(upper)) return upper
  return CURRENCIES[plain.toLowerCase().replace(/\s/g, '')] ?? null
}

/** Yes or no in either language; null when it is neither. */
export function parseFlag(text: string): boolean | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(是|有|对|√|✓|y|yes|true|t|1)$/.test(plain)) return true
  if (/^(否|无|不|×|x|n|no|false|f|0)$/.test(plain)) return false
  return null
}

/** What a document is by its own word; null when the word says nothing we know, so that an invoice is meant. */
export function parseKind(text: string): InvoiceKind | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/红字|红冲|贷项|负数|credit ?(note|memo)|退货|冲红/.test(plain)) return 'creditNote'
  if (/其他应收|其它应收|other receivable/.test(plain)) return 'other'
  if (/期初|opening/.test(plain)) return 'opening'
  return /发票|应收|invoice|receivable|销售/.test(plain) ? 'invoice' : null
}

export function parseMethod(text: string): Method {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/现金|cash/.test(plain)) return 'cash'
  if (/承兑|票据|汇票|银承|商承|acceptance|draft/.test(plain)) return 'acceptance'
  if (plain === '' || /转账|电汇|汇款|网银|银行|转帐|transfer|wire|bank|汇入|入账|收款|pos/.test(plain)) return 'transfer'
  return 'other'
}
