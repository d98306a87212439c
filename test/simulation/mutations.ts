/** What careless programs, broken lines and hostile people do to a bank's file. Each mutation takes the bytes of a good one. */
import { deflateRawSync } from 'node:zlib'
import AdmZip from 'adm-zip'
import iconv from 'iconv-lite'
import type { Random } from './random.ts'

type Mutation = (bytes: Buffer, random: Random) => Buffer

const at = (bytes: Buffer, random: Random): number => random.between(0, Math.max(bytes.length - 1, 0))
const noise = (random: Random, length: number): Buffer => Buffer.from(Array.from({ length }, () => random.between(0, 255)))

const ANY: Record<string, Mutation> = {
  unchanged: (bytes) => bytes,
  truncated: (bytes, random) => bytes.subarray(0, at(bytes, random)),
  beginningLost: (bytes, random) => bytes.subarray(at(bytes, random)),
  flipped: (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = random.between(1, 40); left > 0; left -= 1) copy.writeUInt8(random.between(0, 255), at(copy, random))
    return copy
  },
  bitFlipped: (bytes, random) => {
    const copy = Buffer.from(bytes)
    const place = at(copy, random)
    copy.writeUInt8((copy[place] ?? 0) ^ (1 << random.between(0, 7)), place)
    return copy
  },
  inserted: (bytes, random) => {
    const place = at(bytes, random)
    return Buffer.concat([bytes.subarray(0, place), noise(random, random.between(1, 2000)), bytes.subarray(place)])
  },
  removed: (bytes, random) => {
    const place = at(bytes, random)
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + random.between(1, 2000))])
  },
  zeroed: (bytes, random) => {
    const copy = Buffer.from(bytes)
    const place = at(copy, random)
    return copy.fill(0, place, Math.min(place + random.between(1, 4000), copy.length))
  },
  doubled: (bytes) => Buffer.concat([bytes, bytes]),
  otherHead: (bytes, random) => Buffer.concat([random.pick(HEADS)!, bytes.subarray(8)]),
  headBefore: (bytes, random) => Buffer.concat([random.pick(HEADS)!, bytes]),
  onlyHead: (_, random) => random.pick(HEADS)!,
  headAndNoise: (_, random) => Buffer.concat([random.pick(HEADS)!, noise(random, random.between(0, 20_000))]),
  noise: (_, random) => noise(random, random.between(1, 50_000)),
  empty: (_, random) => random.pick([Buffer.alloc(0), Buffer.from('\r\n\r\n  \t'), Buffer.from('\ufeff'), Buffer.from([0xff, 0xfe]), Buffer.alloc(4096)])!,
  decodedWrongly: (bytes, random) => iconv.encode(iconv.decode(bytes, random.pick(['latin1', 'gb18030', 'utf8'])!), random.pick(['utf8', 'utf16le', 'gb18030', 'utf16be'])!),
}

const HEADS = [
  Buffer.from('%PDF-1.7\n'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.from('Rar!\x1a\x07\x01\0'), Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), Buffer.from('PK\x03\x04\x14\0\0\0'),
  Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('0908100000060500', 'hex'), Buffer.from('0900040002001000', 'hex'), Buffer.from('<html><table><tr><td>'), Buffer.from('{"rows":[{"a":1}]}'), Buffer.from('MZ\x90\0\x03\0\0\0'),
  Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
]

/** Changes to the text of a file between delimiters, which keep it a text. */
const TEXT: Record<string, Mutation> = {
  threeDecimals: changed((text) => text.replace(/(\d\.\d\d)(?=\D|$)/g, '$15')),
  noSuchDays: changed((text) => text.replace(/(20\d\d[-/年]?)(\d\d)([-/月]?)(\d\d)/g, '$102$330')),
  hugeNumbers: changed((text, random) => text.replace(/\d+\.\d\d/g, (amount) => (random.chance(0.3) ? random.pick(['9'.repeat(400), '1e308', '99999999999.99', '-0.00', 'NaN', 'Infinity', '1,2,3,4', '0x7fffffff'])! : amount))),
  formulas: changed((text, random) => text.replace(/[\u4e00-\u9fff]{4,}/g, (word) => (random.chance(0.2) ? random.pick(['=1+1', "=cmd|' /C calc'!A0", '@SUM(A1)', '+1', '-', '="x"', '{=A1}'])! : word))),
  openQuotes: changed((text, random) => text.replace(/[,\t;|]/g, (cut) => (random.chance(0.05) ? `${cut}"` : cut))),
  hugeCell: changed((text, random) => text.replace(/[\u4e00-\u9fff]{4,}/, (word) => word.repeat(random.between(1000, 400_000)))),
  manyColumns: changed((text, random) => text.replace(/\r?\n/, `${','.repeat(random.between(200, 100_000))}\n`)),
  manyRows: changed((text, random) => text + `${text.split('\r\n').at(-3) ?? ''}\r\n`.repeat(random.between(1000, 40_000))),
  oddLineEnds: changed((text, random) => text.replaceAll('\r\n', random.pick(['\r', '\n\r', '\u2028', '\0', '\r\r\n'])!)),
  signs: changed((text, random) => text.replace(/\d+\.\d\d/g, (amount) => random.pick([amount, `(${amount})`, `${amount}-`, `--${amount}`, `￥${amount}`, `${amount} CR`, '—', '待定'])!)),
  columnsTorn: changed((text, random) => text.split('\r\n').map((line) => (random.chance(0.2) ? line.replace(/^[^,\t;|]*[,\t;|]/, '') : line)).join('\r\n')),
  linesShuffled: changed((text, random) => text.split('\r\n').map((line) => ({ line, key: random.next() })).sort((a, b) => a.key - b.key).map(({ line }) => line).join('\r\n')),
  titlesChanged: changed((text, random) => text.replace(/日期|时间|金额|余额|发生额|借|贷|账号|户名/g, (word) => (random.chance(0.3) ? random.pick(['', '借贷', '日期', '金额', 'x', '金额金额'])! : word))),
}

