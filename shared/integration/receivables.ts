/** Rows of a list of receivables, read without the ledger: invoices, credit notes, other receivables and opening items alike. */
import { addDays, type Day } from '../day.ts'
import type { List } from '../sheets/list.ts'
import type { InvoiceKind } from '../invoices/schemas.ts'
import { absolute, add, negate, subtract, ZERO, type Money } from '../money.ts'
import { readTerms, type MonthEndOrder } from '../terms/reading.ts'
import type { Terms } from '../terms/schemas.ts'
import { amountHoldsTax, currencySaid, documentAmounts, isLocalOnly, repeatsOf, sidedBalance, totalOf, type Amounts } from './documentAmounts.ts'
import { Identities } from './identity.ts'
import { owedOn, parseFlag, parseKind, parseMethod, parseSide, parseStanding, type RowKind, type Standing } from './kinds.ts'
import { OPENING_WORD, sideFields, sidesOf, type Sides } from './ledgerSides.ts'
import { agree, documentsOf, type DocumentRows } from './lines.ts'
import { isOwn, type OwnCompany } from './ownCompany.ts'
import type { ReadReceipt } from './receipts.ts'
import { correctedInvoice, numberInText } from './references.ts'
import type { Problems } from '../sheets/problems.ts'
import { RowReader } from '../sheets/rowReader.ts'
import type { SkippedRows } from '../sheets/schemas.ts'
import { isPeriodSum } from '../sheets/sums.ts'
import { saysNothing } from '../sheets/words.ts'

/** Who a row belongs to, as the file says it. */
export interface Party {
  code: string
  taxNumber: string
  name: string
  salesperson: string
  department: string
}

export interface ReadReceivable {
  row: number
  /** All rows that make up the document, where the list is by line. */
  rows?: readonly number[]
  key: string
  kind: InvoiceKind
  party: Party
  documentOn: Day
  dueOn: Day | null
  terms: Terms | null
  /** Positive: what is owed, or what is credited by a credit note. */
  amount: Money
  /** What the document was issued for, negative for a credit; the same in every later list of it, whatever was paid since. */
  total: Money
  currency: string
  invoiceNumber: string
  sourceNumber: string
  contractNumber: string
  orderNumber: string
  note: string
  /** The number of the invoice that a credit note corrects. */
  corrects: string
  /** Its own state says that a red invoice has taken it back, in whole or in part. */
  reversed?: boolean
  /** The day of the list of balances that the row stands in. */
  asOf?: Day
  /** What was received of it, and on which day, where the list tells both. */
  settled: Money
  settledOn: Day | null
}

export interface ReceivableOptions {
  /** What a row is in that names no currency. */
  currency: string
  /** The ledger's own currency, which columns in 本位币 are in. */
  ownCurrency?: string
  /** The first day of the ledger; a ledger that is being set up takes it from the title of the opening list. */
  startOn: Day | null
  /** What 30天月结 means in this office. */
  monthEndOrder?: MonthEndOrder
  own?: OwnCompany
  /** Where it is told what a ledger brought forward. */
  notes?: Problems
}

export interface ReadReceivables {
  rows: ReadReceivable[]
  /** Money that came in, which a ledger or a list of all movements holds beside the debts. */
  receipts: ReadReceipt[]
  skipped: SkippedRows
  startOn: Day | null
}

/** What a customer owed before the first row of a ledger that is posted. */
interface Forward {
  row: number
  party: Party
  currency: string
  amount: Money
  on: Day
}

