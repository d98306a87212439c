/** The wording of 对账单 and 企业询证函: the office's Chinese first, then English for customers abroad. */
import { html, writtenDay, type Html } from '../html.ts'
import { formatMoney } from '../money.ts'
import { sidesOf } from './rules.ts'
import type { AccountPaperContent, AccountPaperKind, AccountPaperLine, Auditor } from './schemas.ts'

export interface PaperTexts {
  title: Record<AccountPaperKind, string>
  colon: string
  number: string
  reprint: string
  draft: string
  to: string
  attention: string
  statement: {
    intro: (content: AccountPaperContent) => Html
    heads: readonly [on: string, kind: string, number: string, text: string, debit: string, credit: string, balance: string]
    opening: string
    sum: string
    result: (content: AccountPaperContent) => Html
  }
  unit: (currency: string) => string
  kinds: Record<AccountPaperLine['kind'], string>
  reversal: string
  capital: string
  confirmation: {
    intro: (auditor: string) => Html
    answer: string
    auditor: Record<keyof Auditor, string>
    balance: string
    heads: readonly [asOf: string, owedToUs: string, owedByUs: string, note: string]
    advance: string
    purpose: string
    conclusion: string
    right: Html
    wrong: Html
    seal: string
    person: string
    day: string
  }
  account: { title: string; holder: string; bank: string; number: string }
  contact: { title: string; person: string; phone: string; address: string }
  closing: string
  seal: string
  sender: string
  cut: string
  slip: { title: string; received: (content: AccountPaperContent) => Html; agreed: Html; differs: Html; person: string; phone: string; stamp: string; day: string }
}

const blank = (size: string): Html => html`<span class="blank ${size}"></span>`
const amountOf = ({ closing, currency, language }: AccountPaperContent): string =>
  `${currency === 'CNY' && language === 'zh-CN' ? '人民币 ¥' : `${currency} `}${formatMoney(Math.abs(closing))}`

const chinese: PaperTexts = {
  title: { statement: '对账单', confirmation: '企业询证函' },
  colon: '：',
  number: '编号',
  reprint: '补打',
  draft: '预览 · 未出具',
  to: '致',
  attention: '收件人',
  statement: {
    intro: ({ from, asOf }) => html`现将我公司账面上 ${writtenDay(from ?? asOf, 'zh-CN')} 至 ${writtenDay(asOf, 'zh-CN')} 与贵公司的往来列示如下，请核对：`,
    heads: ['日期', '单据类型', '单据编号', '发票号码 / 附言', '应收', '收款与核减', '余额'],
    opening: '期初余额',
    sum: '本期合计',
    result: (content) => (content.closing === 0
      ? html`截至 <b>${writtenDay(content.asOf, 'zh-CN')}</b>，双方往来余额为零。`
      : html`截至 <b>${writtenDay(content.asOf, 'zh-CN')}</b>，${sidesOf(content.closing).owedByUs > 0 ? '我公司欠贵公司（预收）' : '贵公司欠我公司'} <b>${amountOf(content)}</b>。`),
  },
  unit: (currency) => (currency === 'CNY' ? '金额单位：人民币元' : `币种：${currency}`),
  kinds: {
    invoice: '销售发票', creditNote: '红字发票', other: '其他应收', opening: '期初应收', receipt: '收款', difference: '尾差', refund: '退款', offset: '冲账', dishonour: '拒付汇票', writeOff: '核销',
  },
  reversal: '红冲',
  capital: '人民币（大写）',
  confirmation: {
    intro: (auditor) => html`我公司聘请的 <b>${auditor}</b> 正在审计我公司的财务报表，需要向贵公司核实双方的往来账项。下列数据取自我公司账簿：与贵公司的记录相符的，请在“信息证明无误”处签章；不符的，请在“信息不符”处列明不符项目。回函请直接寄给会计师事务所，不必经过我公司。`,
    answer: '回函地址',
    auditor: { name: '事务所', address: '地　址', contact: '联系人', phone: '电　话' },
    balance: '往来账项',
    heads: ['截止日期', '贵公司欠', '欠贵公司', '备　注'],
    advance: '预收款',
    purpose: '本函仅为复核账目之用，并非催款结算。款项在上述日期以后已经付清的，仍请函复。',
    conclusion: '结论（由贵公司填写）',
    right: html`1. 信息证明无误。`,
    wrong: html`2. 信息不符，请列明不符项目：`,
    seal: '（公司盖章）',
    person: '经办人',
    day: '日　期',
  },
  account: { title: '收款账户', holder: '户　　名', bank: '开户银行', number: '账　　号' },
  contact: { title: '联系方式', person: '联系人', phone: '电　话', address: '地　址' },
  closing: '请核对后填写回执，签章寄回；有不符之处，请与我方联系人联系。',
  seal: '（盖章）',
  sender: '经办人',
  cut: '沿此线剪下寄回',
  slip: {
    title: '回　执',
    received: (content) => html`<b>${content.company.name}</b>：贵公司编号 <b>${content.number}</b> 的对账单已收悉。经核对，截至 ${writtenDay(content.asOf, 'zh-CN')} 的余额 <b>${amountOf(content)}</b>：`,
    agreed: html`相符。`,
    differs: html`不符，我公司账面余额为 ${blank('middle')}，差异原因：${blank('reason')}`,
    person: '经办人（签字）',
    phone: '联系电话',
    stamp: '单位（盖章）',
    day: '日期',
  },
}

