/**
 * The wording that a ledger starts with: version 0 of each level and language. The contents of a demand are those of
 * rules.md, Dunning; every demand says that it is one, since it then interrupts the limitation period (民法典 195).
 */
import type { LetterLanguage, LetterLevel, Wording } from './schemas.ts'

/** What remains where unallocated receipts or free red invoices come off; nothing where none do. */
const LEFT = '{% if net %}，扣除未核销收款与红字发票后应付 {{ net | bold }}{% endif %}'
const SUM = `{{ total | bold }}{% if totalInWords %}（大写：{{ totalInWords }}）{% endif %}${LEFT}`
const WITH_COSTS = '上述款项{% if interest %}、逾期利息 {{ interest }}{% endif %}{% if fee %}、催收费用 {{ fee }}{% endif %}'
const COSTS_IN_ALL = '{% if interest or fee %}（共计 {{ grandTotal | bold }}）{% endif %}'
const INTERRUPTS = '依法产生中断诉讼时效的效力。'

const chinese: Record<LetterLevel, Wording> = {
  reminder: {
    title: '付款提醒函',
    greeting: '您好！',
    opening: `感谢贵公司长期以来的支持与信任。截至 {{ asOf | bold }}，贵我双方往来中下列款项已到期或即将到期，共计 {{ total | bold }}${LEFT}，谨此提醒，敬请核对：`,
    asking: '烦请贵公司安排资金，于 {{ payBy | bold }} 前付至我公司下列账户。如款项已经付出，请忽略本函，并谨致谢意；如对金额有疑问，请随时与我方联系人核对。',
    rights: '本函为善意提醒，不构成对我公司依合同及法律所享有的任何权利的放弃或变更。',
    closing: '特此函告，望予配合！',
  },
  demand: {
    title: '催款函',
    greeting: '您好！',
    opening: `根据贵我双方的合同及往来单据，我公司已依约履行供货及开票义务。截至 {{ asOf | bold }}，贵公司尚欠我公司货款 {{ total | bold }}${LEFT}，最长已逾期 {{ days | bold }} 天。款项明细如下：`,
    asking: `请贵公司务必于 {{ payBy | bold }} 前将${WITH_COSTS}${COSTS_IN_ALL}付至我公司下列账户。如已付款，请将付款凭证发送我方联系人核对；如对上述款项有异议，请于收到本函之日起七日内书面说明。`,
    rights: `逾期仍未支付的，我公司保留依法追究贵公司违约责任、主张逾期付款利息及违约金，并通过诉讼、仲裁等途径主张债权的全部权利，由此产生的费用由贵公司依约依法承担。本函系我公司就上述债权向贵公司提出的履行请求，${INTERRUPTS}`,
    closing: '特此函告，望予配合！',
  },
  secondDemand: {
    title: '再次催款函',
    greeting: '您好！',
    opening: `{% if lastLetter.number %}我公司已于 {{ lastLetter.issuedOn }} 向贵公司发出编号 {{ lastLetter.number | bold }} 的《{{ lastLetter.title }}》，请贵公司支付到期货款，至今仍未收到全部款项。{% else %}贵公司所欠我公司货款到期已久，虽经我公司催收，至今仍未付清。{% endif %}截至 {{ asOf | bold }}，贵公司尚欠我公司货款 ${SUM}，最长已逾期 {{ days | bold }} 天。款项明细如下：`,
    asking: `现再次催告：请贵公司务必于 {{ payBy | bold }} 前将${WITH_COSTS}${COSTS_IN_ALL}一次性付至我公司下列账户。确有困难的，请于该日前提出还款计划，加盖公章后送达我公司；对款项有异议的，请于收到本函之日起七日内书面说明并附依据。`,
    rights: `逾期仍未付清的，我公司将暂停对贵公司的赊销供货，并依法主张逾期付款利息、违约金及实现债权的费用，保留提起诉讼、申请仲裁的全部权利。本函系我公司就上述债权再次向贵公司提出的履行请求，${INTERRUPTS}`,
    closing: '特此函告，请予重视！',
  },
  finalNotice: {
    title: '最后催款通知',
    greeting: '',
    opening: `贵公司拖欠我公司货款，经我公司多次催收{% if lastLetter.number %}（最近一次为 {{ lastLetter.issuedOn }} 发出的编号 {{ lastLetter.number | bold }} 的《{{ lastLetter.title }}》）{% endif %}，至今仍未付清。截至 {{ asOf | bold }}，贵公司尚欠我公司货款 ${SUM}，最长已逾期 {{ days | bold }} 天。款项明细如下：`,
    asking: `现作最后通知：请贵公司于 {{ payBy | bold }} 前将${WITH_COSTS}${COSTS_IN_ALL}全部付至我公司下列账户。此为最后期限，我公司不再另行宽限。`,
    rights: `期限届满仍未付清的，我公司将不再另行通知，依合同约定向人民法院提起诉讼或者向仲裁机构申请仲裁，并依法申请财产保全，要求贵公司支付全部货款、逾期付款利息及违约金；由此产生的诉讼费、仲裁费、保全费、律师费等费用由贵公司承担。本函系我公司就上述债权向贵公司提出的履行请求，${INTERRUPTS}`,
    closing: '特此通知。',
  },
}