const NOBODY: OwnCompany = { name: '', taxNumber: '' }
/** What takes off a debt in a ledger without being money. */
/** What says of the other side of a list that money came in. */
const RECEIVED_WORD = /^(?!.*(?:退|红|折让|应收|return|credit)).*(?:收款|回款|货款|收到|到账|来款|payment|receipt)/i
/** A whole remark that says of its document what a column of states would say. */
const VOID_NOTE = /^(?:(?:此票|本票|该票|发票)?已?作废|废票|void(?:ed)?|cancell?ed)[。.!！]?$/i
/** Words in a column of settlement that leave a document open. */
const STILL_OPEN = /^(?:未|非|不|无|没|待|尚未|否|欠|挂账|逾期|超期|正常|进行|催收|n$|no|not|un|open|overdue|outstanding|sent|posted|×|x$|0$|[-—–/]+$)|部分|partial|partly/i
const CREDIT_WORD = /红字|红冲|冲红|退货|折让|销售退回|credit note|credit memo|return/i

/**
 * Amount of a document: 价税合计, else 金额 and 税额, else 金额. Where the list says what is still open (余额) that is what is
 * posted. Rows before the first day of the ledger are opening items when the list tells what is open of them, and history,
 * which is left out, when it does not: a list of all invoices ever issued says nothing about what was paid. In a customer
 * ledger (明细账) the balance runs on and belongs to no row: debits are debts, credits are money or credit notes.
 */
