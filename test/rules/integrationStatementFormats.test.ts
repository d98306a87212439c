/** Statements in the formats of banks: SWIFT MT940/942, ISO 20022 CAMT.052/053/054, OFX 1.x and 2.x, in the dialects that are in use. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../electron/sheets/readTable.ts'
import { findStatement, statementMapping } from '../../shared/bank/mapping.ts'
import { readStatement, type ReadStatement } from '../../shared/bank/readStatement.ts'
import { Problems } from '../../shared/sheets/problems.ts'
import type { FileFormat } from '../../shared/sheets/table.ts'

/** The statement as the program reads it, sheet by sheet. */
function statementsOf(content: string | Buffer, format: FileFormat): ReadStatement[] {
  const reading = readTable(typeof content === 'string' ? Buffer.from(content) : content)
  if ('problem' in reading) throw new Error(JSON.stringify(reading.problem))
  expect(reading.table.format).toBe(format)
  return reading.table.sheets.map((sheet) => {
    const problems = new Problems()
    const place = findStatement({ ...reading.table, sheets: [sheet] }, {})!
    const read = readStatement(place, { mapping: statementMapping(place), fileName: 'x', own: { names: [], accounts: [] } }, problems)
    expect(problems.list()).toEqual([])
    return read
  })
}
const one = (content: string | Buffer, format: FileFormat): ReadStatement => statementsOf(content, format)[0]!
/** Day, signed yuan, balance, other side, its account, serial. */
const brief = (read: ReadStatement): unknown[] =>
  read.lines.map(({ on, direction, amount, balance, counterparty, counterpartyAccount, serial }) => [on, (direction === 'in' ? amount : -amount) / 100, balance === null ? null : balance / 100, counterparty, counterpartyAccount, serial])
const memos = (read: ReadStatement): string[] => read.lines.map(({ memo }) => memo)