const LEFT_EN = '{% if net %} ({{ net | bold }} after payments and credit notes not set off yet){% endif %}'
const AMOUNTS = 'the amount{% if interest %}, interest of {{ interest }}{% endif %}{% if fee %}, a collection charge of {{ fee }}{% endif %}{% if interest or fee %} ({{ grandTotal | bold }} in all){% endif %}'
const DEMANDS = 'This letter is a demand for performance and interrupts the limitation period.'

const english: Record<LetterLevel, Wording> = {
  reminder: {
    title: 'Payment Reminder',
    greeting: 'Dear Sir or Madam,',
    opening: `Thank you for your business. As of {{ asOf | bold }} the following amounts are due or about to fall due, {{ total | bold }} in all${LEFT_EN}. May we ask you to check them:`,
    asking: 'Please arrange for payment to the account below by {{ payBy | bold }}. If your payment is already on its way, please disregard this letter and accept our thanks. For any question about the amounts, do contact us.',
    rights: 'This letter is a friendly reminder. It neither waives nor changes any of our rights under the contracts and the law.',
    closing: 'Yours faithfully,',
  },
  demand: {
    title: 'Demand for Payment',
    greeting: 'Dear Sir or Madam,',
    opening: `Under our contracts with you we have delivered and invoiced as agreed. As of {{ asOf | bold }} you owe us {{ total | bold }}${LEFT_EN}, of which the oldest item is {{ days | bold }} days overdue:`,
    asking: `Please pay ${AMOUNTS} to the account below by {{ payBy | bold }} at the latest. If you have already paid, kindly send us the proof of payment. If you dispute an item, please tell us in writing within seven days of receiving this letter.`,
    rights: `Should payment not arrive in time, we reserve all our rights: to hold you liable for breach of contract, to claim interest and damages for late payment, and to enforce the debt by litigation or arbitration, the costs of which you would bear. ${DEMANDS}`,
    closing: 'Yours faithfully,',
  },
  secondDemand: {
    title: 'Second Demand for Payment',
    greeting: 'Dear Sir or Madam,',
    opening: `{% if lastLetter.number %}On {{ lastLetter.issuedOn }} we asked you for payment by our letter no. {{ lastLetter.number | bold }} ({{ lastLetter.title }}), and we have not received the whole amount.{% else %}The amounts below have long been due, and we have not received them.{% endif %} As of {{ asOf | bold }} you owe us {{ total | bold }}${LEFT_EN}, of which the oldest item is {{ days | bold }} days overdue:`,
    asking: `We ask you once more to pay ${AMOUNTS} to the account below by {{ payBy | bold }} at the latest. If you cannot pay at once, send us a signed payment plan by that day. If you dispute an item, tell us in writing, with your evidence, within seven days of receiving this letter.`,
    rights: `Should payment not arrive in time, we shall stop deliveries on credit and claim interest, damages and the costs of collection, and we reserve the right to litigation or arbitration. ${DEMANDS}`,
    closing: 'Yours faithfully,',
  },
  finalNotice: {
    title: 'Final Notice',
    greeting: 'Dear Sir or Madam,',
    opening: `In spite of our repeated demands{% if lastLetter.number %}, the last of them our letter no. {{ lastLetter.number | bold }} of {{ lastLetter.issuedOn }} ({{ lastLetter.title }}),{% endif %} you have not paid what you owe us. As of {{ asOf | bold }} this is {{ total | bold }}${LEFT_EN}, of which the oldest item is {{ days | bold }} days overdue:`,
    asking: `This is our last notice: pay ${AMOUNTS} in full to the account below by {{ payBy | bold }}. We shall not extend this period.`,
    rights: `If the amount has not arrived by then, we shall start litigation or arbitration without further notice and apply for the preservation of your assets, claiming the principal, interest and damages. The costs of the proceedings and of our lawyers will be for you to bear. ${DEMANDS}`,
    closing: 'Yours faithfully,',
  },
}

const BUILT_IN: Readonly<Record<LetterLanguage, Record<LetterLevel, Wording>>> = { 'zh-CN': chinese, en: english }

export const builtInWording = (level: LetterLevel, language: LetterLanguage): Wording => BUILT_IN[language][level]