export function readReceivables(list: List, options: ReceivableOptions, problems: Problems): ReadReceivables {
  const reader = new RowReader(list.columns, problems)
  const identities = new Identities(reader)
  const own = options.own ?? NOBODY
  const startOn = options.startOn ?? (list.openingAsOf ? addDays(list.openingAsOf, 1) : null)
  const sides = sidesOf(list, reader)
  const tellsOpen = list.openingAsOf !== null
    || (sides !== 'ledger' && ['open', 'received', 'settledOn', 'debitBalance', 'creditBalance', 'localOpen'].some((field) => reader.has(field)))
  const holdsTax = amountHoldsTax(list, reader)
  const rows: ReadReceivable[] = []
  const receipts: ReadReceipt[] = []
  const begun = new Set<string>()
  const earlier = new Map<string, Forward>()
  let purchases = 0
  if (noteWholeFile(sides)) {
    const documents = documentsOf(list, reader)
    const repeats = repeatsOf(list, documents, reader)
    for (const document of documents) {
      const reason = agree(document, reader) ? readDocument(document, repeats) : null
      if (reason === 'purchase') purchases += 1
      if (reason) for (const row of document.parts) list.skip(reason, row)
    }
  }
  for (const forward of earlier.values()) takeForward(forward)
  // A file of nothing but what the company itself bought is the wrong file, and not one that has nothing new.
  if (purchases > 0 && rows.length + receipts.length + problems.count === 0) problems.add(null, '', 'OWN_PURCHASES', own.name, { rows: purchases })
  return { rows, receipts, skipped: list.skipped.all(), startOn }

  /** Whether the list as a whole can be read; what stands against it is noted. */
  function noteWholeFile(found: Sides): boolean {
    if (found === 'bank') problems.add(null, reader.title('open'), 'BANK_SIDES')
    else if (typeof found === 'object') problems.add(found.unprovenRow, reader.title('open'), 'BALANCE_UNPROVEN', '', { expected: found.expected })
    else if (reader.has('net') && !['gross', 'amount', 'tax', 'open', 'lineAmount', 'debit'].some((field) => reader.has(field))) problems.add(null, reader.title('net'), 'NET_ONLY')
    else return true
    return false
  }

  /** Takes the document, or says why it is left out. */
  function readDocument({ head, parts }: DocumentRows, repeats: ReturnType<typeof repeatsOf>): string | null {
    reader.moveTo(head)
    const note = reader.text('note')
    if (isPeriodSum(note) && numbersOf(reader).key === null) return 'summary'
    const word = parseKind(reader.text('kind'))
    if (word === 'purchase' || word === 'order') return word
    const buyer = { taxNumber: reader.loose('taxNumber'), name: reader.loose('customerName') }
    if (isOwn(own, buyer) === true) return 'purchase'
    const seller = { taxNumber: reader.loose('sellerTaxNumber'), name: reader.loose('sellerName') }
    if ((seller.taxNumber !== '' || seller.name !== '') && isOwn(own, seller) === false) return failed(seller.name === '' ? 'sellerTaxNumber' : 'sellerName', 'FOREIGN_SELLER', { own: own.name })
    if (word === 'refund') return failed('kind', 'ROW_IS_REFUND')
    const standing = VOID_NOTE.test(note.normalize('NFKC').trim()) ? 'void' : standingOf(reader)
    if (standing === 'void' || standing === 'draft') return standing
    const documentOn = reader.day('documentOn') ?? missing('documentOn')
    const history = documentOn !== null && startOn !== null && documentOn < startOn
    const runs = sides === 'ledger' && reader.has('open')
    if (history && !tellsOpen && !runs) return 'history'
    const read = documentAmounts({ head, parts }, reader, repeats)
    if (read === null || documentOn === null) return null
    reader.moveTo(head)
    const fields = sideFields(reader)
    const amounts = sides === 'ledger' ? { ...read, debit: read[fields.debit as 'debit'], credit: read[fields.credit as 'credit'] } : read
    const currency = isLocalOnly(reader) ? options.ownCurrency ?? options.currency : amounts.currency ?? options.currency
    if (runs && amounts.open !== null) bringForward(signed(amounts.open), amounts, currency, documentOn, history)
    if (history && !tellsOpen) return 'history'
    const said = sides === 'ledger' ? movement(amounts, note, word) : stated(amounts, word, parts.length, standing)
    if (said === null || typeof said === 'string') return said
    return said.receipt ? takeReceipt(said.posted, currency, documentOn, history, note) : takeDocument(said, currency, { head, parts }, documentOn, history, note, word)
  }

  interface Said {
    total: Money | null
    posted: Money
    receipt: boolean
    settledOn: Day | null
    received: Money | null
    open: Money | null
  }

  /**
   * What a customer owed before the first row of the ledger that is posted, which its balance tells whether or not a row such
   * as 上年结转 says it as well.
   */
  function bringForward(balance: Money, { debit, credit }: Amounts, currency: string, documentOn: Day, history: boolean): void {
    const party = partyOf(reader)
    const customer = party.code || party.taxNumber || party.name
    if (reader.failed || begun.has(customer)) return
    const row = { row: reader.row, party, currency }
    if (history) {
      earlier.set(customer, { ...row, amount: balance, on: addDays(startOn ?? documentOn, -1) })
      return
    }
    begun.add(customer)
    earlier.delete(customer)
    const before = add(subtract(balance, debit ?? ZERO), credit ?? ZERO)
    const moves = (debit ?? 0) !== 0 || (credit ?? 0) !== 0
    if (moves) earlier.set(customer, { ...row, amount: before, on: addDays(documentOn, -1) })
  }

  function takeForward({ row, party, currency, amount, on }: Forward): void {
    if (amount === 0) return
    rows.push({
      row, key: `F:${party.code || party.taxNumber || party.name}|${on}|${currency}`, kind: amount < 0 ? 'creditNote' : 'opening', party, documentOn: on, dueOn: amount < 0 ? on : null, terms: null,
      amount: absolute(amount), total: amount, currency, invoiceNumber: '', sourceNumber: '', contractNumber: '', orderNumber: '', note: reader.title('open'), corrects: '', settled: ZERO, settledOn: null,
    })
    options.notes?.add(row, reader.title('open'), 'BALANCE_BROUGHT', party.name || party.code, { total: amount, day: on })
  }

  /** A row of a ledger: a debt, money, or a credit note; the balance that was brought forward is a debt as well. */
  function movement(amounts: Amounts, note: string, word: RowKind | null): Said | null | string {
    const [debit, credit] = [amounts.debit ?? ZERO, amounts.credit ?? ZERO]
    const nothing = { settledOn: null, received: null, open: null }
    if (debit !== 0 && credit !== 0) return failed('debit', 'BOTH_SIDES')
    if (debit === 0 && credit === 0) {
      const brought = OPENING_WORD.test(note.normalize('NFKC').trim()) || word === 'opening' ? signed(amounts.open ?? ZERO) : ZERO
      return brought === 0 ? 'zero' : { ...nothing, total: brought, posted: brought, receipt: false }
    }
    if (debit < 0 && (word === 'receipt' || RECEIVED_WORD.test(note))) return { ...nothing, total: debit, posted: debit, receipt: true }
    if (debit !== 0) return { ...nothing, total: debit, posted: debit, receipt: false }
    if (credit < 0) return failed('credit', 'NEGATIVE')
    if (word === 'creditNote' || (word !== 'receipt' && CREDIT_WORD.test(note))) return { ...nothing, total: negate(credit), posted: negate(credit), receipt: false }
    return { ...nothing, total: credit, posted: credit, receipt: true }
  }

  function signed(amount: Money): Money {
    return owedOn(parseSide(reader.text('side', 40)), amount)
  }

  /** A row of a list of documents: what it was issued for and what is posted of it. */
  function stated(read: Amounts, word: RowKind | null, lines: number, standing: Standing): Said | null | string {
    const side = reader.text('side', 40)
    if (side !== '' && parseSide(side) === null && !saysNothing(side) && !/^[平无]$/.test(side)) return failed('side', 'BAD_DIRECTION')
    const amounts = sides === 'items' ? { ...read, amount: read.debit, received: read.credit } : read
    const red = word === 'creditNote' || (reader.has('positive') && parseFlag(reader.text('positive')) === false)
    const total = totalOf({ ...amounts, amount: amounts.amount ?? (amounts.gross === null && amounts.net === null ? amounts.debit : null) }, reader, holdsTax, lines)
    const open = amounts.open ?? sidedBalance(amounts) ?? amounts.localOpen
    const settledOn = reader.day('settledOn')
    const posted = postedAmount(reader, total === null ? null : signed(total), { received: amounts.received, open: open === null ? null : signed(open) }, settledOn, red || word === 'receipt')
    if (reader.failed || posted === null) return null
    if (standing === 'settled' && settledOn === null) return open === null || open === 0 ? 'settled' : failed(reader.has('settlement') ? 'settlement' : 'status', 'SETTLED_BUT_OPEN', { open })
    const settlement = reader.text('settlement')
    // A word that nobody knows may say that nothing is owed any more; a state of a document is asked only where no amount tells.
    if (standing === null && settlement !== '' && parseFlag(settlement) !== false && !STILL_OPEN.test(settlement.normalize('NFKC').toLowerCase()) && open === null && amounts.received === null && settledOn === null) return failed('settlement', 'STANDING_UNKNOWN')
    if (total !== null && open !== null && total > 0 && open > total && (amounts.gross ?? amounts.amount ?? amounts.debit) !== null) return failed('open', 'AMOUNT_MISMATCH', { total, received: amounts.received ?? ZERO, open })
    if (standing === 'partly' && open === null && amounts.received === null && settledOn === null) return failed(reader.has('settlement') ? 'settlement' : 'status', 'PARTLY_WITHOUT_OPEN')
    const receipt = word === 'receipt' || (word === null && parseSide(side) === 'credit' && posted < 0 && open === null && RECEIVED_WORD.test(reader.text('note')))
    return { total: total === null ? null : signed(total), posted, receipt, settledOn, received: amounts.received, open }
  }

  /** Money that stands among documents; before the first day of the ledger what is left of it is the customer's credit. */
  function takeReceipt(posted: Money, currency: string, on: Day, history: boolean, note: string): string | null {
    const [party, numbers] = [partyOf(reader), numbersOf(reader)]
    if (reader.failed) return null
    if (posted === 0) return 'settled'
    const amount = absolute(posted)
    const content = (): string => [party.code || party.taxNumber || party.name, on, -amount, note].join('|')
    const key = identities.take(numbers.key, numbers.field, content)
    if (key === null) return null
    if (history) {
      rows.push({
        row: reader.row, key, kind: 'creditNote', party, documentOn: on, dueOn: on, terms: null, amount, total: negate(amount), currency, invoiceNumber: '', sourceNumber: numbers.source || numbers.invoice,
        contractNumber: '', orderNumber: '', note, corrects: '', settled: ZERO, settledOn: null,
      })
      return null
    }
    receipts.push({
      row: reader.row, key, party, receivedOn: on, time: '', amount, fee: null, currency, method: parseMethod(note), bankAccount: '',
      reference: [numbers.source || numbers.invoice, note].filter((text) => text !== '').join(' '), note: '', invoiceNumbers: [],
    })
    return null
  }

  function takeDocument(said: Said, currency: string, { head, parts }: DocumentRows, documentOn: Day, history: boolean, note: string, word: RowKind | null): string | null {
    const { total, posted, settledOn } = said
    const party = partyOf(reader)
    const dueOn = reader.day('dueOn')
    const terms = termsOf(reader, options.monthEndOrder)
    const numbers = numbersOf(reader)
    if (reader.failed) return null
    const credit = posted < 0
    if (dueOn !== null && dueOn < documentOn && !credit) return failed('dueOn', 'DUE_BEFORE_DOCUMENT')
    if (settledOn !== null && settledOn < documentOn) return failed('settledOn', 'SETTLED_BEFORE_DOCUMENT')
    if (posted === 0) return total === 0 ? 'zero' : 'settled'
    const settled = settledOn === null || total === null ? ZERO : settledOf(reader, total, said)
    if (settled === null) return null
    // What was received before the first day of the ledger is history as well: only the rest is owed.
    const before = settledOn !== null && startOn !== null && settledOn < startOn
    if (before && settled === total) return 'settled'
    const owed = before ? subtract(posted, settled) : posted
    const received = before || credit ? ZERO : settled
    const key = identities.take(numbers.key, numbers.field, () => [party.code || party.taxNumber || party.name, documentOn, posted, dueOn ?? '', note].join('|'))
    if (key === null) return null
    const opening = history || (OPENING_WORD.test(note.normalize('NFKC').trim()) || word === 'opening') && sides === 'ledger'
    rows.push({
      row: head.row, ...(parts.length > 1 && { rows: parts.map(({ row }) => row) }), key,
      kind: credit ? 'creditNote' : opening ? 'opening' : word === 'other' ? 'other' : 'invoice', party, documentOn,
      dueOn: dueOn !== null && dueOn < documentOn ? documentOn : dueOn, terms,
      amount: absolute(owed), total: total === null ? posted : credit ? negate(absolute(total)) : total, currency,
      invoiceNumber: numbers.invoice, sourceNumber: numbers.source, note: noteWithDispute(reader, note),
      contractNumber: reader.text('contractNumber', 120) || numberInText(note, 'contract'),
      orderNumber: reader.text('orderNumber', 120) || numberInText(note, 'order'),
      corrects: credit ? reader.number('corrects') || correctedInvoice(note) : '', ...(!credit && /红冲|冲红/.test(reader.text('status')) && !/^[未非无]/.test(reader.text('status')) && { reversed: true }),
      settled: received, settledOn: received === 0 ? null : settledOn,
    })
    return null
  }

  function missing(field: string): null {
    return reader.failed ? null : reader.fail(field, 'MISSING_VALUE')
  }

  function failed(field: string, code: string, params?: Record<string, string | number>): null {
    return reader.fail(field, code, undefined, params)
  }
}

