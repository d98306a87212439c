/** Numbers of invoices, contracts and orders that stand inside remarks. */

const NAMED = {
  contract: /合同(?:编?号)?\s*[:：]?\s*((?=[\w\-/]*\d)[A-Za-z0-9][\w\-/]{3,38})/,
  order: /订单(?:编?号)?\s*[:：]?\s*((?=[\w\-/]*\d)[A-Za-z0-9][\w\-/]{3,38})/,
} as const

/** The contract or order number that a remark names, as in 销售产品 合同HT2025-0364; '' when it names none. */
export const numberInText = (text: string, kind: keyof typeof NAMED): string => (text === '' ? '' : NAMED[kind].exec(text)?.[1] ?? '')

/**
 * The blue invoice that the remark of a red one names, in the spellings of the tax bureau's programs:
 * 被红冲蓝字数电票号码：… · 被红冲蓝字数电发票号码:… · 对应正数发票代码:…号码:…
 */
export function correctedInvoice(note: string): string {
  if (!/红冲|蓝字|对应正数|冲红/.test(note)) return ''
  return /(?:红冲|蓝字|对应正数|冲红)\D{0,24}(?:\d{10,12}\D{1,10})?(\d{20}|\d{8})(?!\d)/.exec(note)?.[1] ?? ''
}