function changed(change: (text: string, random: Random) => string): Mutation {
  return (bytes, random) => {
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe
    const encoding = wide ? 'utf16le' : bytes.toString('utf8').includes('\ufffd') ? 'gb18030' : 'utf8'
    return iconv.encode(change(iconv.decode(bytes, encoding), random), encoding, { addBOM: wide })
  }
}

/** Changes to the parts of a workbook of today, which is a zip archive of XML. */
const ZIP: Record<string, Mutation> = {
  partRemoved: parts((archive, random) => archive.deleteFile(random.pick(archive.getEntries())!.entryName)),
  partNoise: parts((archive, random) => archive.updateFile(random.pick(archive.getEntries())!, noise(random, random.between(0, 5000)))),
  partSwapped: parts((archive, random) => archive.updateFile(random.pick(archive.getEntries())!, random.pick(archive.getEntries())!.getData())),
  zipBomb: parts((archive, random) => archive.updateFile('xl/worksheets/sheet1.xml', Buffer.alloc(random.between(1, 300) * 1024 * 1024, '<row/>'))),
  stringBomb: parts((archive, random) => archive.updateFile('xl/sharedStrings.xml', Buffer.from(`<sst>${'<si><t>甲乙丙丁</t></si>'.repeat(random.between(10_000, 600_000))}</sst>`))),
  longString: parts((archive, random) => archive.updateFile('xl/sharedStrings.xml', Buffer.from(`<sst><si><t>${'甲'.repeat(random.between(100_000, 12_000_000))}</t></si></sst>`))),
  deepXml: inSheet((xml, random) => xml.replace('<sheetData>', `<sheetData>${'<a>'.repeat(random.between(50, 200_000))}`)),
  entities: inSheet((xml) => xml.replace(/<worksheet/, '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet').replaceAll('<v>', '<v>&b;')),
  stringsOutside: inSheet((xml, random) => xml.replace(/t="s"([^>]*)><v>\d+/g, (_, more: string) => `t="s"${more}><v>${random.pick(['-1', '999999999', '1.5', 'NaN', '1e9', '__proto__', ''])!}`)),
  cellsOutside: inSheet((xml, random) => xml.replace(/r="[A-Z]+(\d+)"/g, (whole, row: string) => (random.chance(0.1) ? `r="${random.pick(['XFD', 'ZZZZZZ', 'A', '', 'あ'])!}${random.pick([row, '0', '-1', '99999999999'])!}"` : whole))),
  rowsOutside: inSheet((xml, random) => xml.replace(/<row r="\d+"/g, (whole) => (random.chance(0.2) ? `<row r="${random.pick(['0', '-5', '1048577', '999999999999', 'x'])!}"` : whole))),
  stylesOutside: inSheet((xml, random) => xml.replace(/<c /g, () => `<c s="${random.pick(['-1', '99999', 'x', '0'])!}" `)),
  formulasWithoutResult: inSheet((xml, random) => xml.replace(/<v>[^<]*<\/v>/g, (value) => (random.chance(0.2) ? '<f>SUM(A1:A9)</f>' : value))),
  hugeFigures: inSheet((xml, random) => xml.replace(/<v>(\d+\.\d+)<\/v>/g, (value) => (random.chance(0.2) ? `<v>${random.pick(['1e308', '-1e308', '1E-300', '12345.678', '9'.repeat(500)])!}</v>` : value))),
  lyingSize: (bytes, random) => {
    // The central directory states the unpacked size of each part; here it lies.
    const copy = Buffer.from(bytes)
    for (let place = copy.indexOf('PK\x01\x02', 0, 'latin1'); place >= 0; place = copy.indexOf('PK\x01\x02', place + 1, 'latin1')) {
      if (random.chance(0.5) && place + 28 < copy.length) copy.writeUInt32LE(random.between(0, 2 ** 31 - 1), place + 24)
    }
    return copy
  },
  overlapping: () => overlappingParts(),
}

