/** The printed 备查簿: A4 landscape, two lines a bill, its head repeated on every page. */
import { html, htmlDocument, NOTHING, type Html } from '../html.ts'
import { formatMoney, sumOf } from '../money.ts'
import { PAPER_SANS, sheetStyles } from '../paper.ts'
import { BOOK_TEXTS, type BookLanguage } from './bookTexts.ts'
import { discountRate } from './rules.ts'
import type { AcceptanceBook, BookLine } from './schemas.ts'

const STYLES = `${sheetStyles('landscape')}
body { font: 7.5pt/1.4 ${PAPER_SANS}; }
h1 { font-size: 15pt; text-align: center; margin: 0 0 2mm; letter-spacing: 0.1em; }
.facts { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin-bottom: 2mm; }
.facts .end { margin-left: auto; }
th, td { border: 0.2mm solid #555; padding: 0.6mm 1.2mm; vertical-align: top; }
th { background: #eef1f4; text-align: center; font-weight: 600; }
td.day, td.status, td.bill { white-space: nowrap; }
.step { white-space: nowrap; }
td small, th small { display: block; font-size: 6.8pt; color: #333; font-weight: 400; }
tfoot { display: table-row-group; font-weight: 700; background: #f6f7f9; }
.none { text-align: center; padding: 6mm; }
.note { margin-top: 2mm; color: #444; font-size: 7.5pt; }
`

/** Bills that still count by themselves; of one that was split its parts do. */
export const counted = (lines: readonly BookLine[]): BookLine[] => lines.filter((line) => line.status !== 'split')
export const rangeText = ({ rangeFrom, rangeTo }: Pick<BookLine, 'rangeFrom' | 'rangeTo'>): string => (rangeFrom === null || rangeTo === null ? '' : `${rangeFrom}–${rangeTo}`)

/** The discount's yearly rate as banks write it, 1.85 %; empty where the bill was not discounted. */
export function rateText(line: BookLine): string {
  if (line.discountedOn === null) return ''
  const rate = discountRate(line, line.discountedOn)
  return rate === null ? '' : `${(rate / 100).toFixed(2)}%`
}

/** One line a currency, since currencies never add up. */
export const sumsOf = (lines: readonly BookLine[]): { currency: string; amount: number; count: number }[] =>
  [...new Set(counted(lines).map((line) => line.currency))].toSorted().map((currency) => {
    const same = counted(lines).filter((line) => line.currency === currency)
    return { currency, amount: sumOf(same, (line) => line.amount), count: same.length }
  })

const over = (above: string | Html, below: string): Html => html`${above}${below === '' ? NOTHING : html`<small>${below}</small>`}`
const step = (name: string, on: string): Html => html`<span class="step">${name} ${on}</span>`
const money = (amount: number): string => (amount === 0 ? '' : formatMoney(amount))

export function bookHtml(book: AcceptanceBook, company: { name: string }, language: BookLanguage): string {
  const texts = BOOK_TEXTS[language]
  const colon = language === 'en' ? ': ' : '：'
  const head = (above: string, below: string): Html => html`<th>${over(above, below)}</th>`
  const body = html`<article class="sheet"><h1>${texts.title}</h1>
<div class="facts"><span>${texts.company}${colon}${company.name}</span><span>${texts.period}${colon}${book.from} – ${book.to}</span><span class="end">${texts.unit}</span></div>
<table><thead><tr>${head(texts.number, texts.kind)}${head(texts.bill, texts.range)}${head(texts.issued, texts.due)}${head(texts.drawer, texts.acceptor)}${head(texts.customer, texts.priorHand)}${head(texts.received, texts.receipt)}${head(texts.amount, texts.currency)}${head(texts.passed, `${texts.endorsee} · ${texts.rate} · ${texts.net}`)}${head(texts.end, `${texts.collectedAmount} · ${texts.reason}`)}<th>${texts.status}</th></tr></thead>
<tbody>${book.lines.map((line) => row(line, language))}${book.lines.length === 0 ? html`<tr><td class="none" colspan="10">${texts.none}</td></tr>` : NOTHING}</tbody>
<tfoot>${sumsOf(book.lines).map(({ currency, amount, count }) => html`<tr><td colspan="6">${texts.sum}　${texts.count.replace('{n}', String(count))}</td><td class="figure">${over(formatMoney(amount), currency)}</td><td colspan="3"></td></tr>`)}</tfoot></table>
<p class="note">${texts.note}</p></article>`
  return htmlDocument(language, `${texts.title} ${book.from} – ${book.to}`, STYLES, body)
}

function row(line: BookLine, language: BookLanguage): Html {
  const texts = BOOK_TEXTS[language]
  const passed = line.discountedOn !== null ? over(step(texts.discounted, line.discountedOn), `${rateText(line)} · ${texts.interest} ${money(line.interest) || '0.00'} · ${texts.net} ${money(line.discountNet)}`)
    : line.endorsedOn !== null ? over(step(texts.endorsed, line.endorsedOn), line.endorsee) : NOTHING
  const end = line.collectedOn !== null ? over(step(texts.collected, line.collectedOn), money(line.collected))
    : line.dishonouredOn !== null ? over(step(texts.refused, line.dishonouredOn), line.reason) : NOTHING
  return html`<tr><td class="day">${over(line.number, texts.kinds[line.kind])}</td><td class="bill">${over(line.billNumber, rangeText(line))}</td><td class="day">${over(line.issuedOn, line.dueOn)}</td><td>${over(line.drawer, line.acceptor)}</td><td>${over(line.customerName, line.priorHand === line.customerName ? '' : line.priorHand)}</td><td class="day">${over(line.receivedOn, line.receiptNumber)}</td><td class="figure">${over(formatMoney(line.amount), line.currency)}</td><td>${passed}</td><td>${end}</td><td class="status">${texts.statuses[line.status]}</td></tr>`
}
