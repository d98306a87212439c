/** The paper of a receipt voucher (收款收据) from its snapshot: three copies on one A4 page, to be cut apart. */
import { html, htmlDocument, NOTHING, writtenDay, type Html } from '../html.ts'
import { formatMoney } from '../money.ts'
import type { VoucherContent } from './schemas.ts'
import { VOUCHER_STYLES } from './voucherStyles.ts'

export interface VoucherPaper {
  content: VoucherContent
  /** Marks the paper 补打: the same voucher was printed before. */
  reprint: boolean
  /** Marks the paper 作废: its receipt was reversed. */
  isVoid: boolean
}

/** Who keeps which copy, in the order in which they are cut off. */
const COPIES = ['第一联　存根联', '第二联　收据联', '第三联　记账联'] as const
const METHODS: Readonly<Record<string, string>> = { transfer: '银行转账', cash: '现金', acceptance: '承兑汇票', other: '其他' }
/** Amounts in words are written for renminbi only; other money is named. */
const CURRENCIES: Readonly<Record<string, string>> = { USD: '美元', EUR: '欧元', HKD: '港币', JPY: '日元', GBP: '英镑', AUD: '澳元', CAD: '加元', SGD: '新加坡元', CHF: '瑞士法郎', KRW: '韩元', TWD: '新台币', MOP: '澳门元' }

/** Several vouchers in one document, each on a page of its own, for one print job. */
export function vouchersHtml(papers: readonly VoucherPaper[]): string {
  const first = papers[0]?.content
  const title = first ? `收款收据 ${first.number} ${first.customer.name}`.replaceAll(/\s+/g, ' ') : ''
  return htmlDocument('zh-CN', title, VOUCHER_STYLES, html`${papers.map((paper) => html`<article class="sheet">${COPIES.map((copy) => slip(paper, copy))}</article>`)}`)
}

function slip({ content, reprint, isVoid }: VoucherPaper, copy: string): Html {
  const { company, customer, payer, currency, amount } = content
  // Who paid for another is named beside the customer whose debt it is.
  const from = payer === '' || payer === customer.name ? customer.name : `${customer.name}（付款人：${payer}）`
  return html`<section class="copy">
<header><div class="company">${company.name}</div>
<div class="title"><h1>收款收据</h1><div class="marks">${reprint ? html`<span class="mark">补打</span>` : NOTHING}${isVoid ? html`<span class="mark">作废</span>` : NOTHING}</div></div>
<div class="facts"><span>${writtenDay(content.issuedOn, 'zh-CN')}</span><span>No. <b>${content.number}</b></span></div></header>
<table><colgroup><col class="name"><col><col class="name"><col class="short"></colgroup><tbody>
<tr><th>今收到</th><td colspan="3" class="${fit(from)}">${from}</td></tr>
<tr><th>${currency === 'CNY' ? html`人民币<br>（大写）` : '金额'}</th><td class="capital">${currency === 'CNY' ? content.capital : `${currency} ${formatMoney(amount)}`}</td>
<th>${currency === 'CNY' ? '小写' : '币种'}</th><td class="figure amount">${currency === 'CNY' ? `¥ ${formatMoney(amount)}` : (CURRENCIES[currency] ?? currency)}</td></tr>
<tr><th>收款方式</th><td>${METHODS[content.method] ?? content.method}</td><th>收款单号</th><td>${content.receiptNumber}<span class="on">（${content.receivedOn}）</span></td></tr>
<tr><th>收款事由</th><td colspan="3" class="${fit(content.purpose)}">${content.purpose}</td></tr>
</tbody></table>
<footer><span class="seal">收款单位（盖章）：</span><span>会计：</span><span>出纳：</span><span>经手人：${content.issuedBy}</span></footer>
<div class="side">${copy}</div>
</section>`
}

/** Long texts are set smaller, so that three copies always fit on the page. */
const LONG = 44
const VERY_LONG = 90
const fit = (text: string): string => (text.length > VERY_LONG ? 'very-long' : text.length > LONG ? 'long' : '')
