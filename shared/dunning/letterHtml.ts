/** The paper of a letter from its snapshot: the same content always gives the same page, years later too. */
import { html, htmlDocument, lines, NOTHING, writtenDay, type Html } from '../html.ts'
import { capitalAmount, formatMoney } from '../money.ts'
import { LETTER_STYLES } from './letterStyles.ts'
import { LETTER_TEXTS, type LetterTexts } from './letterTexts.ts'
import { letterNet, longestOverdue } from './rules.ts'
import type { LetterContent, LetterItem } from './schemas.ts'

export interface LetterOptions {
  /** Marks the paper 补打: the same letter was printed before. */
  reprint: boolean
  /** Marks the paper as a preview: it has no number and was not issued. */
  draft?: boolean
  /** Marks the paper 作废: it was issued and never sent out. */
  voided?: boolean
}

export interface LetterPaper extends LetterOptions {
  content: LetterContent
}

/** A complete HTML document on A4, without scripts; what people typed is escaped. */
export const letterHtml = (content: LetterContent, options: LetterOptions): string => lettersHtml([{ content, ...options }])

/** Several letters in one document, each on a page of its own, for one print job. */
export function lettersHtml(papers: readonly LetterPaper[]): string {
  const first = papers[0]?.content
  const language = first?.language ?? 'zh-CN'
  const title = first ? `${LETTER_TEXTS[language].title[first.level]} ${first.number} ${first.customer.name}`.replaceAll(/\s+/g, ' ') : ''
  return htmlDocument(language, title, LETTER_STYLES, html`${papers.map(sheet)}`)
}

function sheet({ content, ...marks }: LetterPaper): Html {
  const texts = LETTER_TEXTS[content.language]
  return html`<article class="sheet ${content.language === 'en' ? 'en' : 'zh'}" lang="${content.language}">
${head(content, texts, marks)}
<p class="to">${texts.to}${content.language === 'en' ? ': ' : '：'}${content.customer.name}</p>
${recipient(content, texts)}
<p class="indent">${texts.greeting}</p>
<p class="indent">${texts.opening(content, inCurrency(content.total, content), longestOverdue(content.items))}</p>
${itemTable(content, texts)}
<p class="indent">${texts.asking(content)}</p>
${content.remark ? html`<p class="remark"><b>${texts.remark}</b>　${lines(content.remark)}</p>` : NOTHING}
<p class="indent">${texts.rights(content)}</p>
${details(content, texts)}
${ending(content, texts)}
${slip(content, texts)}
</article>`
}

function recipient(content: LetterContent, texts: LetterTexts): Html {
  const { address, contact } = content.customer
  const parts = [address, contact ? `${texts.attention}${content.language === 'en' ? ': ' : '：'}${contact}` : ''].filter((part) => part !== '')
  return parts.length > 0 ? html`<p class="attention">${parts.join('　')}</p>` : NOTHING
}

function head(content: LetterContent, texts: LetterTexts, { reprint, draft, voided }: LetterOptions): Html {
  const { company } = content
  const where = [company.address, company.phone].filter((part) => part !== '').join('　')
  return html`<header class="head"><div class="company">${company.name}</div>${where ? html`<div class="where">${where}</div>` : NOTHING}</header>
<h1>${texts.title[content.level]}</h1>
<div class="marks">${voided ? html`<span class="mark">${texts.voided}</span>` : NOTHING}${reprint ? html`<span class="mark">${texts.reprint}</span>` : NOTHING}${draft ? html`<span class="mark">${texts.draft}</span>` : NOTHING}${content.number ? html`<span>${texts.number}${content.language === 'en' ? ' ' : '：'}${content.number}</span>` : NOTHING}</div>`
}

