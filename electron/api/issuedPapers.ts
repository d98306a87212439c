/** Letters and papers of the account as one kind of thing that is printed, mailed and exported. */
import { LETTER_TEXTS } from '../../shared/dunning/letterTexts.ts'
import { letterNet, letterOff } from '../../shared/dunning/rules.ts'
import { PAPER_TEXTS } from '../../shared/accountPapers/paperTexts.ts'
import type { AccountPaperView } from '../../shared/accountPapers/schemas.ts'
import type { MailFacts } from '../../shared/deliveries/mailText.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { writtenDay } from '../../shared/html.ts'
import { formatMoney } from '../../shared/money.ts'
import type { LetterLanguage } from '../../shared/templates/schemas.ts'
import { ACCOUNT_PAPERS } from './accountPapers.ts'
import { LETTERS, type LetterPaperView } from './dunning.ts'
import type { PaperKind } from './papers.ts'

export type IssuedView = LetterPaperView | AccountPaperView

/** Does something with the papers of a kind, whichever it is. */
export const withKind = <T>(paper: DeliveredPaper, use: <View extends IssuedView>(kind: PaperKind<View>) => T): T =>
  paper === 'letter' ? use<LetterPaperView>(LETTERS) : use<AccountPaperView>(ACCOUNT_PAPERS)

export const languageOf = (document: IssuedView): LetterLanguage => document.content.language

/** What the paper calls itself. */
export function titleOf({ content }: IssuedView): string {
  if ('level' in content) return content.wording?.parts.title ?? LETTER_TEXTS[content.language].title[content.level]
  return PAPER_TEXTS[content.language].title[content.kind]
}

/** What the words of a mail may say about the paper, written in its language. */
export function factsOf(document: IssuedView): MailFacts {
  const { content } = document
  const { language, customer, company, currency } = content
  const amount = 'level' in content ? letterNet(content.total, letterOff(content)) : content.closing
  return {
    'customer.name': customer.name, 'customer.contact': customer.contact, title: titleOf(document), number: document.number,
    total: `${currency === 'CNY' && language === 'zh-CN' ? '¥' : `${currency} `}${formatMoney(amount)}`, issuedOn: writtenDay(content.issuedOn, language),
    payBy: 'level' in content ? writtenDay(content.payBy, language) : '', 'company.name': company.name, 'company.contact': company.contact, 'company.phone': company.phone, sender: content.sender,
  }
}
