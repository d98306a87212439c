/** Words of a file that stand for a currency. */

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