const english: PaperTexts = {
  title: { statement: 'Statement of Account', confirmation: 'Audit Confirmation Request' },
  colon: ': ',
  number: 'Number',
  reprint: 'REPRINT',
  draft: 'PREVIEW · NOT ISSUED',
  to: 'To',
  attention: 'Attention',
  statement: {
    intro: ({ from, asOf }) => html`Please check the movements between our companies from ${from ?? asOf} to ${asOf} as they stand in our books:`,
    heads: ['Date', 'Document', 'Number', 'Invoice no. / reference', 'Charged', 'Paid or credited', 'Balance'],
    opening: 'Opening balance',
    sum: 'Total of the period',
    result: (content) => (content.closing === 0
      ? html`As of <b>${content.asOf}</b> the balance between us is nil.`
      : html`As of <b>${content.asOf}</b> ${sidesOf(content.closing).owedByUs > 0 ? 'we owe you (paid in advance)' : 'you owe us'} <b>${amountOf(content)}</b>.`),
  },
  unit: (currency) => `Currency: ${currency}`,
  kinds: {
    invoice: 'Invoice', creditNote: 'Credit note', other: 'Other charge', opening: 'Opening item', receipt: 'Payment', difference: 'Rounding', refund: 'Refund', offset: 'Offset', dishonour: 'Dishonoured bill', writeOff: 'Write-off',
  },
  reversal: 'reversed',
  capital: 'In words (RMB) 人民币',
  confirmation: {
    intro: (auditor) => html`Our auditors, <b>${auditor}</b>, are examining our financial statements and wish to confirm the balance between our companies. The figures below are taken from our books. If they agree with yours, please sign and stamp under “confirmed”; if not, please state the differences. Kindly send your answer directly to the auditors and not to us.`,
    answer: 'Reply to',
    auditor: { name: 'Auditors', address: 'Address', contact: 'Attention', phone: 'Phone' },
    balance: 'Balance',
    heads: ['As of', 'You owe us', 'We owe you', 'Remark'],
    advance: 'Paid in advance',
    purpose: 'This request serves to verify the accounts only. It is not a demand for payment. Please answer even if the amount was settled after the date above.',
    conclusion: 'Conclusion (for you to complete)',
    right: html`1. The information is confirmed as correct.`,
    wrong: html`2. The information does not agree. Differences:`,
    seal: '(company seal)',
    person: 'Name',
    day: 'Date',
  },
  account: { title: 'Our account', holder: 'Holder', bank: 'Bank', number: 'Account' },
  contact: { title: 'Contact', person: 'Person', phone: 'Phone', address: 'Address' },
  closing: 'Please check the statement and return the slip, signed and stamped. For any difference, do contact us.',
  seal: '(company seal)',
  sender: 'Handled by',
  cut: 'cut here and return',
  slip: {
    title: 'Confirmation slip',
    received: (content) => html`To <b>${content.company.name}</b>: we have received your statement no. <b>${content.number}</b> and checked the balance of <b>${amountOf(content)}</b> as of ${content.asOf}:`,
    agreed: html`It agrees with our books.`,
    differs: html`It differs. Our balance is ${blank('middle')}, because ${blank('reason')}`,
    person: 'Name (signature)',
    phone: 'Phone',
    stamp: 'Company (seal)',
    day: 'Date',
  },
}

export const PAPER_TEXTS: Readonly<Record<AccountPaperContent['language'], PaperTexts>> = { 'zh-CN': chinese, en: english }
