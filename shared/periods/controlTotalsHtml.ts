/** The printed control totals: A4 portrait, a sheet a currency, the head repeated on every page. */
import { html, htmlDocument, type Html } from '../html.ts'
import { formatMoney } from '../money.ts'
import { PAPER_SANS, sheetStyles } from '../paper.ts'
import { agrees, daysOfMonth } from './rules.ts'
import type { ControlTotal, ControlTotals } from './schemas.ts'

export const CONTROL_WORDS = {
  'zh-CN': {
    title: '应收总控表', company: '编制单位', period: '期间', currency: '币种', unit: '单位：元', code: '编码', customer: '客户', opening: '期初余额', debits: '本期应收', credits: '本期收款与核减', closing: '期末余额', aging: '账龄表余额', sum: '合计',
    agree: '期初 + 本期应收 − 本期收款与核减 = 期末，与月末账龄表余额相符。', disagree: '期末余额与月末账龄表余额不符，请做账套检查。', none: '本月没有余额和发生额。', prepared: '制表', reviewed: '复核',
  },
  en: {
    title: 'Control totals of receivables', company: 'Company', period: 'Period', currency: 'Currency', unit: '', code: 'Code', customer: 'Customer', opening: 'Opening', debits: 'Debits', credits: 'Credits', closing: 'Closing', aging: 'By the aging', sum: 'Total',
    agree: 'Opening + debits − credits = closing, which is the balance of the aging at the end of the month.', disagree: 'The closing balance is not that of the aging at the end of the month. Check the ledger.', none: 'No balance and no movement in this month.', prepared: 'Prepared by', reviewed: 'Reviewed by',
  },
} as const
export type ControlLanguage = keyof typeof CONTROL_WORDS

const STYLES = `${sheetStyles('portrait')}
body { font: 9pt/1.45 ${PAPER_SANS}; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 2mm; letter-spacing: 0.1em; }
.facts { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin-bottom: 2mm; }
.facts .end { margin-left: auto; }
th, td { border: 0.2mm solid #555; padding: 0.7mm 1.4mm; }
th { background: #eef1f4; text-align: center; }
tfoot { display: table-row-group; font-weight: 700; background: #f6f7f9; }
.note { margin-top: 2mm; color: #444; font-size: 8pt; }
.signs { display: flex; gap: 30mm; margin-top: 6mm; }
`

export function controlTotalsHtml(report: ControlTotals, company: { name: string }, language: ControlLanguage): string {
  const words = CONTROL_WORDS[language]
  const colon = language === 'en' ? ': ' : '：'
  const { from, to } = daysOfMonth(report.month)
  const sheet = (total: ControlTotal | undefined): Html => html`<article class="sheet"><h1>${words.title}</h1>
<div class="facts"><span>${words.company}${colon}${company.name}</span><span>${words.period}${colon}${from} – ${to}</span><span class="end">${total ? `${words.currency}${colon}${total.currency}　${words.unit}` : ''}</span></div>
${total ? table(report, total, words) : html`<p>${words.none}</p>`}
<div class="signs"><span>${words.prepared}${colon}</span><span>${words.reviewed}${colon}</span></div></article>`
  const body = report.totals.length === 0 ? sheet(undefined) : html`${report.totals.map(sheet)}`
  return htmlDocument(language, `${words.title} ${report.month}`, STYLES, body)
}

type Words = (typeof CONTROL_WORDS)[ControlLanguage]

function table(report: ControlTotals, total: ControlTotal, words: Words): Html {
  const rows = report.rows.filter((row) => row.currency === total.currency)
  const sound = rows.every(agrees)
  return html`<table><thead><tr><th>${words.code}</th><th>${words.customer}</th>${[words.opening, words.debits, words.credits, words.closing].map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${row.code}</td><td>${row.name}</td>${figures(row)}</tr>`)}</tbody>
<tfoot><tr><td></td><td>${words.sum}</td>${figures(total)}</tr></tfoot></table>
<p class="note">${words.aging} ${formatMoney(total.aging)}　${sound ? words.agree : words.disagree}</p>`
}

const figures = (row: Pick<ControlTotal, 'opening' | 'debits' | 'credits' | 'closing'>): Html[] =>
  [row.opening, row.debits, row.credits, row.closing].map((amount) => html`<td class="figure ${amount < 0 ? 'negative' : ''}">${amount === 0 ? '' : formatMoney(amount)}</td>`)