function itemTable(content: LetterContent, texts: LetterTexts): Html {
  const { items, language } = content
  const { heads } = texts
  // Columns that are empty on every line would only narrow the others.
  const withInvoice = items.some((item) => item.invoiceNumber !== '')
  const withContract = items.some((item) => item.contractNumber !== '')
  const span = 5 + Number(withInvoice) + Number(withContract)
  const optional = (wanted: boolean, cell: Html): Html => (wanted ? cell : NOTHING)
  const row = (item: LetterItem, index: number): Html => html`<tr>
<td class="middle">${index + 1}</td><td class="code">${item.number}${texts.kinds[item.kind] ? html`<span class="kind">${texts.kinds[item.kind] ?? ''}</span>` : NOTHING}</td>
${optional(withInvoice, html`<td class="long-code invoice-number">${item.invoiceNumber}</td>`)}${optional(withContract, html`<td class="long-code">${item.contractNumber}</td>`)}
<td class="day">${item.documentOn}</td><td class="day">${item.dueOn}</td><td class="middle">${item.daysOverdue > 0 ? item.daysOverdue : '—'}</td>
${figure(item.amount)}${figure(item.paid)}${figure(item.open)}</tr>`
  const sum = (pick: (item: LetterItem) => number): Html => figure(items.reduce((total, item) => total + pick(item), 0))
  const net = letterNet(content.total, content.unallocated)
  return html`<table class="items"><thead><tr><th>${heads.no}</th><th>${heads.number}</th>${optional(withInvoice, html`<th>${heads.invoiceNumber}</th>`)}${optional(withContract, html`<th>${heads.contractNumber}</th>`)}
<th>${heads.documentOn}</th><th>${heads.dueOn}</th><th>${heads.daysOverdue}</th><th>${heads.amount}</th><th>${heads.paid}</th><th>${heads.open}</th></tr></thead>
<tbody>${items.map(row)}</tbody>
<tfoot><tr><td class="middle" colspan="${span}">${texts.sum}${language === 'en' ? ` (${content.currency})` : ''}</td>${sum((item) => item.amount)}${sum((item) => item.paid)}${figure(content.total)}</tr>
${capitalRow(content.capital, span + 3, texts)}
${content.unallocated > 0
    ? html`<tr><td colspan="${span + 2}">${texts.unallocated}</td>${figure(-content.unallocated)}</tr><tr><td colspan="${span + 2}">${texts.net}</td>${figure(net)}</tr>
${capitalRow(content.currency === 'CNY' ? capitalAmount(net) : '', span + 3, texts)}`
    : NOTHING}</tfoot></table>`
}

const capitalRow = (capital: string, span: number, texts: LetterTexts): Html =>
  capital ? html`<tr><td colspan="${span}">${texts.capital}　<span class="capital">${capital}</span></td></tr>` : NOTHING

function details(content: LetterContent, texts: LetterTexts): Html {
  const { company } = content
  const pairs = (rows: readonly (readonly [string, string])[]): Html[] =>
    rows.filter(([, value]) => value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)
  return html`<section class="details">
<div><div class="caption">${texts.account.title}</div><dl>${pairs([[texts.account.holder, company.name], [texts.account.bank, company.bankName], [texts.account.number, company.bankAccount], [texts.account.taxNumber, company.taxNumber]])}</dl></div>
<div><div class="caption">${texts.contact.title}</div><dl>${pairs([[texts.contact.person, company.contact], [texts.contact.phone, company.phone], [texts.contact.address, company.address]])}</dl></div>
</section>`
}

const ending = (content: LetterContent, texts: LetterTexts): Html => html`<section class="ending"><p class="indent">${texts.closing}</p>
<div class="signature"><div><span class="name">${content.company.name}</span><span class="seal">${texts.seal}</span></div>
<div>${writtenDay(content.issuedOn, content.language)}</div>${content.sender ? html`<div>${texts.sender}${content.language === 'en' ? ': ' : '：'}${content.sender}</div>` : NOTHING}</div></section>`

function slip(content: LetterContent, texts: LetterTexts): Html {
  const { slip: words } = texts
  const colon = content.language === 'en' ? ': ' : '：'
  const field = (name: string): Html => html`<div>${name}${colon}<span class="blank line"></span></div>`
  return html`<section class="slip"><div class="cut">✂ ${texts.cut}</div><h2>${words.title}</h2>
<p>${words.received(content)}</p><ul><li>${words.agreed}</li><li>${words.paid}</li><li>${words.differs}</li></ul>
<div class="sign">${field(words.person)}${field(words.phone)}${field(words.stamp)}${field(words.day)}</div></section>`
}

const inCurrency = (amount: number, { currency, language }: LetterContent): string =>
  `${currency === 'CNY' && language === 'zh-CN' ? '人民币 ¥' : `${currency} `}${formatMoney(amount)}`

const figure = (amount: number): Html => html`<td class="figure ${amount < 0 ? 'negative' : ''}">${formatMoney(amount)}</td>`
