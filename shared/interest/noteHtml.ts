/** The paper of a 利息单 from its snapshot: every stretch of days, so that the customer can work each figure out again. */
import { html, htmlDocument, lines, NOTHING, writtenDay, type Html } from '../html.ts'
import { capitalAmount, formatMoney } from '../money.ts'
import { PAPER_SANS, PAPER_SERIF, sheetStyles } from '../paper.ts'
import type { InterestContent, InterestItem, InterestNoteContent } from './schemas.ts'
import { dailyText, percentText } from './texts.ts'

const TEXTS = {
  'zh-CN': {
    title: '逾期利息计算单', void: '已作废', number: '编号', to: '致', colon: '：', until: '计息截止日（含当日）', terms: '利率依据', unit: '币种', method: '计息方法',
    how: (days: number) => `自到期日次日起按日计单利，不计复利；已付部分自付款之日起不再计息。日利率 = 年利率 ÷ ${days}（一年按 ${days} 天计）`,
    heads: ['起', '止', '天数', '计息本金', '年利率', '日利率', '利息'], dueOn: '到期日', amount: '金额', invoice: '发票', disputed: '争议中', sum: '小计', total: '利息合计', capital: '人民币（大写）',
    payBy: '付款期限', holder: '户名', bank: '开户行', account: '账号', contact: '联系人', phone: '电话', seal: '（盖章）', maker: '经办', note: '备注',
  },
  en: {
    title: 'Interest on late payment', void: 'VOID', number: 'No.', to: 'To', colon: ': ', until: 'Interest up to and including', terms: 'Rate', unit: 'Currency', method: 'Method',
    how: (days: number) => `Simple interest by day from the day after the due day, never on interest; what was paid bears none from the day of payment on. Daily rate = yearly rate ÷ ${days} (a year counts ${days} days)`,
    heads: ['From', 'To', 'Days', 'Open amount', 'Yearly rate', 'Daily rate', 'Interest'], dueOn: 'due', amount: 'amount', invoice: 'invoice', disputed: 'in dispute', sum: 'Subtotal', total: 'Total interest', capital: 'In words (CNY)',
    payBy: 'Payable by', holder: 'Account holder', bank: 'Bank', account: 'Account', contact: 'Contact', phone: 'Phone', seal: '(seal)', maker: 'Made by', note: 'Note',
  },
} as const
type Texts = (typeof TEXTS)[keyof typeof TEXTS]

const STYLES = `${sheetStyles('portrait')}
body { font: 10pt/1.5 ${PAPER_SERIF}; }
.company { font-size: 16pt; font-weight: 700; text-align: center; letter-spacing: 0.06em; }
h1 { font-size: 18pt; text-align: center; letter-spacing: 0.2em; margin: 1mm 0 2mm; }
.en h1 { letter-spacing: 0.03em; }
.marks { display: flex; justify-content: flex-end; align-items: center; gap: 4mm; font-size: 9.5pt; }
.mark { border: 0.5mm solid #b3261e; color: #b3261e; font: 700 12pt/1.2 ${PAPER_SANS}; padding: 0.6mm 3mm; }
.to { font-weight: 700; font-size: 11.5pt; margin: 0 0 1mm; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.4mm 3mm; margin: 0 0 2mm; font-size: 9.5pt; }
.facts dt { color: #333; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.sheet-table { font-size: 8.5pt; line-height: 1.35; }
.sheet-table th, .sheet-table td { border: 0.2mm solid #000; padding: 0.8mm 1.2mm; }
.sheet-table th { background: #f0f0f0; }
.sheet-table .day { text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sheet-table .debt td { background: #f7f7f7; break-after: avoid; overflow-wrap: anywhere; }
.sheet-table .sum td, .sheet-table .total td { font-weight: 700; }
.sheet-table .sum { break-before: avoid; }
.ending { display: flex; gap: 8mm; margin-top: 4mm; break-inside: avoid; align-items: flex-end; }
.ending dl { flex: 1; }
.signature { width: 72mm; text-align: center; line-height: 1.7; }
.signature b { font-size: 11.5pt; }
`

