/** What a wording may speak of: a closed list of names, each already written in the letter's language. */
import { writtenDay } from '../html.ts'
import { formatMoney } from '../money.ts'
import type { LetterLanguage } from './schemas.ts'

/** In the order in which the office is shown them. */
export const FACT_NAMES = [
  'customer.name', 'customer.code', 'customer.contact', 'customer.address',
  'total', 'totalInWords', 'overdue', 'unallocated', 'credits', 'net', 'interest', 'fee', 'grandTotal', 'currency',
  'count', 'days', 'invoices', 'contracts', 'asOf', 'issuedOn', 'payBy',
  'lastLetter.number', 'lastLetter.issuedOn', 'lastLetter.title',
  'company.name', 'company.contact', 'company.phone', 'company.address', 'company.bankName', 'company.bankAccount', 'company.taxNumber', 'sender',
] as const
export type FactName = (typeof FACT_NAMES)[number]
export type WordingFacts = Readonly<Record<FactName, string | number>>

/** The part of a letter that its words may speak of; the letter itself lies further right. */
export interface LetterFacts {
  language: LetterLanguage
  currency: string
  issuedOn: string
  asOf: string
  payBy: string
  sender: string
  total: number
  overdue: number
  unallocated: number
  credits?: readonly { open: number }[] | undefined
  capital: string
  fee?: number | undefined
  interest?: { total: number } | undefined
  company: { name: string; contact: string; phone: string; address: string; bankName: string; bankAccount: string; taxNumber: string }
  customer: { name: string; code: string; contact: string; address: string }
  items: readonly { number: string; invoiceNumber: string; contractNumber: string; daysOverdue: number }[]
}

/** The letter that went before, as its own paper names it. */
export interface EarlierLetter {
  number: string
  issuedOn: string
  title: string
}

/** An amount as a letter writes it in a sentence; minor units. */
export const writtenMoney = (amount: number, currency: string, language: string): string =>
  `${currency === 'CNY' && language === 'zh-CN' ? '人民币 ¥' : `${currency} `}${formatMoney(amount)}`

/** A sentence names so many documents at most; the table below it has them all. */
const NAMED = 20

/** Every name has a value; what a letter does not have is empty text, which counts as no in a condition. */
export function wordingFacts(letter: LetterFacts, last: EarlierLetter | null): WordingFacts {
  const { customer, company, language, items } = letter
  const amount = (value: number): string => writtenMoney(value, letter.currency, language)
  const some = (value: number | undefined): string => (value === undefined || value === 0 ? '' : amount(value))
  const credits = (letter.credits ?? []).reduce((sum, credit) => sum + credit.open, 0)
  const net = Math.max(0, letter.total - letter.unallocated - credits)
  const listed = (all: readonly string[]): string => {
    const different = [...new Set(all)].filter((one) => one !== '')
    const named = different.slice(0, NAMED).join(language === 'en' ? ', ' : '、')
    if (different.length <= NAMED) return named
    return language === 'en' ? `${named} and ${different.length - NAMED} more` : `${named} 等 ${different.length} 份`
  }
  return {
    'customer.name': customer.name, 'customer.code': customer.code, 'customer.contact': customer.contact, 'customer.address': customer.address,
    total: amount(letter.total), totalInWords: letter.capital, overdue: amount(letter.overdue), unallocated: some(letter.unallocated), credits: some(credits), net: letter.unallocated + credits > 0 ? amount(net) : '',
    interest: some(letter.interest?.total), fee: some(letter.fee), grandTotal: amount(net + (letter.interest?.total ?? 0) + (letter.fee ?? 0)),
    currency: letter.currency === 'CNY' && language === 'zh-CN' ? '人民币' : letter.currency,
    count: items.length, days: Math.max(0, ...items.map((item) => item.daysOverdue)),
    invoices: listed(items.map((item) => item.invoiceNumber || item.number)), contracts: listed(items.map((item) => item.contractNumber)),
    asOf: writtenDay(letter.asOf, language), issuedOn: writtenDay(letter.issuedOn, language), payBy: writtenDay(letter.payBy, language),
    'lastLetter.number': last?.number ?? '', 'lastLetter.issuedOn': last ? writtenDay(last.issuedOn, language) : '', 'lastLetter.title': last?.title ?? '',
    'company.name': company.name, 'company.contact': company.contact, 'company.phone': company.phone, 'company.address': company.address,
    'company.bankName': company.bankName, 'company.bankAccount': company.bankAccount, 'company.taxNumber': company.taxNumber, sender: letter.sender,
  }
}
