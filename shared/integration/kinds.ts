/** Words of a file that stand for one of a few things: yes and no, kinds of documents, ways of payment. */
import type { InvoiceKind } from '../invoices/schemas.ts'
import type { Method } from '../receipts/schemas.ts'

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
