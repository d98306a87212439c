/** A true statement in the formats of banks and in archives, as seeds of the files that are damaged on purpose. */
import { gzipSync } from 'node:zlib'
import AdmZip from 'adm-zip'
import iconv from 'iconv-lite'
import type { Random } from '../simulation/random.ts'
import type { TrueStatement } from './statementTruth.ts'

const yuan = (fen: number, point = '.'): string => `${Math.trunc(Math.abs(fen) / 100)}${point}${String(Math.abs(fen) % 100).padStart(2, '0')}`
const short = (day: string): string => day.slice(2).replaceAll('-', '')

function mt940({ account, opening, lines }: TrueStatement): string {
  const side = (balance: number): string => (balance < 0 ? 'D' : 'C')
  const body = lines.map(({ on, direction, amount, counterparty, counterpartyAccount, serial }) =>
    `:61:${short(on)}${short(on).slice(2)}${direction === 'in' ? 'C' : 'D'}${yuan(amount, ',')}NTRFNONREF//${serial}\r\n:86:166?00转账?20货款?31${counterpartyAccount}?32${counterparty}`)
  const closing = lines.at(-1)?.balance ?? opening
  return [':20:STARTUMSE', `:25:${account}`, ':28C:1/1', `:60F:${side(opening)}260101CNY${yuan(opening, ',')}`, ...body, `:62F:${side(closing)}261231CNY${yuan(closing, ',')}`, '-'].join('\r\n')
}

function camt({ account, opening, lines }: TrueStatement): string {
  const balance = (code: string, amount: number): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${yuan(amount)}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd></Bal>`
  const entries = lines.map(({ on, direction, amount, counterparty, serial }) => {
    const role = direction === 'in' ? 'Dbtr' : 'Cdtr'
    return `<Ntry><Amt Ccy="CNY">${yuan(amount)}</Amt><CdtDbtInd>${direction === 'in' ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>${serial}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><${role}><Nm>${counterparty}</Nm></${role}></RltdPties></TxDtls></NtryDtls></Ntry>`
  })
  return `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${balance('OPBD', opening)}${balance('CLBD', lines.at(-1)?.balance ?? opening)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
}

function ofx({ account, lines }: TrueStatement): string {
  const entries = lines.map(({ on, direction, amount, counterparty, serial }) => `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${on.replaceAll('-', '')}<TRNAMT>${direction === 'out' ? '-' : ''}${yuan(amount)}<FITID>${serial}<NAME>${counterparty}<MEMO></STMTTRN>`)
  return `OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>${account}</BANKACCTFROM><BANKTRANLIST>${entries.join('\r\n')}</BANKTRANLIST></STMTRS></OFX>`
}

function invoices({ lines, name }: TrueStatement): string {
  const each = lines.map(({ on, amount, counterparty }, index) => `<EInvoice><Header><EIid>2632${String(index).padStart(16, '0')}</EIid></Header><EInvoiceData><SellerInformation><SellerName>${name}</SellerName></SellerInformation><BuyerInformation><BuyerName>${counterparty || '甲'}</BuyerName></BuyerInformation><BasicInformation><TotalAmWithoutTax>${yuan(amount)}</TotalAmWithoutTax><TotalTaxAm>0.00</TotalTaxAm><TotalTax-includedAmount>${yuan(amount)}</TotalTax-includedAmount><RequestTime>${on}</RequestTime></BasicInformation></EInvoiceData></EInvoice>`)
  return `<?xml version="1.0"?><EInvoices>${each.join('')}</EInvoices>`
}

function mhtml({ lines }: TrueStatement): string {
  const rows = lines.map(({ on, direction, amount, counterparty }) => `<tr><td>${on}<td>${direction === 'in' ? yuan(amount) : ''}<td>${direction === 'out' ? yuan(amount) : ''}<td>${counterparty}`)
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x1"\r\n\r\n--x1\r\nContent-Type: text/html\r\n\r\n<html><table><tr><td>交易日期<td>收入<td>支出<td>对方户名${rows.join('\r\n')}</table>\r\n--x1--\r\n`
}

const TEXTS = [mt940, camt, ofx, invoices, mhtml]

/** The statement in one of these formats, or the file of a bank packed. */
export function otherFormat(statement: TrueStatement, plain: Buffer, random: Random): Buffer {
  const text = (): Buffer => iconv.encode(random.pick(TEXTS)!(statement), random.pick(['utf8', 'gb18030', 'utf8'])!)
  if (random.chance(0.6)) return text()
  const inside = random.chance(0.5) ? plain : text()
  if (random.chance(0.3)) return gzipSync(inside)
  const archive = new AdmZip()
  for (let count = random.between(1, 4); count > 0; count -= 1) archive.addFile(`${count}.csv`, count === 1 ? inside : text())
  return archive.toBuffer()
}