describe('MT940', () => {
  const head = ':20:STARTUMSE\r\n:25:512900000000123\r\n:28C:00003/001\r\n:60F:C260301CNY20000,00\r\n'
  it.each(['utf8', 'gb18030'])('with numbered parts, in %s', (encoding) => {
    const read = one(iconv.encode(`${head}:61:2603020302C58600,00NTRFNONREF//20260302000145\r\n:86:166?00转账?20INV2603-118?21货款?30102100099996?3132250198636000001237?32苏州明拓自动化?33有限公司
:61:2603030303D1280,5NTRFREF77//20260303000201\r\n:86:166?00转账?202月运费?32吴江顺达物流有限公司\r\n:62F:C260303CNY77319,50\r\n-`, encoding), 'mt940')
    expect(brief(read)).toEqual([
      ['2026-03-02', 58_600, 78_600, '苏州明拓自动化有限公司', '32250198636000001237', '20260302000145'], ['2026-03-03', -1280.5, 77_319.5, '吴江顺达物流有限公司', '', '20260303000201'],
    ])
    expect(read).toMatchObject({ opening: 2_000_000, closing: 7_731_950, breaks: [], account: { number: '512900000000123', currency: 'CNY', how: 'file' } })
    expect(memos(read)).toEqual(['INV2603-118货款 转账', '2月运费 转账'])
  })
  it('in the envelope of SWIFT, in pages, with reversals on both sides', () => {
    const page = (number: number, body: string): string => `{1:F01ICBKCNBJAXXX0000000000}{2:O9401200}{4:\n:20:A${number}\n:25:102100/9876543210\n:28C:5/${number}\n${body}\n-}{5:{CHK:1}}\n`
    const read = one(page(1, ':60F:C260301CNY100,\n:61:260302D5,NCHGNONREF//B00001\n:86:手续费\n:61:260302RD5,NCHGNONREF//B00002\n:86:手续费退回\n:62M:C260302CNY100,00')
      + page(2, ':60M:C260302CNY100,00\n:61:2603030303C30,NTRFNONREF//B00003\n:61:2603030303RC30,NTRFNONREF//B00004\n:61:2603030303CR7,5NTRF//B00005\n:62F:C260303CNY107,50\n:64:C260303CNY107,50\n:86:本月有优惠'), 'mt940')
    expect(brief(read)).toEqual([
      ['2026-03-02', -5, 95, '', '', 'B00001'], ['2026-03-02', 5, 100, '', '', 'B00002'], ['2026-03-03', 30, 130, '', '', 'B00003'], ['2026-03-03', -30, 100, '', '', 'B00004'], ['2026-03-03', 7.5, 107.5, '', '', 'B00005'],
    ])
    expect(read).toMatchObject({ opening: 10_000, closing: 10_750, account: { number: '9876543210' } })
    expect(memos(read)).toEqual(['手续费', '手续费退回', '', '', ''])
  })
  it.each([
    ['/ORDP/苏州明拓自动化有限公司/ACCW/32250198/REMI/货款 INV1', '苏州明拓自动化有限公司', '32250198', '货款 INV1'],
    ['/TRTP/SEPA OVERBOEKING/CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV/AMSTERDAM/REMI/USTD//Factuur 7', 'ING BANK NV', 'NL32INGB0000012345', 'Factuur 7 SEPA OVERBOEKING'],
    ['对方户名：苏州明拓自动化有限公司 对方账号：32250198636 用途：货款 合同KS-22', '苏州明拓自动化有限公司', '32250198636', '货款 合同KS-22'],
    ['货款 INV2603-118', '', '', '货款 INV2603-118'],
    ['020?00TRANSFER?20EREF+INV-77?21SVWZ+Payment?32ACME GMBH?60more', 'ACME GMBH', '', 'EREF+INV-77 SVWZ+Payment more TRANSFER'],
  ])('tells the other side out of %s', (text, counterparty, counterpartyAccount, memo) => {
    const read = one(`${head}:61:2603020302C10,00NTRFNONREF//B00001\r\n:86:${text}\r\n:62F:C260302CNY20010,00\r\n-`, 'mt940')
    expect(read.lines[0]).toMatchObject({ counterparty, counterpartyAccount, memo })
  })
  it('crosses the turn of the year, and has lines that go on', () => {
    const read = one(':20:1\n:25:12345678\n:28C:1\n:60F:D261230EUR10,00\n:61:2612310102C10,00NTRFNONREF//B00001\nmore of it\n:86:one\ntwo\n:61:2701020103C1,00NTRFNONREF//B00002\n:62F:C270102EUR1,00\n', 'mt940')
    expect(brief(read)).toEqual([['2027-01-02', 10, 0, '', '', 'B00001'], ['2027-01-03', 1, 1, '', '', 'B00002']])
    expect(memos(read)).toEqual(['one two more of it', ''])
    expect(read.account?.currency).toBe('EUR')
  })
  it('of two accounts gives a sheet for each', () => {
    const page = (account: string, currency: string): string => `:20:1\n:25:${account}\n:28C:1\n:60F:C260301${currency}10,00\n:61:260302C1,00NTRF//B00001\n:62F:C260302${currency}11,00\n-\n`
    expect(statementsOf(page('6222000011', 'CNY') + page('6222000022', 'USD'), 'mt940').map(({ account }) => [account?.number, account?.currency])).toEqual([['6222000011', 'CNY'], ['6222000022', 'USD']])
  })
  it('from which a line is missing shows the break', () => {
    const read = one(`${head}:61:260302C10,00NTRF//B00001\n:61:260303C20,00NTRF//B00002\n:62F:C260303CNY20035,00\n`, 'mt940')
    expect(read.breaks).toEqual([{ row: 6, on: '2026-03-03', expected: 2_003_000, found: 2_003_500 }])
  })
  it('that was cut has no closing balance, and is corrupt', () => expect(readTable(Buffer.from(`${head}:61:260302C10,00NTRF//B00001\n:61:260303C20,00NTRF//B00002\n`))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 6 } }))
  it('with a line that is none is corrupt and names it', () => {
    expect(readTable(Buffer.from(`${head}:61:26030xC10,00NTRF//B00001\n`))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 5 } })
    expect(readTable(Buffer.from(head.replace('C260301', 'X260301')))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 4 } })
  })
})

