/**
 * An OFX or QFX file, of the SGML of 1.x (whose values need no closing tag) or the XML of 2.x: both are walked through as tags with
 * a text behind them. The library there is for it reads neither an empty value of 1.x nor a file that is meant to hold it up.
 */
import type { Sheet } from '../../shared/sheets/table.ts'
import { Unreadable } from './refuse.ts'
import { exact, statementSheets, type Statement, type StatementLine } from './statementSheet.ts'

export const isOfx = (start: string): boolean => /^\s*(?:OFXHEADER\s*:|(?:<\?xml[^>]*\?>\s*)?<\?OFX\b|(?:<\?xml[^>]*\?>\s*)?<OFX>)/i.test(start)

/** The groups that say what a value below them is about; all others do not matter. */
const GROUPS = new Set(['STMTRS', 'CCSTMTRS', 'BANKTRANLIST', 'STMTTRN', 'STMTTRNP', 'BANKACCTFROM', 'CCACCTFROM', 'BANKACCTTO', 'CCACCTTO', 'LEDGERBAL', 'AVAILBAL', 'PAYEE', 'CURRENCY', 'ORIGCURRENCY'])
const REPORTS = new Set(['STMTRS', 'CCSTMTRS'])
const LINES = new Set(['STMTTRN', 'STMTTRNP'])
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|([a-z]+));/gi, (entity, code: string | undefined, name: string | undefined) => (name !== undefined ? ENTITIES[name.toLowerCase()] ?? entity : String.fromCodePoint(Number(code)))).trim()

/** The values of one line, by GROUP.NAME, or NAME alone. */
type Values = Map<string, string>

export function readOfx(text: string): Sheet[] {
  // Of a file that was cut nobody knows how many lines are missing.
  if (!/<\/OFX>\s*$/i.test(text)) throw new Unreadable({ code: 'CORRUPT_FILE' })
  const statements: Statement[] = []
  const groups: string[] = []
  let [values, number]: [Values | null, number] = [null, 0]
  for (const [, closes, tag = '', content = ''] of text.matchAll(/<(\/?)([A-Za-z][\w.]{0,40})[^<>]{0,400}>([^<]*)/g)) {
    const name = tag.toUpperCase()
    if (GROUPS.has(name)) {
      if (closes === '/') {
        const from = groups.lastIndexOf(name)
        if (from >= 0) groups.splice(from)
        if (LINES.has(name) && values) {
          number += 1
          statements.at(-1)?.lines.push(lineOf(values, name, number))
          values = null
        }
        continue
      }
      groups.push(name)
      if (REPORTS.has(name)) statements.push({ account: '', currency: '', opening: null, closing: null, lines: [] })
      if (LINES.has(name)) {
        if (values) throw new Unreadable({ code: 'CORRUPT_FILE', row: number + 1 })
        values = new Map()
      }
      continue
    }
    const value = closes === '/' ? '' : plain(content)
    if (value === '') continue
    const group = groups.at(-1) ?? ''
    if (values) values.set(LINES.has(group) ? name : `${group}.${name}`, value)
    else put(statements.at(-1), group, name, value)
  }
  if (statements.length === 0) throw new Unreadable({ code: 'CORRUPT_FILE' })
  return statementSheets(statements)
}

function put(statement: Statement | undefined, group: string, name: string, value: string): void {
  if (!statement) return
  if (name === 'CURDEF') statement.currency = value.toUpperCase()
  else if (name === 'ACCTID' && group.endsWith('FROM')) statement.account = value
  else if (name === 'BALAMT' && group === 'LEDGERBAL') statement.closing = exact(value)
}

function lineOf(values: Values, name: string, number: number): StatementLine {
  const of = (...names: string[]): string => names.map((each) => values.get(each) ?? '').find((value) => value !== '') ?? ''
  const amount = exact(of('TRNAMT').replace(/\s/g, ''))
  const on = dayOf(of('DTPOSTED', 'DTTRAN', 'DTUSER'))
  if (amount === null || on === null) throw new Unreadable({ code: 'CORRUPT_FILE', row: number })
  const valueOn = dayOf(of('DTAVAIL'))
  return {
    on, amount, type: of('TRNTYPE'), counterparty: of('PAYEE.NAME', 'NAME', 'EXTDNAME'), counterpartyAccount: of('BANKACCTTO.ACCTID', 'CCACCTTO.ACCTID'), counterpartyBank: of('BANKACCTTO.BANKID'),
    reference: of('MEMO'), serial: of('FITID', 'SRVRTID'), voucher: of('CHECKNUM', 'REFNUM'), ...(valueOn !== null && { valueOn }),
    ...(of('CURRENCY.CURSYM') !== '' && { currency: of('CURRENCY.CURSYM').toUpperCase() }), ...(name === 'STMTTRNP' && { pending: true }),
  }
}

/** 20260302120000.000[8:CST]: the day as the bank wrote it. */
function dayOf(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null
}
