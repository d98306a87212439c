/** Whose account a statement is: as a column, the lines above the list, or the file's name tell it. */
import { parseCurrency } from '../sheets/currencies.ts'
import { cellText, type TableRow } from '../sheets/table.ts'
import { cleanText } from '../sheets/words.ts'

export interface FoundAccount {
  /** Digits and, where the bank hides some, stars; '' when only a name or bank was found. */
  number: string
  name: string
  bank: string
  /** ISO code, or '' when the file tells none. */
  currency: string
  how: 'file' | 'name'
  /** It is the number of a card, and the account behind it may have another one. */
  card: boolean
}

const LABELS = {
  number: /^(?:本方|我方|我司|本单位|本行|查询|客户|银行|活期|对公|交易|付款|收款|结算|单位|企业|公司|签约|开户|子|主|存款)?(?:账|帐)(?:号|户|户号|户号码|号码|号卡号)(?:卡号)?$|^卡号$|^(?:inquirer)?account(?:number|no)?$|^acctno$|^ac(?:no|number)?$/,
  name: /^(?:本方|我方|我司|本单位|查询|客户|单位|企业|公司)?(?:(?:账|帐)(?:户|号)?(?:名称|名)|户名|单位名称|公司名称|客户名称|企业名称)$|^account(?:holder|owner)?name$|^customername$|^companyname$/,
  bank: /^(?:本方|我方|账户)?(?:开户行|开户银行|开户机构|开户网点|开户行名称|开户行名|银行名称)$|^bank(?:name)?$/,
  currency: /^(?:账户)?(?:币种|币别|货币|币种名称)$|^currency$|^ccy$/,
} as const
type Label = keyof typeof LABELS

const BANKS: readonly [RegExp, string][] = [
  [/中国工商银行|工商银行|工行|\bicbc\b/i, '工商银行'], [/中国建设银行|建设银行|建行|\bccb\b/i, '建设银行'], [/中国农业银行|农业银行|农行|\babc\b/i, '农业银行'],
  [/中国邮政储蓄银行|邮政储蓄|邮储|\bpsbc\b/i, '邮储银行'], [/中国民生银行|民生银行|\bcmbc\b/i, '民生银行'], [/中国光大银行|光大银行|\bcebb?\b/i, '光大银行'],
  [/交通银行|交行|\bbocom\b/i, '交通银行'], [/招商银行|招行|\bcmb\b/i, '招商银行'], [/上海浦东发展银行|浦发银行|浦发|\bspdb\b/i, '浦发银行'], [/兴业银行|\bcib\b/i, '兴业银行'],
  [/中信银行|\bcitic\b/i, '中信银行'], [/平安银行|\bpab\b/i, '平安银行'], [/华夏银行|\bhxb\b/i, '华夏银行'], [/广发银行|\bcgb\b/i, '广发银行'], [/浙商银行|\bczb\b/i, '浙商银行'],
  [/宁波银行/, '宁波银行'], [/北京银行/, '北京银行'], [/上海银行/, '上海银行'], [/江苏银行/, '江苏银行'], [/南京银行/, '南京银行'], [/杭州银行/, '杭州银行'],
  [/汇丰|\bhsbc\b/i, '汇丰银行'], [/星展|\bdbs\b/i, '星展银行'], [/花旗|\bciti(?:bank)?\b/i, '花旗银行'], [/中国银行(?!间|业)|中行|\bboc\b/i, '中国银行'],
]

/** The bank that a text speaks of by its usual short name; '' when it speaks of none we know. */
export const bankIn = (text: string): string => BANKS.find(([known]) => known.test(text))?.[1] ?? /[\u4e00-\u9fff]{2,8}(?:农村商业银行|农商银行|农商行|村镇银行|银行)/.exec(text)?.[0] ?? ''

const plainLabel = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\[[^\]]*\]|\([^)]*\)/g, '').replace(/[\s_\-—.#*:/\\|"'()[\]【】]/g, '')
const labelOf = (text: string): Label | null => (Object.keys(LABELS) as Label[]).find((label) => LABELS[label].test(plainLabel(text))) ?? null

/** An account as it is compared: digits, letters and the stars of hidden digits. */
export const plainAccount = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z*]/g, '')

/** 卡号 and 一卡通 are printed on the card; 账号/卡号 may be either. */
export const isCard = (label: string): boolean => /卡/.test(label) && !/[账帐]/.test(label)