export interface InterestPaper {
  content: InterestNoteContent
  /** Its receivable was reversed: the paper counts for nothing. */
  isVoid: boolean
}

/** Notes in one document on A4, each beginning on a page of its own, without scripts; what people typed is escaped. */
export function interestNotesHtml(papers: readonly InterestPaper[]): string {
  const first = papers[0]?.content
  const language = first?.language ?? 'zh-CN'
  return htmlDocument(language, first ? `${TEXTS[language].title} ${first.number} ${first.customer.name}` : '', STYLES, html`${papers.map(sheet)}`)
}

function sheet({ content, isVoid }: InterestPaper): Html {
  const { company, customer, language } = content
  const texts = TEXTS[language]
  return html`<article class="sheet ${language === 'en' ? 'en' : 'zh'}" lang="${language}"><div class="company">${company.name}</div><h1>${texts.title}</h1>
<div class="marks">${isVoid ? html`<span class="mark">${texts.void}</span>` : NOTHING}<span>${texts.number}${texts.colon}${content.number}</span></div>
<p class="to">${texts.to}${texts.colon}${customer.name}</p>
${facts(texts, [[texts.until, writtenDay(content.to, language)], [texts.terms, content.terms], [texts.method, texts.how(content.daysInYear)], [texts.unit, content.currency]])}
${table(content, texts)}
<section class="ending"><div>${facts(texts, [
  [texts.payBy, writtenDay(content.dueOn, language)], [texts.holder, company.name], [texts.bank, company.bankName], [texts.account, company.bankAccount],
  [texts.contact, company.contact], [texts.phone, company.phone],
])}${content.note === '' ? NOTHING : html`<dl class="facts"><dt>${texts.note}${texts.colon}</dt><dd>${lines(content.note)}</dd></dl>`}</div>
<div class="signature"><b>${company.name}</b><div>${texts.seal}</div><div>${writtenDay(content.documentOn, language)}</div><div>${texts.maker}${texts.colon}${content.sender}</div></div></section></article>`
}

const facts = ({ colon }: Texts, rows: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<dt>${name}${colon}</dt><dd>${value}</dd>`)}</dl>`

function table(content: InterestContent, texts: Texts): Html {
  const capital = content.currency === 'CNY' && texts === TEXTS['zh-CN'] ? html`　${texts.capital}${texts.colon}${capitalAmount(content.total)}` : NOTHING
  return html`<table class="sheet-table"><thead><tr>${texts.heads.map((word) => html`<th>${word}</th>`)}</tr></thead>
<tbody>${content.items.map((item) => debt(item, content.daysInYear, texts))}
<tr class="total"><td colspan="6">${texts.total}${capital}</td><td class="figure">${formatMoney(content.total)}</td></tr></tbody></table>`
}

function debt(item: InterestItem, daysInYear: number, texts: Texts): Html {
  const { colon } = texts
  const parts = [
    item.number, item.invoiceNumber === '' ? '' : `${texts.invoice}${colon}${item.invoiceNumber}`, `${texts.amount}${colon}${formatMoney(item.amount)}`, `${texts.dueOn}${colon}${item.dueOn}`,
    item.disputed ? texts.disputed : '',
  ].filter((part) => part !== '')
  return html`<tr class="debt"><td colspan="7">${parts.join('　')}</td></tr>
${item.stretches.map(({ from, to, days, open, rate, interest }) => html`<tr><td class="day">${from}</td><td class="day">${to}</td><td class="figure">${days}</td><td class="figure">${formatMoney(open)}</td>
<td class="figure">${percentText(rate)}</td><td class="figure">${dailyText(rate, daysInYear)}</td><td class="figure">${formatMoney(interest)}</td></tr>`)}
${item.stretches.length > 1 ? html`<tr class="sum"><td colspan="2">${texts.sum}</td><td class="figure">${item.stretches.reduce((sum, stretch) => sum + stretch.days, 0)}</td><td colspan="3"></td><td class="figure">${formatMoney(item.interest)}</td></tr>` : NOTHING}`
}