/** The worst that any of the columns says of a document. */
export function standingOf(reader: RowReader): Standing {
  const said = ['voided', 'status', 'settlement'].map((field) => (reader.has(field) ? parseStanding(reader.text(field), reader.title(field)) : null))
  return (['void', 'draft', 'settled', 'partly'] as const).find((standing) => said.includes(standing)) ?? null
}

interface Numbers {
  invoice: string
  source: string
  /** The field that tells the row from others, and its key; null when the row has no number at all. */
  field: string
  key: string | null
}

/** An invoice is known by its 20 digits, on paper by code and number together; any other document by its own number. */
function numbersOf(reader: RowReader): Numbers {
  const electronic = reader.number('electronicNumber')
  const paper = reader.number('invoiceNumber')
  const code = reader.number('invoiceCode')
  const source = reader.number('number')
  if (electronic) return { invoice: electronic, source, field: 'electronicNumber', key: `I:${electronic}` }
  if (paper) return { invoice: paper, source, field: 'invoiceNumber', key: `I:${code}${code && '-'}${paper}` }
  return { invoice: '', source, field: 'number', key: source ? `D:${source}` : null }
}

/** What is posted of a row: all of it when it was settled later (the receipt follows), else what is still open; a red one is negative. */
function postedAmount(reader: RowReader, total: Money | null, { received, open }: { received: Money | null; open: Money | null }, settledOn: Day | null, red: boolean): Money | null {
  if (reader.failed) return null
  if (total !== null && received !== null && open !== null && subtract(total, received) !== open) {
    return reader.fail('open', 'AMOUNT_MISMATCH', undefined, { total, received, open })
  }
  const left = total !== null && received !== null ? subtract(total, received) : total
  const posted = settledOn !== null && total !== null ? total : open ?? left
  if (posted !== null) return red && posted > 0 ? negate(posted) : posted
  return reader.fail(['open', 'gross', 'amount', 'net', 'debit', 'debitBalance'].find((field) => reader.has(field)) ?? 'amount', 'MISSING_VALUE')
}

