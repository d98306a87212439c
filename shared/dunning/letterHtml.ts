/**
 * The paper of a letter from its snapshot: the same content always gives the same page, years later too. A letter of the
 * first template has the words of letterTexts.ts; a later one brings its own, filled in on the day of issue.
 */
import { html, htmlDocument, lines, NOTHING, writtenDay, type Html } from '../html.ts'
import { capitalAmount, formatMoney } from '../money.ts'
import { writtenMoney } from '../templates/facts.ts'
import { paragraphsOf } from '../templates/filledText.ts'
import { NO_PICTURES, pictureClass, pictureRules, type Pictures } from '../templates/pictures.ts'
import { claims } from './letterClaims.ts'
import { LETTER_STYLES, WORDED_STYLES } from './letterStyles.ts'
import { LETTER_TEXTS, type LetterTexts } from './letterTexts.ts'
import { letterNet, letterOff, longestOverdue } from './rules.ts'
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
export const letterHtml = (content: LetterContent, options: LetterOptions, pictures: Pictures = NO_PICTURES): string => lettersHtml([{ content, ...options }], pictures)

/** Several letters in one document, each on a page of its own, for one print job; pictures are those that their looks name. */
export function lettersHtml(papers: readonly LetterPaper[], pictures: Pictures = NO_PICTURES): string {
  const first = papers[0]?.content
  const language = first?.language ?? 'zh-CN'
  const title = first ? `${titleOf(first)} ${first.number} ${first.customer.name}`.replaceAll(/\s+/g, ' ') : ''
  const looks = papers.flatMap(({ content }) => content.wording?.look ?? [])
  const styles = looks.length === 0 ? LETTER_STYLES : `${LETTER_STYLES}${WORDED_STYLES}${pictureRules(looks.flatMap((look) => [look.logo, look.sealPicture]), pictures)}`
  return htmlDocument(language, title, styles, html`${papers.map((paper) => sheet(paper, pictures))}`)
}

const titleOf = ({ wording, language, level }: LetterContent): string => (wording ? wording.parts.title : LETTER_TEXTS[language].title[level])

interface Words {
  greeting: Html
  opening: Html
  asking: Html
  rights: Html
  closing: Html
}

function wordsOf(content: LetterContent, texts: LetterTexts): Words {
  const { wording, currency, language } = content
  if (wording) {
    const { greeting, opening, asking, rights, closing } = wording.parts
    return { greeting: paragraphs(greeting), opening: paragraphs(opening), asking: paragraphs(asking), rights: paragraphs(rights), closing: paragraphs(closing) }
  }
  return {
    greeting: html`<p class="indent">${texts.greeting}</p>`,
    opening: html`<p class="indent">${texts.opening(content, writtenMoney(content.total, currency, language), longestOverdue(content.items))}</p>`,
    asking: html`<p class="indent">${texts.asking(content)}</p>`,
    rights: html`<p class="indent">${texts.rights(content)}</p>`,
    closing: html`<p class="indent">${texts.closing}</p>`,
  }
}

/** What was filled in is text; only here do its bold pieces become HTML. */
const paragraphs = (filled: string): Html =>
  html`${paragraphsOf(filled).map((pieces) => html`<p class="indent">${pieces.map(({ text, bold }) => (bold ? html`<b>${text}</b>` : html`${text}`))}</p>`)}`

function sheet({ content, ...marks }: LetterPaper, pictures: Pictures): Html {
  const texts = LETTER_TEXTS[content.language]
  const words = wordsOf(content, texts)
  return html`<article class="sheet ${content.language === 'en' ? 'en' : 'zh'}" lang="${content.language}">
${head(content, texts, marks, pictures)}
<p class="to">${texts.to}${content.language === 'en' ? ': ' : '：'}${content.customer.name}</p>
${recipient(content, texts)}
${words.greeting}
${words.opening}
${itemTable(content, texts)}${claims(content, texts)}
${words.asking}
${content.remark ? html`<p class="remark"><b>${texts.remark}</b>　${lines(content.remark)}</p>` : NOTHING}
${words.rights}
${details(content, texts)}
${ending(content, texts, words.closing, pictures)}
${content.wording && !content.wording.look.withSlip ? NOTHING : slip(content, texts)}
</article>`
}

