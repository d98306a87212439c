/** What a letter asks for besides the open amounts: interest with its calculation, and the fee. They stand clearly apart from the principal. */
import { html, NOTHING, writtenDay, type Html } from '../html.ts'
import { percentText } from '../interest/texts.ts'
import { capitalAmount, formatMoney, money } from '../money.ts'
import type { LetterTexts } from './letterTexts.ts'
import { letterNet, letterOff } from './rules.ts'
import type { LetterContent } from './schemas.ts'

/** Nothing for a letter that asks for neither. */
export function claims(content: LetterContent, texts: LetterTexts): Html {
  const { interest, fee } = content
  if (interest === undefined && fee === undefined) return NOTHING
  return html`
<section class="claims">${interest === undefined ? NOTHING : calculation(interest, content, texts)}
${sums(content, texts)}</section>`
}

const figure = (amount: number): Html => html`<td class="figure">${formatMoney(amount)}</td>`

function calculation(interest: NonNullable<LetterContent['interest']>, { language }: LetterContent, { claims: words }: LetterTexts): Html {
  const { heads } = words
  const rows = interest.items.flatMap(({ number, invoiceNumber, stretches }) => stretches.map((stretch) => html`<tr><td class="long-code">${invoiceNumber || number}</td>${figure(stretch.open)}
<td class="day">${stretch.from}</td><td class="day">${stretch.to}</td><td class="middle">${stretch.days}</td><td class="figure">${percentText(stretch.rate)}</td>${figure(stretch.interest)}</tr>`))
  return html`<div class="caption">${words.title}</div>
<p class="note">${words.note(interest.terms, interest.daysInYear, writtenDay(interest.to, language))}</p>
<table class="items"><thead><tr><th>${heads.item}</th><th>${heads.base}</th><th>${heads.from}</th><th>${heads.to}</th><th>${heads.days}</th><th>${heads.rate}</th><th>${heads.interest}</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><td class="middle" colspan="6">${words.sum}</td>${figure(interest.total)}</tr></tfoot></table>`
}

function sums(content: LetterContent, { claims: words, capital }: LetterTexts): Html {
  const { total, fee = money(0), interest, currency, language } = content
  const principal = letterNet(total, letterOff(content))
  const all = money(principal + fee + (interest?.total ?? 0))
  const row = (name: string, amount: number): Html => html`<tr><td>${name}</td>${figure(amount)}</tr>`
  return html`<table class="sums">${row(words.principal, principal)}${interest === undefined ? NOTHING : row(words.interest(writtenDay(interest.to, language)), interest.total)}${fee === 0 ? NOTHING : row(words.fee, fee)}
<tr class="all"><td>${words.all}${language === 'en' ? ` (${currency})` : ''}</td>${figure(all)}</tr>${currency === 'CNY' ? html`<tr><td colspan="2">${capital}　<span class="capital">${capitalAmount(all)}</span></td></tr>` : NOTHING}</table>`
}
