/**
 * A SWIFT MT940 (or MT942) statement as banks hand it out: fields that begin with `:61:` and the like, in pages of one or many
 * messages, with or without their envelope. Each bank fills the text of a line in its own way, see readMt940Text.ts.
 */
import type { Sheet } from '../../shared/sheets/table.ts'
import { partyOf, type Told } from './readMt940Text.ts'
import { Unreadable } from './refuse.ts'
import { exact, statementSheets, type Exact, type Statement, type StatementLine } from './statementSheet.ts'

export const isMt940 = (start: string): boolean => /^\s*(?:\{4:\s*)?:20:/m.test(start) && /^:(?:25P?|28C?|60[FM]):/m.test(start)

interface Field {
  tag: string
  text: string
  row: number
}

/** Anything that does not begin like a field goes on with the one before; the marks of a message's envelope end it. */
function* fieldsOf(text: string): Generator<Field> {
  let field: Field | null = null
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.replace(/^.*\{4:/, '').replace(/^[^:]{1,3}(?=:\d\d[A-Z]?:)/, '').replace(/-\}.*$/, '').trimEnd()
    const start = /^:(\d{2}[A-Z]?):(.*)$/.exec(line)
    if (start) {
      if (field) yield field
      field = { tag: start[1] ?? '', text: start[2] ?? '', row: index + 1 }
    } else if (/^-?$/.test(line) || line.startsWith('{')) {
      if (field) yield field
      field = null
    } else if (field) field.text += `\n${line}`
  }
  if (field) yield field
}

export function readMt940(text: string): Sheet[] {
  const statements: Statement[] = []
  let statement: Statement | null = null
  let line: StatementLine | null = null
  for (const { tag, text: content, row } of fieldsOf(text)) {
    if (tag === '20') {
      statement = { account: '', currency: '', opening: null, closing: null, lines: [] }
      statements.push(statement)
      line = null
    }
    if (!statement) continue
    if (tag.startsWith('25')) statement.account = accountOf(content)
    else if (tag === '60F' || tag === '60M' || tag === '62F' || tag === '62M') {
      const { currency, amount } = balanceOf(content, row)
      statement.currency ||= currency
      if (tag.startsWith('60')) statement.opening = amount
      else statement.closing = amount
      line = null
    } else if (tag === '61') {
      line = lineOf(content, row)
      statement.lines.push(line)
    } else if (tag === '86' && line) {
      Object.assign(line, told(line, partyOf(content)))
      line = null
    } else if (tag !== '86') line = null
  }
  // Each page that begins with a balance ends with one, or the file was cut and lines are missing.
  const cut = statements.find(({ opening, closing }) => opening !== null && closing === null)
  if (cut) throw new Unreadable({ code: 'CORRUPT_FILE', ...(cut.lines.at(-1)?.row !== undefined && { row: cut.lines.at(-1)?.row }) })
  return statementSheets(statements.map(withCurrency))
}

/** Intraday reports state no balance, and their currency only behind the account. */
const withCurrency = (statement: Statement): Statement => {
  const behind = /^(.*\d)([A-Z]{3})$/.exec(statement.account)
  return behind ? { ...statement, account: behind[1] ?? '', currency: statement.currency || (behind[2] ?? '') } : statement
}

/** The account stands alone, or behind its bank: 10010010/123456. */
const accountOf = (text: string): string => (text.split('\n')[0]?.split('/').findLast((part) => /\d{4}/.test(part)) ?? text).trim()

function balanceOf(text: string, row: number): { currency: string; amount: Exact } {
  const match = /^([CD])(?:\d{6}|\d{8})([A-Z]{3})(\d+(?:[.,]\d*)?)/.exec(text.trim())
  const amount = exact(match?.[3] ?? '')
  if (!match || amount === null) throw new Unreadable({ code: 'CORRUPT_FILE', row })
  return { currency: match[2] ?? '', amount: match[1] === 'D' ? -amount : amount }
}

/** 2603020302C58600,00NTRFNONREF//20260302000145 · value day, day of booking, side, amount, kind, reference of the customer // of the bank. */
const LINE = /^(\d{6}|\d{8})(\d{4}|\d{8})?(R?[CD]|E[CD])([A-Z])?(\d+(?:[.,]\d*)?)(?:([NSF][A-Z0-9]{3}))?(.*?)(?:\/\/(.*))?$/

function lineOf(text: string, row: number): StatementLine {
  const [first = '', ...more] = text.split('\n')
  const match = LINE.exec(first.trim())
  const [, valueDay = '', bookingDay = '', side = '', , amountText = '', type = '', customer = '', bank = ''] = match ?? []
  const size = exact(amountText)
  const valueOn = dayOf(valueDay)
  if (!match || size === null || valueOn === null) throw new Unreadable({ code: 'CORRUPT_FILE', row })
  const known = (reference: string): string => (/^(?:NONREF|NOTPROVIDED|-*)$/i.test(reference.trim()) ? '' : reference.trim())
  const summary = more.join(' ').trim()
  return {
    on: bookedOn(bookingDay, valueOn), valueOn, amount: SIGN[side] === -1 ? -size : size, row, type,
    serial: known(bank) || known(customer), ...(known(bank) !== '' && known(customer) !== '' && { voucher: known(customer) }), ...(summary !== '' && { summary }),
  }
}

/** A reversal of a credit takes money out again, that of a debit brings it back; EC and ED are expected as they are. */
const SIGN: Readonly<Record<string, 1 | -1>> = { C: 1, D: -1, RC: -1, RD: 1, EC: 1, ED: -1 }

function dayOf(digits: string): string | null {
  const whole = digits.length === 8 ? digits : `${Number(digits.slice(0, 2)) < 80 ? '20' : '19'}${digits}`
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(whole)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null
}

/** The day of booking has no year: it is the one of the value day, or its neighbour around the turn of the year. */
function bookedOn(digits: string, valueOn: string): string {
  if (digits.length === 8) return dayOf(digits) ?? valueOn
  if (digits === '') return valueOn
  const [year, month] = [Number(valueOn.slice(0, 4)), Number(valueOn.slice(5, 7))]
  const booked = Number(digits.slice(0, 2))
  const own = booked - month > 6 ? year - 1 : month - booked > 6 ? year + 1 : year
  return `${own}-${digits.slice(0, 2)}-${digits.slice(2)}`
}

/** What the text tells, beside what stood on the line itself. */
function told(line: StatementLine, { summary, ...party }: Told): Partial<StatementLine> {
  return { ...party, summary: [line.summary ?? '', summary ?? ''].filter((text) => text !== '').join(' ') }
}