function recipient(content: LetterContent, texts: LetterTexts): Html {
  const { address, contact } = content.customer
  const parts = [address, contact ? `${texts.attention}${content.language === 'en' ? ': ' : '：'}${contact}` : ''].filter((part) => part !== '')
  return parts.length > 0 ? html`<p class="attention">${parts.join('　')}</p>` : NOTHING
}

function head(content: LetterContent, texts: LetterTexts, { reprint, draft, voided }: LetterOptions, pictures: Pictures): Html {
  const { company } = content
  const where = [company.address, company.phone].filter((part) => part !== '').join('　')
  const logo = pictureClass(content.wording?.look.logo ?? null, pictures)
  const sender = html`<div class="company">${company.name}</div>${where ? html`<div class="where">${where}</div>` : NOTHING}`
  return html`${logo ? html`<header class="head with-logo"><span class="logo ${logo}"></span><div>${sender}</div></header>` : html`<header class="head">${sender}</header>`}
<h1>${titleOf(content)}</h1>
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
  const off = letterOff(content)
  const net = letterNet(content.total, off)
  const less = (name: string, amount: number): Html => html`<tr><td colspan="${span + 2}">${name}</td>${figure(-amount)}</tr>`
  return html`<table class="items"><thead><tr><th>${heads.no}</th><th>${heads.number}</th>${optional(withInvoice, html`<th>${heads.invoiceNumber}</th>`)}${optional(withContract, html`<th>${heads.contractNumber}</th>`)}
<th>${heads.documentOn}</th><th>${heads.dueOn}</th><th>${heads.daysOverdue}</th><th>${heads.amount}</th><th>${heads.paid}</th><th>${heads.open}</th></tr></thead>
<tbody>${items.map(row)}</tbody>
<tfoot><tr><td class="middle" colspan="${span}">${texts.sum}${language === 'en' ? ` (${content.currency})` : ''}</td>${sum((item) => item.amount)}${sum((item) => item.paid)}${figure(content.total)}</tr>
${capitalRow(content.capital, span + 3, texts)}
${off > 0
    ? html`${content.unallocated > 0 ? less(texts.unallocated, content.unallocated) : NOTHING}${content.credits?.map((credit) => less(texts.credit(credit), credit.open)) ?? NOTHING}<tr><td colspan="${span + 2}">${texts.net}</td>${figure(net)}</tr>
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

function ending(content: LetterContent, texts: LetterTexts, closing: Html, pictures: Pictures): Html {
  const look = content.wording?.look
  const sealed = pictureClass(look?.sealPicture ?? null, pictures)
  const stamp = sealed ? html`<span class="stamp ${sealed}"></span>` : NOTHING
  return html`<section class="ending${sealed ? ' sealed' : ''}">${closing}
<div class="signature">${stamp}<div><span class="name">${content.company.name}</span>${sealed ? NOTHING : html`<span class="seal">${texts.seal}</span>`}</div>${look?.sender ? html`<div>${look.sender}</div>` : NOTHING}
<div>${writtenDay(content.issuedOn, content.language)}</div>${content.sender ? html`<div>${texts.sender}${content.language === 'en' ? ': ' : '：'}${content.sender}</div>` : NOTHING}</div></section>${look?.footnote ? html`<p class="footnote">${look.footnote}</p>` : NOTHING}`
}

function slip(content: LetterContent, texts: LetterTexts): Html {
  const { slip: words } = texts
  const colon = content.language === 'en' ? ': ' : '：'
  const field = (name: string): Html => html`<div>${name}${colon}<span class="blank line"></span></div>`
  return html`<section class="slip"><div class="cut">✂ ${texts.cut}</div><h2>${words.title}</h2>
<p>${words.received(content, content.wording || content.level === 'demand' ? titleOf(content) : texts.title.reminder)}</p><ul><li>${words.agreed}</li><li>${words.paid}</li><li>${words.differs}</li></ul>
<div class="sign">${field(words.person)}${field(words.phone)}${field(words.stamp)}${field(words.day)}</div></section>`
}

const figure = (amount: number): Html => html`<td class="figure ${amount < 0 ? 'negative' : ''}">${formatMoney(amount)}</td>`