/** A cell that holds name and account of the other side, as 62220001/某公司 or 某公司 (62220001); '' for what it does not hold. */
export function accountAndName(text: string): { account: string; name: string } {
  const found = /[0-9*][0-9*\s-]{4,38}[0-9*]/.exec(text.normalize('NFKC'))
  const account = plainAccount(found?.[0] ?? '')
  if (!found || account.replace(/\D/g, '').length < 4 || account.length < 6) return { account: '', name: cleanText(text) }
  const plain = text.normalize('NFKC')
  const [before, after] = [plain.slice(0, found.index), plain.slice(found.index + found[0].length)].map((part) => part.replace(/^[\s/|,;:_-]+|[\s/|,;:_-]+$|[([]\s*$|^\s*[)\]]/g, '').trim())
  return { account, name: cleanText([before, after].filter((part) => part !== '').join(' ')) }
}

/** 账号 of at least six digits; what is shorter is a branch or the number of a list. */
const asAccount = (text: string): string => {
  const found = /^[^0-9*]{0,20}((?:[0-9*][\s-]?){6,40})/.exec(text.normalize('NFKC').replace(/[\u200b\t]/g, ' '))?.[1] ?? ''
  const plain = plainAccount(found)
  return plain.replace(/\D/g, '').length >= 4 && plain.length >= 6 ? plain : ''
}

/** What stands above the list: labels with their value in the same cell behind a colon, or in the next one. */
export function accountOfTitles(rows: readonly TableRow[]): Omit<FoundAccount, 'how'> {
  let card = false
  const found: Record<Label, string> = { number: '', name: '', bank: '', currency: '' }
  const put = (label: Label, value: string, said = ''): void => {
    const text = label === 'number' ? asAccount(value) : cleanText(value)
    if (found[label] !== '' || text === '' || text.length > 120) return
    found[label] = text
    if (label === 'number') card = isCard(said + value)
  }
  const words: string[] = []
  for (const { cells } of rows) {
    const texts = Array.from(cells, (cell) => cleanText(cellText(cell)))
    words.push(...texts)
    for (const [column, text] of texts.entries()) {
      if (text === '') continue
      // Several may stand in one cell: 账号：123 户名：某公司 币种：人民币
      const parts = text.split(/\s*[:：]\s*/)
      for (const [place, part] of parts.slice(0, -1).entries()) {
        const label = labelOf(place === 0 ? part : part.replace(/^.*[\s,，;；|]/, ''))
        const next = parts[place + 1] ?? ''
        const last = place + 2 === parts.length
        const value = last ? next : next.replace(/[\s,，;；|]+[^\s,，;；|]*$/, '')
        if (label) put(label, value === '' && last ? texts.slice(column + 1).find((other) => other !== '') ?? '' : value, part)
        // The kind of account may stand before its number: 账号: [一卡通:6214********0123]
        if (label === 'number' && found.number === '' && asAccount(value) === '' && !last) put(label, parts.slice(place + 2).join(' '), value)
      }
      const own = parts.length === 1 ? labelOf(text) : null
      if (own) put(own, texts.slice(column + 1).find((other) => other !== '') ?? '', text)
    }
  }
  return { ...found, card, bank: found.bank || bankIn(words.join(' ')), currency: parseCurrency(found.currency) ?? '' }
}

/** The account in a file's name, as in 交易明细_0000596384718583_20260401-20260630.csv; days and instants are no accounts. */
export function accountOfName(fileName: string): string {
  const runs = fileName.normalize('NFKC').replace(/\.[a-z]+$/i, '').match(/[0-9*]{8,32}/g) ?? []
  return runs.filter((run) => run.replace(/\*/g, '').length >= 4 && !isMoment(run)).sort((a, b) => b.length - a.length)[0] ?? ''
}

/** 20260401 · 2026040120260630 · 20260401170709 */
const isMoment = (run: string): boolean => /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])){1,2}(?:[0-2]\d[0-5]\d(?:[0-5]\d(?:\d{3})?)?)?$/.test(run)

/** True when a number that a file tells is a known account: the same digits, hidden ones standing for any. */
export function sameAccount(told: string, known: string): boolean {
  const [a, b] = [plainAccount(told), plainAccount(known)]
  if (a === '' || b === '') return false
  if (!a.includes('*')) return a === b
  const [head = '', tail = ''] = [/^[^*]*/.exec(a)?.[0], /[^*]*$/.exec(a)?.[0]]
  return head.length + tail.length >= 4 && b.length >= head.length + tail.length && b.startsWith(head) && b.endsWith(tail)
}
