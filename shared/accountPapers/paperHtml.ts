/** The paper of 对账单 and 询证函 from its snapshot: the same content always gives the same page, years later too. */
import { addDays } from '../day.ts'
import { LETTER_STYLES } from '../dunning/letterStyles.ts'
import { html, htmlDocument, NOTHING, writtenDay, type Html } from '../html.ts'
import { formatMoney } from '../money.ts'
import { PAPER_TEXTS, type PaperTexts } from './paperTexts.ts'
import { isReversal, sidesOf } from './rules.ts'
import type { AccountPaperContent, AccountPaperLine, Auditor } from './schemas.ts'

/** They look like the letters, which go to the same people; a statement is looser, a confirmation has boxes to stamp. */
const STYLES = `${LETTER_STYLES}
.unit { display: flex; justify-content: space-between; font-size: 9pt; margin: 1mm 0 0; }
.items .text { overflow-wrap: anywhere; }
.items .quiet td { background: #f7f7f7; }
.result { margin-top: 1mm; }
.reason { width: 60mm; }
.balance { font-size: 10pt; margin: 1mm 0 3mm; }
.balance th, .balance td { border: 0.2mm solid #000; padding: 1.6mm 2mm; text-align: center; }
.balance th { background: #f0f0f0; }
.balance .figure { text-align: right; }
.conclusion { break-inside: avoid; margin-top: 3mm; }
.conclusion h2 { font-size: 11pt; margin: 0 0 1mm; }
.boxes { display: grid; grid-template-columns: 1fr 1fr; border: 0.3mm solid #000; }
.box { display: flex; flex-direction: column; min-height: 62mm; padding: 2mm 3mm; }
.box + .box { border-left: 0.3mm solid #000; }
.box .space { flex: 1; }
.box .stamp { color: #666; text-align: center; margin-bottom: 14mm; }
.box .blank.line { width: 34mm; }
`

export interface AccountPaper {
  content: AccountPaperContent
  /** Marks the paper 补打: it was printed before. */
  reprint: boolean
  /** Marks the paper as a preview: it has no number and was not issued. */
  draft?: boolean
}

/** Papers in one document on A4, each beginning on a page of its own, without scripts; what people typed is escaped. */
export function accountPapersHtml(papers: readonly AccountPaper[]): string {
  const first = papers[0]?.content
  const language = first?.language ?? 'zh-CN'
  const title = first ? `${PAPER_TEXTS[language].title[first.kind]} ${first.number} ${first.customer.name}`.replaceAll(/\s+/g, ' ') : ''
  return htmlDocument(language, title, STYLES, html`${papers.map(sheet)}`)
}

function sheet({ content, reprint, draft }: AccountPaper): Html {
  const texts = PAPER_TEXTS[content.language]
  return html`<article class="sheet ${content.language === 'en' ? 'en' : 'zh'}" lang="${content.language}">
${head(content, texts, reprint, draft ?? false)}
<p class="to">${texts.to}${texts.colon}${content.customer.name}</p>
${recipient(content, texts)}
${content.kind === 'statement' ? statement(content, texts) : confirmation(content, texts)}
</article>`
}

function head({ company, kind, number }: AccountPaperContent, texts: PaperTexts, reprint: boolean, draft: boolean): Html {
  const where = [company.address, company.phone].filter((part) => part !== '').join('　')
  return html`<header class="head"><div class="company">${company.name}</div>${where ? html`<div class="where">${where}</div>` : NOTHING}</header>
<h1>${texts.title[kind]}</h1>
<div class="marks">${reprint ? html`<span class="mark">${texts.reprint}</span>` : NOTHING}${draft ? html`<span class="mark">${texts.draft}</span>` : NOTHING}${number ? html`<span>${texts.number}${texts.colon}${number}</span>` : NOTHING}</div>`
}

function recipient({ customer: { address, contact } }: AccountPaperContent, texts: PaperTexts): Html {
  const parts = [address, contact ? `${texts.attention}${texts.colon}${contact}` : ''].filter((part) => part !== '')
  return parts.length > 0 ? html`<p class="attention">${parts.join('　')}</p>` : NOTHING
}

const statement = (content: AccountPaperContent, texts: PaperTexts): Html => html`<p class="indent">${texts.statement.intro(content)}</p>
<div class="unit"><span>${content.customer.code}</span><span>${texts.unit(content.currency)}</span></div>
${movements(content, texts)}
<p class="result">${texts.statement.result(content)}${content.capital ? html` ${texts.capital}${texts.colon}<b class="capital">${content.capital}</b>` : NOTHING}</p>
${details(content, texts)}
${signature(content, texts, texts.closing)}
${slip(content, texts)}`

