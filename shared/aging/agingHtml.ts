/** The printed aging report: A4 landscape, its head repeated on every page. */
import { html, htmlDocument, NOTHING, type Html } from '../html.ts'
import { formatMoney } from '../money.ts'
import { overdueRatio } from './rules.ts'
import { PAPER_SANS, sheetStyles } from '../paper.ts'
import type { AgingColumns, AgingReport, BucketHead } from './schemas.ts'

const TEXTS = {
  'zh-CN': {
    title: '应收账款账龄表', company: '编制单位', asOf: '截止日', basis: { due: '按到期日', document: '按单据日期' }, basisName: '账龄基准', currency: '币种', unit: '单位：元',
    groups: { customer: '客户', salesperson: '业务员', department: '部门' }, code: '编码', notDue: '未到期', fresh: '当日', days: '天', over: '天以上', unallocated: '预收（未核销）', total: '余额', overdue: '逾期合计', sum: '合计', none: '（未指定）',
    note: '未到期 + 各账龄段 + 预收 = 余额；到期当日不算逾期。', acceptances: '另有未到期票据（已冲减应收、尚未变现）',
    ratio: (overdue: string, debts: string, percent: string) => `逾期率 = 逾期欠款 ${overdue} ÷ 全部欠款 ${debts} = ${percent}（红字、预收不计入）`,
  },
  en: {
    title: 'Aging of receivables', company: 'Company', asOf: 'As of', basis: { due: 'due day', document: 'document day' }, basisName: 'Aged by', currency: 'Currency', unit: '',
    groups: { customer: 'Customer', salesperson: 'Salesperson', department: 'Department' }, code: 'Code', notDue: 'Not due', fresh: 'Same day', days: ' days', over: ' days', unallocated: 'Unallocated', total: 'Balance', overdue: 'Overdue', sum: 'Total', none: '(none)',
    note: 'Not due + buckets + unallocated = balance; the due day itself is not overdue.', acceptances: 'Bills taken in payment that are not money yet',
    ratio: (overdue: string, debts: string, percent: string) => `Overdue ratio = overdue debts ${overdue} ÷ all debts ${debts} = ${percent} (without credit notes and advances)`,
  },
} as const
type Language = keyof typeof TEXTS

const STYLES = `${sheetStyles('landscape')}
body { font: 9pt/1.45 ${PAPER_SANS}; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 2mm; letter-spacing: 0.1em; }
.facts { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin-bottom: 2mm; }
.facts .end { margin-left: auto; }
th, td { border: 0.2mm solid #555; padding: 0.7mm 1.4mm; }
th { background: #eef1f4; text-align: center; }
tfoot { display: table-row-group; font-weight: 700; background: #f6f7f9; }
.note { margin-top: 2mm; color: #444; font-size: 8pt; }
`

/** 1–30 天, 365 天以上: the head of a bucket as the screen, the paper and the workbook say it. */
export function bucketTitle(bucket: BucketHead, language: Language): string {
  const texts = TEXTS[language]
  if (bucket.to === null) return language === 'en' ? `Over ${bucket.from - 1}${texts.over}` : `${bucket.from - 1} ${texts.over}`
  return `${bucket.from}–${bucket.to} ${texts.days.trim()}`
}

/** The overdue ratio with its formula and figures, as the screen, the paper and the workbook say it; empty where it has no value. */
export function ratioText({ basis, totals }: Pick<AgingReport, 'basis' | 'totals'>, language: Language): string {
  const ratio = basis === 'due' ? overdueRatio(totals) : null
  return ratio === null ? '' : TEXTS[language].ratio(formatMoney(totals.overdueDebts), formatMoney(totals.debts), `${(ratio / 100).toFixed(1)}%`)
}

export function agingHtml(report: AgingReport, company: { name: string }, language: Language): string {
  const texts = TEXTS[language]
  const colon = language === 'en' ? ': ' : '：'
  const withCode = report.groupBy === 'customer'
  const figures = (columns: AgingColumns): Html =>
    html`${figure(columns.notDue)}${columns.buckets.map(figure)}${figure(columns.unallocated)}${figure(columns.total)}${figure(columns.overdue)}`
  const body = html`<article class="sheet"><h1>${texts.title}</h1>
<div class="facts"><span>${texts.company}${colon}${company.name}</span><span>${texts.asOf}${colon}${report.asOf}</span><span>${texts.basisName}${colon}${texts.basis[report.basis]}</span><span class="end">${texts.currency}${colon}${report.currency}　${texts.unit}</span></div>
<table><thead><tr>${withCode ? html`<th>${texts.code}</th>` : NOTHING}<th>${texts.groups[report.groupBy]}</th><th>${report.basis === 'due' ? texts.notDue : texts.fresh}</th>${report.buckets.map((bucket) => html`<th>${bucketTitle(bucket, language)}</th>`)}<th>${texts.unallocated}</th><th>${texts.total}</th><th>${texts.overdue}</th></tr></thead>
<tbody>${report.rows.map((row) => html`<tr>${withCode ? html`<td>${row.code}</td>` : NOTHING}<td>${row.name || texts.none}</td>${figures(row)}</tr>`)}</tbody>
<tfoot><tr>${withCode ? html`<td></td>` : NOTHING}<td>${texts.sum}</td>${figures(report.totals)}</tr></tfoot></table>
<p class="note">${texts.note}${report.totals.acceptances === 0 ? '' : `　${texts.acceptances}${colon}${formatMoney(report.totals.acceptances)}`}</p><p class="note">${ratioText(report, language)}</p></article>`
  return htmlDocument(language, `${texts.title} ${report.asOf}`, STYLES, body)
}

const figure = (amount: number): Html => html`<td class="figure ${amount < 0 ? 'negative' : ''}">${amount === 0 ? '' : formatMoney(amount)}</td>`
