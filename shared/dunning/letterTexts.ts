/** The wording of the letters: the office's Chinese first, then English for customers abroad. */
import { html, writtenDay, type Html } from '../html.ts'
import type { FreeCredit, LetterContent, LetterLevel } from './schemas.ts'

export interface LetterTexts {
  title: Record<LetterLevel, string>
  number: string
  reprint: string
  voided: string
  draft: string
  to: string
  attention: string
  greeting: string
  opening: (content: LetterContent, total: string, days: number) => Html
  asking: (content: LetterContent) => Html
  rights: (content: LetterContent) => Html
  heads: { no: string; number: string; invoiceNumber: string; contractNumber: string; documentOn: string; dueOn: string; daysOverdue: string; amount: string; paid: string; open: string }
  kinds: Record<string, string>
  sum: string
  capital: string
  unallocated: string
  /** A red invoice that is taken off, by its numbers and day. */
  credit: (credit: FreeCredit) => string
  net: string
  currency: string
  remark: string
  account: { title: string; holder: string; bank: string; number: string; taxNumber: string }
  contact: { title: string; person: string; phone: string; address: string }
  closing: string
  seal: string
  sender: string
  issuedOn: string
  claims: {
    title: string
    /** On what the rate is based, how many days a year has, and the last day that is counted. */
    note: (terms: string, daysInYear: number, to: string) => string
    heads: { item: string; base: string; from: string; to: string; days: string; rate: string; interest: string }
    sum: string
    principal: string
    interest: (to: string) => string
    fee: string
    all: string
  }
  cut: string
  slip: {
    title: string
    /** The words about the letter, which is called by its own title where it has one. */
    received: (content: LetterContent, title: string) => Html
    agreed: Html
    paid: Html
    differs: Html
    person: string
    phone: string
    stamp: string
    day: string
  }
}

const blank = (width: string): Html => html`<span class="blank ${width}"></span>`

const chinese: LetterTexts = {
  title: { reminder: '付款提醒函', demand: '催款函', secondDemand: '再次催款函', finalNotice: '最后催款通知' },
  number: '编号',
  reprint: '补打',
  voided: '作废',
  draft: '预览 · 未发出',
  to: '致',
  attention: '收件人',
  greeting: '您好！',
  opening: (content, total, days) =>
    content.level === 'demand'
      ? html`根据贵我双方的合同及往来单据，我公司已依约履行供货及开票义务。截至 <b>${writtenDay(content.asOf, 'zh-CN')}</b>，贵公司尚欠我公司货款 <b>${total}</b>，最长已逾期 <b>${days}</b> 天。款项明细如下：`
      : html`感谢贵公司长期以来的支持与信任。截至 <b>${writtenDay(content.asOf, 'zh-CN')}</b>，贵我双方往来中下列款项已到期或即将到期，共计 <b>${total}</b>，谨此提醒，敬请核对：`,
  asking: (content) =>
    content.level === 'demand'
      ? html`请贵公司务必于 <b>${writtenDay(content.payBy, 'zh-CN')}</b> 前将上述款项付至我公司下列账户。如已付款，请将付款凭证发送我方联系人核对；如对上述款项有异议，请于收到本函之日起七日内书面说明，逾期未提出视为确认无误。`
      : html`烦请贵公司安排资金，于 <b>${writtenDay(content.payBy, 'zh-CN')}</b> 前付至我公司下列账户。如款项已经付出，请忽略本函，并谨致谢意；如对金额有疑问，请随时与我方联系人核对。`,
  rights: (content) =>
    content.level === 'demand'
      ? html`逾期仍未支付的，我公司保留依法追究贵公司违约责任、主张逾期付款利息及违约金，并通过诉讼、仲裁等途径主张债权的全部权利，由此产生的诉讼费、保全费、律师费等费用由贵公司承担。本函系我公司就上述债权向贵公司提出的履行请求，依法产生中断诉讼时效的效力。`
      : html`本函为善意提醒，不构成对我公司依合同及法律所享有的任何权利的放弃或变更。`,
  heads: {
    no: '序号', number: '单据编号', invoiceNumber: '发票号码', contractNumber: '合同号', documentOn: '单据日期', dueOn: '到期日', daysOverdue: '逾期天数',
    amount: '应付金额', paid: '已付金额', open: '未付金额',
  },
  kinds: { creditNote: '红字发票', other: '其他应收', opening: '期初应收', dishonour: '拒付的承兑汇票' },
  sum: '合计',
  capital: '人民币（大写）',
  unallocated: '减：已收到、尚未核销的款项',
  credit: ({ number, invoiceNumber, documentOn }) => `减：尚未抵减的红字发票 ${number}${invoiceNumber && `（发票号 ${invoiceNumber}）`}　${documentOn}`,
  net: '扣除后应付',
  currency: '币种',
  remark: '附言',
  account: { title: '收款账户', holder: '户　　名', bank: '开户银行', number: '账　　号', taxNumber: '税　　号' },
  contact: { title: '联系方式', person: '联系人', phone: '电　话', address: '地　址' },
  closing: '特此函告，望予配合！',
  seal: '（盖章）',
  sender: '经办人',
  issuedOn: '发函日期',
  claims: {
    title: '逾期利息计算',
    note: (terms, daysInYear, to) => `按${terms}计算，单利，一年 ${daysInYear} 天，自到期日次日起算，计至 ${to}（含当日）；其后至付清之日的利息另计。`,
    heads: { item: '单据／发票', base: '计息本金', from: '起', to: '止', days: '天数', rate: '年利率', interest: '利息' },
    sum: '利息合计',
    principal: '欠款本金',
    interest: (to) => `逾期利息（计至 ${to}）`,
    fee: '催收费用',
    all: '本息及费用合计',
  },
  cut: '沿此线剪下寄回',
  slip: {
    title: '回　执',
    received: (content, title) =>
      html`<b>${content.company.name}</b>：贵公司 ${writtenDay(content.issuedOn, 'zh-CN')} 发出的编号 <b>${content.number}</b> 的${title}已收悉。`,
    agreed: html`所列款项核对无误，我公司将于 ${blank('short')}年${blank('tiny')}月${blank('tiny')}日前付清。`,
    paid: html`款项已于 ${blank('short')}年${blank('tiny')}月${blank('tiny')}日支付，付款凭证附后。`,
    differs: html`款项与我公司账面不符，说明：${blank('long')}`,
    person: '签收人（签字）',
    phone: '联系电话',
    stamp: '单位（盖章）',
    day: '签收日期',
  },
}