function movements({ from, asOf, opening, rows, debits, credits, closing }: AccountPaperContent, texts: PaperTexts): Html {
  const { heads, opening: openingWord, sum } = texts.statement
  const row = (line: AccountPaperLine): Html => html`<tr><td class="day">${line.on}</td><td class="middle">${texts.kinds[line.kind]}${isReversal(line) ? html`<span class="kind">${texts.reversal}</span>` : NOTHING}</td>
<td class="code">${line.number}</td><td class="text">${line.text}</td>${figure(line.debit, true)}${figure(line.credit, true)}${figure(line.balance)}</tr>`
  return html`<table class="items"><thead><tr>${heads.map((word) => html`<th>${word}</th>`)}</tr></thead>
<tbody><tr class="quiet"><td class="day">${addDays(from ?? asOf, -1)}</td><td class="middle" colspan="5">${openingWord}</td>${figure(opening)}</tr>
${rows.map(row)}</tbody>
<tfoot><tr><td class="middle" colspan="4">${sum}</td>${figure(debits)}${figure(credits)}${figure(closing)}</tr></tfoot></table>`
}

function confirmation(content: AccountPaperContent, texts: PaperTexts): Html {
  const { confirmation: words } = texts
  const { owedToUs, owedByUs } = sidesOf(content.closing)
  return html`<p class="indent">${words.intro(content.auditor?.name ?? '')}</p>
${content.auditor ? reply(content.auditor, texts) : NOTHING}
<div class="unit"><b>${words.balance}</b><span>${texts.unit(content.currency)}</span></div>
<table class="balance"><thead><tr>${words.heads.map((word) => html`<th>${word}</th>`)}</tr></thead>
<tbody><tr><td>${writtenDay(content.asOf, content.language)}</td>${figure(owedToUs)}${figure(owedByUs)}<td>${owedByUs > 0 ? words.advance : ''}</td></tr></tbody></table>
<p class="indent"><b>${words.purpose}</b></p>
${signature(content, texts, '')}
<section class="conclusion"><h2>${words.conclusion}</h2><div class="boxes">${box(words.right, texts)}${box(words.wrong, texts)}</div></section>`
}

const box = (question: Html, { colon, confirmation: words }: PaperTexts): Html => html`<div class="box"><div>${question}</div><div class="space"></div><div class="stamp">${words.seal}</div>
<div>${words.person}${colon}<span class="blank line"></span></div><div>${words.day}${colon}<span class="blank line"></span></div></div>`

const reply = (auditor: Auditor, { confirmation: words }: PaperTexts): Html => html`<section class="details"><div><div class="caption">${words.answer}</div><dl>${pairs([
  [words.auditor.name, auditor.name], [words.auditor.address, auditor.address], [words.auditor.contact, auditor.contact], [words.auditor.phone, auditor.phone],
])}</dl></div></section>`

const pairs = (rows: readonly (readonly [string, string])[]): Html[] => rows.filter(([, value]) => value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)

const details = ({ company }: AccountPaperContent, { account, contact }: PaperTexts): Html => html`<section class="details">
<div><div class="caption">${account.title}</div><dl>${pairs([[account.holder, company.name], [account.bank, company.bankName], [account.number, company.bankAccount]])}</dl></div>
<div><div class="caption">${contact.title}</div><dl>${pairs([[contact.person, company.contact], [contact.phone, company.phone], [contact.address, company.address]])}</dl></div>
</section>`

const signature = (content: AccountPaperContent, texts: PaperTexts, closing: string): Html => html`<section class="ending">${closing ? html`<p class="indent">${closing}</p>` : NOTHING}
<div class="signature"><div><span class="name">${content.company.name}</span><span class="seal">${texts.seal}</span></div>
<div>${writtenDay(content.issuedOn, content.language)}</div>${content.sender ? html`<div>${texts.sender}${texts.colon}${content.sender}</div>` : NOTHING}</div></section>`

function slip(content: AccountPaperContent, { slip: words, cut, colon }: PaperTexts): Html {
  const field = (name: string): Html => html`<div>${name}${colon}<span class="blank line"></span></div>`
  return html`<section class="slip"><div class="cut">✂ ${cut}</div><h2>${words.title}</h2>
<p>${words.received(content)}</p><ul><li>${words.agreed}</li><li>${words.differs}</li></ul>
<div class="sign">${field(words.person)}${field(words.phone)}${field(words.stamp)}${field(words.day)}</div></section>`
}

/** A movement fills one of its two columns; the other stays empty. */
const figure = (amount: number, emptyZero = false): Html => html`<td class="figure ${amount < 0 ? 'negative' : ''}">${emptyZero && amount === 0 ? '' : formatMoney(amount)}</td>`
