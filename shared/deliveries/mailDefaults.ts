/** The words of a mail until the office writes its own. */
import type { MailSettings } from './mailSchemas.ts'

const LETTER = `{{ customer.name }} {{ customer.contact }}：

您好！随信附上我公司 {{ issuedOn }} 发出的{{ title }}（编号 {{ number }}），金额 {{ total }}，请于 {{ payBy }} 前安排付款。如已付款，请将付款凭证回复本邮件；如对金额有疑问，请与我们联系。

收到后请回复确认，并将回执签章后扫描回传，谢谢。

{{ company.name }}
{{ company.contact }}　{{ company.phone }}
`
const ACCOUNT = `{{ customer.name }} {{ customer.contact }}：

您好！随信附上{{ title }}（编号 {{ number }}），请核对。无误请签章后扫描回复本邮件；如有不符，请注明贵公司账面数与原因。

{{ company.name }}
{{ company.contact }}　{{ company.phone }}
`
const LETTER_EN = `To {{ customer.name }}, {{ customer.contact }}

Please find attached our {{ title }} no. {{ number }} of {{ issuedOn }} over {{ total }}, payable by {{ payBy }}. If you have already paid, kindly reply with the proof of payment; for any question about the amounts, do contact us.

Please confirm receipt and return the signed acknowledgement.

{{ company.name }}
{{ company.contact }} {{ company.phone }}
`
const ACCOUNT_EN = `To {{ customer.name }}, {{ customer.contact }}

Please find attached our {{ title }} no. {{ number }}. If it agrees with your books, kindly return it signed by reply to this mail; if it differs, please tell us your balance and why.

{{ company.name }}
{{ company.contact }} {{ company.phone }}
`

export const FIRST_MAIL_TEXTS: MailSettings['texts'] = {
  letter: {
    'zh-CN': { subject: '{{ title }} {{ number }} · {{ company.name }}', text: LETTER },
    en: { subject: '{{ title }} {{ number }} · {{ company.name }}', text: LETTER_EN },
  },
  accountPaper: {
    'zh-CN': { subject: '{{ title }} {{ number }} · {{ company.name }}', text: ACCOUNT },
    en: { subject: '{{ title }} {{ number }} · {{ company.name }}', text: ACCOUNT_EN },
  },
}
