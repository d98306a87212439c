/** 银行存款余额调节表 on paper: A4, both sides beside each other, as auditors expect it. */
import { html, htmlDocument, NOTHING, writtenDay, type Html } from '../html.ts'
import { formatMoney, sumOf } from '../money.ts'
import { PAPER_SANS, sheetStyles } from '../paper.ts'
import type { Missing, ReconciliationView } from './schemas.ts'

const TEXTS = {
  'zh-CN': {
    title: '银行存款余额调节表', company: '编制单位', account: '银行账户', asOf: '截止日', unit: '单位：元', currency: '币种', book: '企业账面', bank: '银行对账单', item: '项目', amount: '金额',
    bookBalance: '企业银行存款日记账余额', statementBalance: '银行对账单余额', bankReceived: '加：银行已收、企业未收', bankPaid: '减：银行已付、企业未付', bookReceived: '加：企业已收、银行未收', bookPaid: '减：企业已付、银行未付',
    adjusted: '调节后余额', difference: '差额', reconciled: '调节后余额相符', none: '（无）', opening: '账户期初余额', notSet: '未登记', gaps: '流水余额不连续之处（可能缺少流水）', expected: '应为', found: '实为',
    made: '编制', checked: '复核', colon: '：',
  },
  en: {
    title: 'Bank reconciliation', company: 'Company', account: 'Bank account', asOf: 'As of', unit: '', currency: 'Currency', book: 'Book', bank: 'Statement', item: 'Item', amount: 'Amount',
    bookBalance: 'Balance of the account book', statementBalance: 'Balance of the statement', bankReceived: 'Plus: received by the bank only', bankPaid: 'Less: paid by the bank only', bookReceived: 'Plus: received in the book only', bookPaid: 'Less: paid in the book only',
    adjusted: 'Adjusted balance', difference: 'Difference', reconciled: 'The adjusted balances agree', none: '(none)', opening: 'Opening', notSet: 'not set', gaps: 'Where the balances do not follow (lines may be missing)', expected: 'expected', found: 'found',
    made: 'Made by', checked: 'Checked by', colon: ': ',
  },
} as const
type Language = keyof typeof TEXTS

const STYLES = `${sheetStyles('portrait')}
body { font: 9.5pt/1.5 ${PAPER_SANS}; }
h1 { font-size: 17pt; text-align: center; margin: 0 0 3mm; letter-spacing: 0.12em; }
.facts { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin-bottom: 2mm; }
.facts .end { margin-left: auto; }
.sides { display: grid; grid-template-columns: 1fr 1fr; align-items: stretch; }
.side { display: flex; flex-direction: column; border: 0.25mm solid #333; }
.side + .side { border-left: 0; }
.side h2 { font-size: 10.5pt; text-align: center; margin: 0; padding: 1mm; background: #eef1f4; border-bottom: 0.2mm solid #555; }
.row { display: flex; gap: 2mm; padding: 0.8mm 1.6mm; border-bottom: 0.15mm solid #bbb; break-inside: avoid; }
.row > :first-child { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.row.head { font-weight: 700; background: #f6f7f9; }
.row.part > :first-child { padding-left: 3mm; }
.row .day { color: #444; margin-right: 1.5mm; font-variant-numeric: tabular-nums; }
.side .row.last { margin-top: auto; font-weight: 700; border-top: 0.2mm solid #555; border-bottom: 0; }
.result { margin: 3mm 0 0; font-weight: 700; }
.gaps { margin: 3mm 0 0; font-size: 8.5pt; }
.signs { display: flex; gap: 20mm; margin-top: 8mm; }
`

export function reconciliationHtml({ content, madeBy }: Pick<ReconciliationView, 'content' | 'madeBy'>, language: Language): string {
  const texts = TEXTS[language]
  const { colon } = texts
  const fact = (name: string, value: string): Html => html`<span>${name}${colon}${value}</span>`
  const body = html`<article class="sheet"><h1>${texts.title}</h1>
<div class="facts">${fact(texts.company, content.company)}${fact(texts.account, content.bankAccount)}${fact(texts.asOf, writtenDay(content.asOf, language))}<span class="end">${texts.currency}${colon}${content.currency}　${texts.unit}</span></div>
<div class="sides">
<section class="side"><h2>${texts.book}</h2>${total(texts.bookBalance, content.bookBalance)}${part(texts.bankReceived, content.bankReceived, texts.none)}${part(texts.bankPaid, content.bankPaid, texts.none)}${last(texts.adjusted, content.adjustedBook)}</section>
<section class="side"><h2>${texts.bank}</h2>${total(texts.statementBalance, content.statementBalance)}${part(texts.bookReceived, content.bookReceived, texts.none)}${part(texts.bookPaid, content.bookPaid, texts.none)}${last(texts.adjusted, content.adjustedStatement)}</section>
</div>
<p class="result">${content.difference === 0 ? texts.reconciled : content.difference === null ? NOTHING : `${texts.difference}${colon}${formatMoney(content.difference)}`}</p>
${content.gaps.length === 0 ? NOTHING : html`<div class="gaps">${texts.gaps}${colon}${content.gaps.map((gap) => html`<div>${gap.on}　${texts.expected} ${formatMoney(gap.expected)}，${texts.found} ${formatMoney(gap.found)}</div>`)}</div>`}
<div class="signs"><span>${texts.made}${colon}${madeBy}</span><span>${texts.checked}${colon}</span></div></article>`
  return htmlDocument(language, `${texts.title} ${content.asOf}`, STYLES, body)
}

const figure = (amount: number | null): Html => html`<span class="figure ${amount !== null && amount < 0 ? 'negative' : ''}">${amount === null ? '' : formatMoney(amount)}</span>`
const total = (name: string, amount: number | null): Html => html`<div class="row head"><span>${name}</span>${figure(amount)}</div>`
const last = (name: string, amount: number | null): Html => html`<div class="row last"><span>${name}</span>${figure(amount)}</div>`

const part = (name: string, rows: readonly Missing[], none: string): Html => html`${total(name, sumOf(rows, (row) => row.amount))}${rows.length === 0 ? html`<div class="row part"><span>${none}</span></div>`
  : rows.map((row) => html`<div class="row part"><span><span class="day">${row.on}</span>${[row.number, row.text].filter((text) => text !== '').join(' ')}</span>${figure(row.amount)}</div>`)}`