function parts(change: (archive: AdmZip, random: Random) => unknown): Mutation {
  return (bytes, random) => {
    const archive = new AdmZip(bytes)
    change(archive, random)
    return archive.toBuffer()
  }
}
function inSheet(change: (xml: string, random: Random) => string): Mutation {
  return parts((archive, random) => {
    const sheet = archive.getEntries().find(({ entryName }) => entryName.includes('worksheets/'))
    if (sheet) archive.updateFile(sheet, Buffer.from(change(sheet.getData().toString('utf8'), random)))
  })
}

/** Many names for one packed part, so that a small file states gigabytes. */
function overlappingParts(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(8 * 1024 * 1024))
  const name = 'xl/workbook.xml'
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const entries = Array.from({ length: 500 }, (_, index) => {
    const own = index === 0 ? name : `xl/worksheets/sheet${index}.xml`
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(8 * 1024 * 1024, 24)
    entry.writeUInt16LE(own.length, 28)
    return Buffer.concat([entry, Buffer.from(own)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, directory, end])
}

/** Changes to a workbook of Excel 97: the table of its container's sectors, its directory, the lengths of its records. */
const OLE: Record<string, Mutation> = {
  sectors: words((random) => random.pick([0, 1, 0xfffffffe, 0xffffffff, 0xfffffffd, random.between(0, 2 ** 31 - 1)])!),
  header: (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = random.between(1, 10); left > 0; left -= 1) copy.writeUInt32LE(random.pick([0, 1, 0xffffffff, 0x7fffffff, random.between(0, 2 ** 31 - 1)])!, 8 + random.between(0, 122) * 4)
    return copy
  },
  recordLengths: (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = random.between(1, 30); left > 0; left -= 1) copy.writeUInt16LE(random.pick([0, 1, 0xffff, 0x7fff, random.between(0, 65_535)])!, Math.max(Math.min(512 + random.between(0, 2000) * 2, copy.length - 2), 0))
    return copy
  },
}
function words(value: (random: Random) => number): Mutation {
  return (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = random.between(1, 200); left > 0 && copy.length >= 516; left -= 1) copy.writeUInt32LE(value(random) >>> 0, Math.floor(at(copy, random) / 4) * 4 > copy.length - 4 ? 512 : Math.floor(at(copy.subarray(0, -4), random) / 4) * 4)
    return copy
  }
}

/** Changes to the marks of a page or of a workbook in XML. */
const MARKS: Record<string, Mutation> = {
  marksLost: changed((text, random) => text.replace(/<\/?[A-Za-z:]+/g, (mark) => (random.chance(0.05) ? random.pick(['', '<', '</', '<<', '<!--', '<script>', '<style>', '<table>'])! : mark))),
  hugeSpans: changed((text, random) => text.replace(/<td/gi, (mark) => (random.chance(0.05) ? `${mark} colspan=9999 rowspan=9999` : mark))),
  onlyOpening: changed((text, random) => text + random.pick(['<', '<td', '<tr><td>', '<table>', '&#', '<!--'])!.repeat(random.between(1000, 1_000_000))),
  deep: changed((text, random) => text.replace(/<t(able|r)/i, (mark) => `${'<div><table><tr><td>'.repeat(random.between(10, 100_000))}${mark}`)),
  entities: changed((text, random) => text.replace(/[\u4e00-\u9fff]/g, (sign) => (random.chance(0.1) ? random.pick(['&#99999999;', '&#0;', '&#xD800;', '&unknown;', '&amp', '&'])! : sign))),
  indexes: changed((text, random) => text.replace(/<(Cell|Row)\b/g, (mark) => (random.chance(0.1) ? `${mark} ss:Index="${random.pick(['0', '-1', '99999999999', 'x'])!}"` : mark))),
}

const starts = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex

/** One mutation of a file, by name. */
export function mutate(bytes: Buffer, random: Random): { what: string; bytes: Buffer } {
  const own = starts(bytes, '504b0304') ? ZIP : starts(bytes, 'd0cf11e0') ? OLE : /^[\s\ufeff]*</.test(bytes.toString('utf8', 0, 40)) ? MARKS : TEXT
  const kinds = random.chance(0.5) ? ANY : own
  const what = random.pick(Object.keys(kinds))!
  const family = kinds === ANY ? 'any' : own === ZIP ? 'xlsx' : own === OLE ? 'xls' : own === MARKS ? 'marks' : 'text'
  return { what: `${family}.${what}`, bytes: kinds[what]!(bytes, random) }
}