/** How much was received on the day of settlement: what the list says, else all of it. */
function settledOf(reader: RowReader, total: Money, { received, open }: { received: Money | null; open: Money | null }): Money | null {
  const settled = received ?? (open === null ? total : subtract(total, open))
  return total > 0 && (settled < 0 || settled > total) ? reader.fail(reader.has('received') ? 'received' : 'open', 'AMOUNT_MISMATCH', undefined, { total, received: settled }) : settled
}

export function partyOf(reader: RowReader): Party {
  const party = {
    code: reader.number('customerCode'), taxNumber: reader.number('taxNumber'), name: reader.name('customerName'),
    salesperson: reader.name('salesperson'), department: reader.name('department'),
  }
  if (!party.code && !party.taxNumber && !party.name && !reader.failed) reader.fail(reader.has('customerName') ? 'customerName' : 'customerCode', 'MISSING_VALUE')
  return party
}

/** The currency of the present row as the file says it; columns in 本位币 are in the ledger's own, whatever stands beside them. */
export function currencyOf(reader: RowReader, { currency, ownCurrency }: { currency: string; ownCurrency?: string | undefined }): string {
  return isLocalOnly(reader) ? ownCurrency ?? currency : currencySaid(reader) ?? currency
}

/** The terms of a row, an empty cell or a stroke for none. What is not understood is a problem of its row that names the word. */
export function termsOf(reader: RowReader, order?: MonthEndOrder): Terms | null {
  const text = reader.text('terms', 200)
  if (saysNothing(text)) return null
  const read = readTerms(text, order)
  return 'unknown' in read ? reader.fail('terms', 'BAD_TERMS', text, { word: read.unknown }) : read.terms
}

function noteWithDispute(reader: RowReader, note: string): string {
  const disputed = reader.has('disputed') && parseFlag(reader.text('disputed')) === true
  return disputed ? `${reader.title('disputed')}${note && `；${note}`}` : note
}
