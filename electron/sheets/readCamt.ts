/**
 * An ISO 20022 report of an account: CAMT.052 (of the day), 053 (statement) and 054 (notice), in all versions in use. Newer ones
 * only put a name deeper (Pty, Cd), so what is looked for is found in either place.
 */
import type { Sheet } from '../../shared/sheets/table.ts'
import { tooLarge, Unreadable } from './refuse.ts'
import { exact, statementSheets, type Exact, type Statement, type StatementLine } from './statementSheet.ts'
import { allAt, at, below, Grower, textAt, type Branch } from './tree.ts'
import { readElements } from './xml.ts'

export const isCamt = (start: string): boolean => /<(?:[\w.-]+:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)\b/.test(start)

const REPORTS = new Set(['Stmt', 'Rpt', 'Ntfctn'])

export function readCamt(text: string): Sheet[] {
  const statements: Statement[] = []
  const openings: { code: string; amount: Exact }[][] = []
  let seen = 0
  const grower = new Grower(['Acct', 'Bal', 'Ntry'], (branch) => {
    const [statement, balances] = [statements.at(-1), openings.at(-1)]
    if (!statement || !balances) return
    if (branch.name === 'Acct') Object.assign(statement, accountOf(branch))
    else if (branch.name === 'Bal') balances.push({ code: textAt(branch, 'Tp', 'CdOrPrtry', 'Cd'), amount: signedOf(branch, seen) })
    else {
      seen += 1
      statement.lines.push(...linesOf(branch, seen))
    }
  }, () => { throw tooLarge('cells') })
  readElements(Buffer.from(text), {
    open(name, attributes) {
      if (REPORTS.has(name)) {
        statements.push({ account: '', currency: '', opening: null, closing: null, lines: [] })
        openings.push([])
      }
      grower.open(name, attributes)
    },
    close: (name, content) => grower.close(name, content),
  })
  return statementSheets(statements.map((statement, index) => withBalances(statement, openings[index] ?? [])))
}

function accountOf(account: Branch): Partial<Statement> {
  const bank = at(account, 'Svcr', 'FinInstnId')
  return {
    account: textAt(account, 'Id', 'IBAN') || textAt(account, 'Id', 'Othr', 'Id'), currency: textAt(account, 'Ccy'), name: textAt(account, 'Ownr', 'Nm') || textAt(account, 'Ownr', 'Pty', 'Nm'),
    bank: textAt(bank, 'Nm') || textAt(bank, 'BICFI') || textAt(bank, 'BIC'),
  }
}

/** The booked balances; PRCD is the closing one of the statement before. Those of the day (ITBD) count where there is no closing one. */
function withBalances(statement: Statement, balances: readonly { code: string; amount: Exact }[]): Statement {
  const of = (...codes: string[]): Exact | null => codes.map((code) => balances.find((balance) => balance.code === code)?.amount ?? null).find((amount) => amount !== null) ?? null
  return {
    ...statement, currency: statement.currency || (statement.lines[0]?.currency ?? ''), opening: of('OPBD', 'PRCD'),
    closing: of('CLBD') ?? balances.findLast(({ code }) => code === 'ITBD')?.amount ?? null,
  }
}

function signedOf(branch: Branch, entry: number): Exact {
  const [size, side] = [exact(textAt(branch, 'Amt')), textAt(branch, 'CdtDbtInd')]
  // Whatever has no side would be money that nobody knows the way of.
  if (size === null || (side !== 'CRDT' && side !== 'DBIT')) throw new Unreadable({ code: 'CORRUPT_FILE', ...(entry > 0 && { row: entry }) })
  return side === 'DBIT' ? -size : size
}

const dayAt = (branch: Branch, name: string): string => (textAt(branch, name, 'Dt') || textAt(branch, name, 'DtTm')).slice(0, 10)

function linesOf(entry: Branch, number: number): StatementLine[] {
  const amount = signedOf(entry, number)
  const [booked, valueOn] = [dayAt(entry, 'BookgDt'), dayAt(entry, 'ValDt')]
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  const base: StatementLine = {
    on: booked || valueOn, valueOn, amount, currency: at(entry, 'Amt')?.attributes['Ccy'] ?? '', type: textAt(entry, 'BkTxCd', 'Prtry', 'Cd') || textAt(entry, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'),
    summary: textAt(entry, 'AddtlNtryInf'), serial: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'), ...(status !== '' && status !== 'BOOK' && { pending: true }),
  }
  const details = allAt(entry, 'NtryDtls').flatMap((all) => allAt(all, 'TxDtls'))
  // The roles of a payment that is taken back are those of the payment, and so the other way round.
  const payerIsOther = (amount >= 0n) !== (textAt(entry, 'RvslInd') === 'true')
  const [first] = details
  if (details.length <= 1 || !first) return [{ ...base, ...(first && ofPayment(first, payerIsOther, base)) }]
  const parts = details.map((detail) => partOf(detail, base))
  const sum = parts.reduce<Exact | null>((total, part) => (total === null || part === null ? null : total + part), 0n)
  // A booking of many payments is as many lines, where the file says what each of them was.
  if (sum !== amount) return [{ ...base, reference: details.map((detail) => ofPayment(detail, payerIsOther, base).reference ?? '').filter((text) => text !== '').join(' ') }]
  return details.map((detail, index) => ({ ...base, ...ofPayment(detail, payerIsOther, { ...base, serial: `${base.serial ?? ''}/${index + 1}` }), amount: parts[index] ?? 0n }))
}

/** The amount of one payment in the currency of the booking; null where the file does not say it. */
function partOf(detail: Branch, entry: StatementLine): Exact | null {
  const stated = at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt') ?? at(detail, 'AmtDtls', 'InstdAmt', 'Amt')
  const size = stated ? exact(stated.text) : null
  if (size === null || (stated?.attributes['Ccy'] ?? entry.currency) !== entry.currency) return null
  const side = textAt(detail, 'CdtDbtInd')
  return side === 'DBIT' || (side === '' && entry.amount < 0n) ? -size : size
}

function ofPayment(detail: Branch, payerIsOther: boolean, entry: StatementLine): Partial<StatementLine> {
  const [parties, agents, references] = [at(detail, 'RltdPties'), at(detail, 'RltdAgts'), at(detail, 'Refs')]
  const role = payerIsOther ? 'Dbtr' : 'Cdtr'
  const nameOf = (name: string): string => textAt(parties, name, 'Nm') || textAt(parties, name, 'Pty', 'Nm')
  const account = at(parties, `${role}Acct`, 'Id')
  const bank = at(agents, `${role}Agt`, 'FinInstnId')
  const remittance = at(detail, 'RmtInf')
  const endToEnd = textAt(references, 'EndToEndId').replace(/^NOTPROVIDED$/i, '')
  const reference = [...allAt(remittance, 'Ustrd').map(({ text }) => text), ...allAt(remittance, 'Strd').map((strd) => below(strd, 'Ref')?.text ?? below(strd, 'Nb')?.text ?? ''), textAt(detail, 'AddtlTxInf'), endToEnd]
  return {
    counterparty: nameOf(role) || nameOf(`Ultmt${role}`), counterpartyAccount: textAt(account, 'IBAN') || textAt(account, 'Othr', 'Id'),
    counterpartyBank: textAt(bank, 'Nm') || textAt(bank, 'BICFI') || textAt(bank, 'BIC'), reference: reference.filter((text) => text !== '').join(' '),
    serial: textAt(references, 'AcctSvcrRef') || (entry.serial ?? '') || textAt(references, 'TxId'), ...(endToEnd !== '' && { voucher: endToEnd }),
  }
}
