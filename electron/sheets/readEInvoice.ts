/**
 * 数电票, the electronic invoices of the tax bureau in XML: one file an invoice, or several in one. What an invoice states must
 * agree with itself, or it is refused by its number; nobody should owe money by a file that somebody changed.
 */
import type { Cell, Sheet } from '../../shared/sheets/table.ts'
import { decodeFile } from './decode.ts'
import { tooLarge, Unreadable } from './refuse.ts'
import { exact, type Exact } from './statementSheet.ts'
import { allAt, at, below, Grower, textAt, type Branch } from './tree.ts'
import { readElements } from './xml.ts'

export interface EInvoice {
  number: string
  cells: Cell[]
}

const SNIFFED = 4000
const TITLES = ['数电发票号码', '开票日期', '销方识别号', '销方名称', '购方识别号', '购买方名称', '金额', '税额', '价税合计', '是否正数发票', '对应蓝字发票号码', '备注'] as const

export const isInvoiceFile = (bytes: Buffer): boolean => {
  const start = bytes.subarray(0, SNIFFED)
  return /<(?:[\w.-]+:)?EInvoice[\s>]/.test((start.includes(0) ? start.toString('utf16le') : start.toString('latin1')))
}

export function invoicesOf(bytes: Buffer): EInvoice[] {
  const invoices: EInvoice[] = []
  const grower = new Grower(['EInvoice'], (branch) => void invoices.push(invoiceOf(branch)), () => { throw tooLarge('cells') })
  readElements(Buffer.from(decodeFile(bytes).text.replace(/^\ufeff/, '')), { open: (name, attributes) => grower.open(name, attributes), close: (name, text) => grower.close(name, text) })
  if (invoices.length === 0) throw new Unreadable({ code: 'CORRUPT_FILE' })
  return invoices
}

export const invoiceSheet = (invoices: readonly EInvoice[]): Sheet => ({
  name: '数电票', hidden: false, rows: [{ row: 1, cells: [...TITLES] }, ...invoices.map(({ cells }, index) => ({ row: index + 2, cells }))],
})

function invoiceOf(invoice: Branch): EInvoice {
  const data = at(invoice, 'EInvoiceData')
  const [seller, buyer, totals] = [at(data, 'SellerInformation'), at(data, 'BuyerInformation'), at(data, 'BasicInformation')]
  const supervision = at(invoice, 'TaxSupervisionInfo')
  const number = textAt(supervision, 'InvoiceNumber') || textAt(invoice, 'Header', 'EIid')
  const on = (textAt(supervision, 'IssueTime') || textAt(totals, 'RequestTime')).slice(0, 10)
  const [net, tax, gross] = [textAt(totals, 'TotalAmWithoutTax'), textAt(totals, 'TotalTaxAm'), textAt(totals, 'TotalTax-includedAmount')]
  const buyerName = textAt(buyer, 'BuyerName')
  const missing = [number, on, textAt(seller, 'SellerName'), buyerName, gross].findIndex((text) => text === '')
  if (missing >= 0) throw new Unreadable({ code: 'INVOICE_INCOMPLETE', params: { number, field: ['数电发票号码', '开票日期', '销方名称', '购买方名称', '价税合计'][missing] ?? '' } })
  proveSums(number, data, { net, tax, gross })
  const red = at(data, 'SpecificInformation') ?? data
  const remark = textAt(data, 'AdditionalInformation', 'Remark') || textAt(data, 'Remark') || textAt(totals, 'Remark')
  const label = textAt(invoice, 'Header', 'InherentLabel', 'InIssuType', 'LabelCode')
  const negative = (exact(gross) ?? 0n) < 0n
  // A red invoice says so by its label and by its sign; when they differ nobody knows whether it is owed or given back.
  if ((label === 'N') !== negative && label !== '') throw new Unreadable({ code: 'INVOICE_SUMS', params: { number, stated: gross, counted: label === 'N' ? '红字' : '蓝字' } })
  const corrects = below(red, 'OriginalInvoiceCode')?.text ?? below(red, 'OriginalInvoiceNumber')?.text ?? /被红冲蓝字(?:数电)?(?:发票|票)?号码\s*[:：]?\s*(\d{8,20})/.exec(remark)?.[1] ?? ''
  return {
    number,
    cells: [number, on, textAt(seller, 'SellerIdNum'), textAt(seller, 'SellerName'), textAt(buyer, 'BuyerIdNum'), buyerName, net, tax, gross, negative ? '否' : '是', negative ? corrects : '', remark]
      .map((text): Cell => (text === '' ? null : text)),
  }
}

/** Net and tax come to the gross, and the lines to each of them; an invoice without any line of amounts has nothing to hold them against. */
function proveSums(number: string, data: Branch | undefined, { net, tax, gross }: { net: string; tax: string; gross: string }): void {
  const refused = (stated: string, counted: string): Unreadable => new Unreadable({ code: 'INVOICE_SUMS', params: { number, stated, counted } })
  const read = (text: string): Exact => {
    const amount = exact(text === '' ? '0' : text)
    if (amount === null) throw refused(text, '')
    return amount
  }
  if (read(net) + read(tax) !== read(gross)) throw refused(gross, shown(read(net) + read(tax)))
  const lines = allAt(data, 'IssuItemInformation')
  for (const [name, total] of [['Amount', net], ['ComTaxAm', tax]] as const) {
    const stated = lines.flatMap((line) => allAt(line, name).map(({ text }) => text))
    // Tax-free lines state *** or nothing for their tax.
    const sum = stated.reduce((all, text) => all + (/^\**$/.test(text) ? 0n : read(text)), 0n)
    if (stated.length > 0 && sum !== read(total)) throw refused(total, shown(sum))
  }
}

const shown = (amount: Exact): string => (Number(amount) / 10_000).toFixed(2)