describe('CAMT', () => {
  const entry = (more: string, { amount = '58600.00', side = 'CRDT', status = '<Sts>BOOK</Sts>', ref = 'B00001' } = {}): string =>
    `<Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${status}<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt><AcctSvcrRef>${ref}</AcctSvcrRef>${more}</Ntry>`
  const balance = (code: string, amount: string): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>`
  const file = (entries: string, { root = 'BkToCstmrStmt', report = 'Stmt', space = 'camt.053.001.02', prefix = '', balances = balance('OPBD', '20000.00') + balance('CLBD', '78600.00') } = {}): string => {
    const plain = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${space}"><${root}><GrpHdr><MsgId>1</MsgId></GrpHdr><${report}><Id>1</Id><Acct><Id><Othr><Id>512900000000123</Id></Othr></Id><Ccy>CNY</Ccy><Ownr><Nm>苏州岚砺精密机械有限公司</Nm></Ownr></Acct>${balances}${entries}</${report}></${root}></Document>`
    return `<?xml version="1.0" encoding="UTF-8"?>\n${prefix === '' ? plain : plain.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`)}`
  }
  const old = '<NtryDtls><TxDtls><Refs><EndToEndId>INV-77</EndToEndId></Refs><RltdPties><Dbtr><Nm>苏州明拓自动化有限公司</Nm></Dbtr><DbtrAcct><Id><Othr><Id>32250198</Id></Othr></Id></DbtrAcct><Cdtr><Nm>苏州岚砺精密机械有限公司</Nm></Cdtr></RltdPties><RmtInf><Ustrd>货款</Ustrd></RmtInf></TxDtls></NtryDtls>'
  const newer = old.replace('<Dbtr><Nm>', '<Dbtr><Pty><Nm>').replace('</Nm></Dbtr>', '</Nm></Pty></Dbtr>').replace('<Cdtr><Nm>', '<Cdtr><Pty><Nm>').replace('</Nm></Cdtr>', '</Nm></Pty></Cdtr>')
  const line = ['2026-03-02', 58_600, 78_600, '苏州明拓自动化有限公司', '32250198', 'B00001']
  it.each([
    ['053 of version 2', file(entry(old))], ['053 of version 8', file(entry(newer, { status: '<Sts><Cd>BOOK</Cd></Sts>' }), { space: 'camt.053.001.08' })], ['053 with prefixes', file(entry(old), { prefix: 'ns2' })],
    ['052', file(entry(old), { root: 'BkToCstmrAcctRpt', report: 'Rpt', space: 'camt.052.001.08', balances: balance('OPBD', '20000.00') + balance('ITBD', '78600.00') })],
  ])('%s', (_, text) => {
    const read = one(text, 'camt')
    expect(brief(read)).toEqual([line])
    expect(memos(read)).toEqual(['货款 INV-77'])
    expect(read).toMatchObject({ opening: 2_000_000, closing: 7_860_000, account: { number: '512900000000123', name: '苏州岚砺精密机械有限公司', currency: 'CNY' } })
  })
  it('054 has no balances', () => expect(brief(one(file(entry(old), { root: 'BkToCstmrDbtCdtNtfctn', report: 'Ntfctn', space: 'camt.054.001.08', balances: '' }), 'camt'))).toEqual([[...line.slice(0, 2), null, ...line.slice(3)]]))
  it('splits a booking of several payments where it says what each was', () => {
    const part = (name: string, amount: string): string => `<TxDtls><AmtDtls><TxAmt><Amt Ccy="CNY">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
    expect(brief(one(file(entry(`<NtryDtls>${part('甲公司', '58000.00')}${part('乙公司', '600.00')}</NtryDtls>`)), 'camt'))).toEqual([['2026-03-02', 58_000, 78_000, '甲公司', '', 'B00001/1'], ['2026-03-02', 600, 78_600, '乙公司', '', 'B00001/2']])
    expect(brief(one(file(entry(`<NtryDtls>${part('甲公司', '58000.00')}${part('乙公司', '601.00')}</NtryDtls>`)), 'camt'))).toEqual([['2026-03-02', 58_600, 78_600, '', '', 'B00001']])
  })
  it('reads a reversal with the roles of the payment that it takes back', () => {
    const back = entry(`<RvslInd>true</RvslInd>${old}`, { side: 'DBIT', ref: 'B00002' })
    expect(brief(one(file(entry(old) + back, { balances: balance('OPBD', '20000.00') + balance('CLBD', '20000.00') }), 'camt'))).toEqual([line, ['2026-03-02', -58_600, 20_000, '苏州明拓自动化有限公司', '32250198', 'B00002']])
  })
  it('says of a line that it is not booked yet, and leaves it out of the balances', () => {
    const reading = readTable(Buffer.from(file(entry(old) + entry(old, { amount: '7.00', status: '<Sts>PDNG</Sts>', ref: 'B00002' }))))
    expect('table' in reading && reading.table.sheets[0]?.rows.slice(1).map(({ cells }) => [cells[2], cells[4], cells[15]])).toEqual([['收入', '余额', '交易状态'], ['58600.00', '78600.00', '成功'], ['7.00', null, '处理中']])
  })
  it('without a side, or cut, is corrupt', () => {
    expect(readTable(Buffer.from(file(entry(old)).replaceAll('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>')))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 1 } })
    expect(readTable(Buffer.from(file(entry(old)).slice(0, -40)))).toEqual({ problem: { code: 'CORRUPT_FILE' } })
  })
})