const english: LetterTexts = {
  title: { reminder: 'Payment Reminder', demand: 'Demand for Payment', secondDemand: 'Second Demand for Payment', finalNotice: 'Final Notice' },
  number: 'No.',
  reprint: 'REPRINT',
  voided: 'VOID',
  draft: 'PREVIEW · NOT ISSUED',
  to: 'To',
  attention: 'Attention',
  greeting: 'Dear Sir or Madam,',
  opening: (content, total, days) =>
    content.level === 'demand'
      ? html`Under our contracts with you we have delivered and invoiced as agreed. As of <b>${content.asOf}</b> you owe us <b>${total}</b>, of which the oldest item is <b>${days}</b> days overdue:`
      : html`Thank you for your business. As of <b>${content.asOf}</b> the following amounts are due or about to fall due, <b>${total}</b> in all. May we ask you to check them:`,
  asking: (content) =>
    content.level === 'demand'
      ? html`Please pay the amount to the account below by <b>${content.payBy}</b> at the latest. If you have already paid, kindly send us the proof of payment. If you dispute an item, please tell us in writing within seven days of receiving this letter; otherwise we take the items as confirmed.`
      : html`Please arrange for payment to the account below by <b>${content.payBy}</b>. If your payment is already on its way, please disregard this letter and accept our thanks. For any question about the amounts, do contact us.`,
  rights: (content) =>
    content.level === 'demand'
      ? html`Should payment not arrive in time, we reserve all our rights: to hold you liable for breach of contract, to claim interest and damages for late payment, and to enforce the debt by litigation or arbitration, the costs of which you would bear. This letter is a demand for performance and interrupts the limitation period.`
      : html`This letter is a friendly reminder. It neither waives nor changes any of our rights under the contracts and the law.`,
  heads: {
    no: '#', number: 'Document', invoiceNumber: 'Invoice no.', contractNumber: 'Contract', documentOn: 'Date', dueOn: 'Due', daysOverdue: 'Days over',
    amount: 'Amount', paid: 'Paid', open: 'Open',
  },
  kinds: { creditNote: 'Credit note', other: 'Other', opening: 'Opening balance', dishonour: 'Dishonoured bill' },
  sum: 'Total',
  capital: 'In words (RMB) 人民币',
  unallocated: 'Less: received, not allocated yet',
  credit: ({ number, invoiceNumber, documentOn }) => `Less: credit note ${number}${invoiceNumber && ` (invoice no. ${invoiceNumber})`} of ${documentOn}, not set off yet`,
  net: 'Left to pay',
  currency: 'Currency',
  remark: 'Remark',
  account: { title: 'Our account', holder: 'Holder', bank: 'Bank', number: 'Account', taxNumber: 'Tax no.' },
  contact: { title: 'Contact', person: 'Person', phone: 'Phone', address: 'Address' },
  closing: 'Yours faithfully,',
  seal: '(company seal)',
  sender: 'Handled by',
  issuedOn: 'Date',
  claims: {
    title: 'Interest on late payment',
    note: (terms, daysInYear, to) => `At ${terms}; simple interest, ${daysInYear} days a year, from the day after the due day up to and including ${to}. Interest until the day of payment is added.`,
    heads: { item: 'Document / invoice', base: 'Principal', from: 'From', to: 'To', days: 'Days', rate: 'Rate a year', interest: 'Interest' },
    sum: 'Interest in all',
    principal: 'Principal',
    interest: (to) => `Interest (up to ${to})`,
    fee: 'Collection charge',
    all: 'Principal, interest and charges',
  },
  cut: 'cut here and return',
  slip: {
    title: 'Acknowledgement',
    received: (content) => html`To <b>${content.company.name}</b>: we have received your letter no. <b>${content.number}</b> of ${content.issuedOn}.`,
    agreed: html`The items are correct; we will pay in full by ${blank('middle')}.`,
    paid: html`The amount was paid on ${blank('middle')}; the proof of payment is attached.`,
    differs: html`The items differ from our books, namely: ${blank('long')}`,
    person: 'Received by (signature)',
    phone: 'Phone',
    stamp: 'Company (seal)',
    day: 'Date',
  },
}

export const LETTER_TEXTS: Readonly<Record<LetterContent['language'], LetterTexts>> = { 'zh-CN': chinese, en: english }
