/** The text of a line of an MT940 statement (:86:): who the other side is and what it wrote, in the forms that banks use. */
import type { StatementLine } from './statementSheet.ts'

export type Told = Pick<StatementLine, 'counterparty' | 'counterpartyAccount' | 'counterpartyBank' | 'summary' | 'reference'>

export function partyOf(text: string): Told {
  return inSubfields(text) ?? inCodes(text) ?? inLabels(text)
}

/** A text is cut into pieces of 27 signs, or 27 bytes of Chinese; a shorter Latin piece ended by itself. */
const PIECE = 27
const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/

/** 166?00TRANSFER?20INV2603-118?32无锡恒远机电有限公司: numbered parts behind a sign that the first of them shows. */
function inSubfields(text: string): Told | null {
  const head = /^(?:\d{3})?([?<>+~^@|])(?:\d\d)/.exec(text)
  const mark = head?.[1]
  if (!mark) return null
  const parts = new Map<number, string>()
  for (const part of text.replaceAll('\n', '').split(mark).slice(1)) {
    const number = /^\d\d/.exec(part)
    // The sign itself may stand in what somebody wrote.
    if (number) parts.set(Number(number[0]), part.slice(2))
    else parts.set(lastOf(parts), `${parts.get(lastOf(parts)) ?? ''}${mark}${part}`)
  }
  const joined = (from: number, to: number): string => {
    let whole = ''
    for (let number = from; number <= to; number += 1) {
      const part = parts.get(number) ?? ''
      const goesOn = (parts.get(number - 1) ?? '').length >= PIECE || CHINESE.test(whole.slice(-1)) || CHINESE.test(part.slice(0, 1))
      whole += `${whole === '' || part === '' || goesOn ? '' : ' '}${part}`
    }
    return whole.trim()
  }
  const reference = [joined(20, 29), joined(60, 63)].filter((piece) => piece !== '').join(' ')
  return { counterparty: joined(32, 33), counterpartyAccount: joined(31, 31), counterpartyBank: joined(30, 30), summary: joined(0, 0), reference }
}

const lastOf = (parts: ReadonlyMap<number, string>): number => [...parts.keys()].at(-1) ?? 0

const NAME_CODES = ['NAME', 'ORDP', 'BENM', 'CNTP', 'ORDB', 'DBTR', 'CDTR', 'OPNM']
const ACCOUNT_CODES = ['IBAN', 'ACCW', 'ACC', 'ACCT', 'OPAC', 'CPAC']
const TEXT_CODES = ['REMI', 'TRTP', 'EREF', 'USTD', 'INFO', 'PREF', 'PURP', 'BUSP', 'ROC', 'SVCL', 'NREF', 'MARF', 'CSID', 'BIC', 'ISDT', 'TXID', 'ULTD', 'ULTC', 'CRED', 'ADDR']
const CODES = new RegExp(`/(${[...NAME_CODES, ...ACCOUNT_CODES, ...TEXT_CODES].join('|')})/`, 'g')

/** /ORDP/某公司/REMI/货款: words between strokes. */
function inCodes(text: string): Told | null {
  const whole = text.replace(/\n/g, '')
  const marks = [...whole.matchAll(CODES)]
  if (marks.length === 0) return null
  const found = new Map<string, string>()
  for (const [index, mark] of marks.entries()) {
    const value = whole.slice(mark.index + mark[0].length, marks[index + 1]?.index).replace(/\/+$/, '').trim()
    if (value !== '' && !found.has(mark[1] ?? '')) found.set(mark[1] ?? '', value)
  }
  const first = (codes: readonly string[]): string => codes.map((code) => found.get(code) ?? '').find((value) => value !== '') ?? ''
  // The other side may come as account / bank / name / town.
  const [account = '', bank = '', name = ''] = (found.get('CNTP') ?? '').split('/')
  const parted = name !== ''
  const before = whole.slice(0, marks[0]?.index).trim()
  return {
    counterparty: parted ? name : first(NAME_CODES), counterpartyAccount: parted ? account : first(ACCOUNT_CODES), counterpartyBank: parted ? bank : '',
    summary: [before, found.get('TRTP') ?? ''].filter((piece) => piece !== '').join(' '),
    reference: [first(['REMI', 'USTD', 'INFO']).replace(/^(?:USTD|STRD)\/+/, ''), found.get('EREF') ?? ''].filter((piece) => piece !== '' && piece !== 'NOTPROVIDED').join(' '),
  }
}

const SIDE = '(?:对方|对手|交易对手|收付方|付款人|付款方|收款人|收款方|汇款人)?'
const LABELS: readonly (readonly [keyof Told, RegExp])[] = [
  ['counterparty', new RegExp(`${SIDE}(?:户名|名称|账户名称|单位名称|姓名)$`)], ['counterparty', /^(?:对方|对手|交易对手|付款人|付款方|汇款人|counterparty|payer|beneficiary|remitter|name)$/i],
  ['counterpartyAccount', new RegExp(`${SIDE}(?:账号|帐号|账户|卡号)$`)], ['counterpartyAccount', /^(?:account|acct?|a\/c)(?: ?no)?$/i],
  ['counterpartyBank', new RegExp(`${SIDE}(?:开户行|行名|银行|开户行名称)$`)], ['counterpartyBank', /^bank$/i],
  ['summary', /^(?:摘要|交易摘要|业务类型|summary)$/i], ['reference', /^(?:用途|附言|备注|款项用途|remarks?|purpose|details?|reference)$/i],
]

/** 对方户名：某公司 对方账号：622… 附言：货款; what stands behind no label of ours is what was written. */
function inLabels(text: string): Told {
  const whole = text.replace(/\n/g, ' ').trim()
  const pieces = [...whole.matchAll(/(?:^|[\s;；,，|])([\u4e00-\u9fffA-Za-z/ ]{2,12}?)\s*[:：]/g)]
  const found: Told = {}
  const rest = [whole.slice(0, pieces[0]?.index)]
  for (const [index, piece] of pieces.entries()) {
    const part = whole.slice(piece.index, pieces[index + 1]?.index)
    const field = LABELS.find(([, label]) => label.test((piece[1] ?? '').trim()))?.[0]
    const value = part.slice(piece[0].length).replace(/[\s;；,，|]+$/, '').trim()
    if (field && found[field] === undefined) found[field] = value
    else rest.push(part)
  }
  return { ...found, reference: [found.reference ?? '', ...rest].map((piece) => piece.trim()).filter((piece) => piece !== '').join(' ') }
}