describe('OFX', () => {
  const sgml = `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:936\r\nCOMPRESSION:NONE\r\n\r\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260331<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STMTRS><CURDEF>CNY<BANKACCTFROM><BANKID>308<ACCTID>512900000000123<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302120000.000[8:CST]<TRNAMT>58600.00<FITID>B00001<NAME>苏州明拓自动化有限公司<MEMO>货款 &amp; 运费</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260303<TRNAMT>-1280,50<FITID>B00002<NAME><MEMO>
<CHECKNUM></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>77319.50<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  const expected = [['2026-03-02', 58_600, null, '苏州明拓自动化有限公司', '', 'B00001'], ['2026-03-03', -1280.5, null, '', '', 'B00002']]
  it.each(['utf8', 'gb18030'])('of version 1 closes no value, in %s', (encoding) => {
    const read = one(iconv.encode(sgml, encoding), 'ofx')
    expect(brief(read)).toEqual(expected)
    expect(read).toMatchObject({ closing: 7_731_950, account: { number: '512900000000123', currency: 'CNY' } })
    expect(memos(read)[0]).toBe('货款 & 运费')
  })
  it('of version 2 is XML', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>CNY</CURDEF><CCACCTFROM><ACCTID>512900000000123</ACCTID></CCACCTFROM><BANKTRANLIST>
      <STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260302</DTPOSTED><TRNAMT>+58600.00</TRNAMT><FITID>B00001</FITID><PAYEE><NAME>苏州明拓自动化有限公司</NAME><CITY>苏州</CITY></PAYEE><MEMO>货款</MEMO></STMTTRN>
      <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260303</DTPOSTED><TRNAMT>-1280.50</TRNAMT><FITID>B00002</FITID><NAME/><MEMO></MEMO></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`
    expect(brief(one(xml, 'ofx'))).toEqual(expected)
  })
  it('of the West keeps its accents', () => {
    const text = sgml.replace('936', '1252').replace('苏州明拓自动化有限公司', 'Café Müller').replace('货款 &amp; 运费', 'Überweisung')
    expect(one(iconv.encode(text, 'win1252'), 'ofx').lines[0]).toMatchObject({ counterparty: 'Café Müller', memo: 'Überweisung' })
  })
  it('that was cut, between lines or inside of one, is corrupt', () => {
    for (const end of ['</STMTTRN>\n', '<FITID>B00002']) expect(readTable(Buffer.from(sgml.slice(0, sgml.indexOf(end) + end.length)))).toEqual({ problem: { code: 'CORRUPT_FILE' } })
  })
  it('with an amount that is none, or nothing of an account, is corrupt', () => {
    expect(readTable(Buffer.from(sgml.replace('58600.00', '58,600.00')))).toEqual({ problem: { code: 'CORRUPT_FILE', row: 1 } })
    expect(readTable(Buffer.from('OFXHEADER:100\n<OFX><SIGNONMSGSRSV1></OFX>'))).toEqual({ problem: { code: 'CORRUPT_FILE' } })
  })
})
