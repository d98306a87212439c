/** The words in which offices write terms, in the order in which they are tried: a longer one stands before what it contains. */
import type { Trigger } from './schemas.ts'

export type Word =
  /** `whole` says a due day by itself; `atOnce` allows nothing beside it that adds (现结, 发货前). 账期 says nothing without a number. */
  | { kind: 'trigger'; trigger: Trigger; whole?: boolean; atOnce?: boolean }
  | { kind: 'warranty' }
  | { kind: 'added'; months: number; days: number }
  /** 月结 · 月底 · EOM: what is added comes before or after it; offices differ about 30天月结 (`differs`), 30 days after month end says it (`first`). */
  | { kind: 'monthEnd'; trigger: Trigger; differs: boolean; first?: boolean }
  /** 次月底: the end of the month so many months after. */
  | { kind: 'endOf'; months: number; trigger: Trigger }
  /** 次月25日. */
  | { kind: 'dayOf'; months: number; date: number }
  /** 每月25日付款. */
  | { kind: 'payDay'; date: number }
  | { kind: 'share'; percent: number }
  | { kind: 'rest' }
  /** Means of payment and discounts: no due day, but they must not be lost. */
  | { kind: 'beside' }
  | { kind: 'number'; value: number }
  | { kind: 'filler' }

type Rule = readonly [pattern: RegExp, word: (match: readonly string[]) => Word | null]

const trigger = (name: Trigger, more: { whole?: boolean; atOnce?: boolean } = {}) => (): Word => ({ kind: 'trigger', trigger: name, ...more })
const FILLER = (): Word => ({ kind: 'filler' })
const added = (months: number, days: number): Word | null => (months <= 120 && days <= 3650 ? { kind: 'added', months, days } : null)
const number = (text: string | undefined): number => Number(text ?? 0)
const dayOf = (months: number, date: number): Word | null => (date >= 1 && date <= 31 ? { kind: 'dayOf', months, date } : null)

/** 当月 0 · 次月 1 · 隔月 2. */
const MONTH = '当月|本月|次次月|下下个?月|次月|下个?月|隔月|第[二2]个?月|第[三3]个?月'
function monthsAfter(word: string): number {
  if (/^[当本]/.test(word)) return 0
  return /^(次次|下下|隔|第[三3])/.test(word) ? 2 : 1
}
const TICKET = '(?:增值税)?(?:专用|专|普通)?发?票(?:据)?'
const GOODS = '(?:货物?|设备|商品|产品|全部)*'

/** Money that comes before the goods go, whatever days the goods need after it: 款到3天内发货 · 付清全款后提货 · 全款发货. */
const PAID_FIRST = '(?:(?:预付)?(?:货)?款(?:到|清)|(?:付|打|汇|收|收到|结)(?:完|清|全|了)?(?:全部|全)?(?:货)?款|付清|支付|结清|全款|现款)(?:全款|货款|款|到账|到帐|到位|付清|之?后|才|再|即|可)*'
  + '(?:\\d{1,3}个?(?:工作)?[天日](?:以?内|之内|后|左右)?)?(?:安排|通知)?(?:发货|提货|交货|出货|发运|发(?!货))(?!之?[前后]|\\d|之?日起)'

export const RULES: readonly Rule[] = [
  // A number below nothing, a day of the calendar, a count of instalments (3期), the code of another program (0001): none is a term.
  [/(?<![^])[-—](?=\d)|\d{1,2}月份?\d{1,2}(?:日|号)|\d{1,3}期(?!限)|(?<!\d)0\d{1,3}(?![\d天日])/y, () => null],
  // 2% 10 net 30 · 2/10, n/30: a discount for early payment.
  [/\d+(?:\.\d+)?(?:%[/,]?|\/)\d{1,3}(?:天|days?)?[,;]?(?=n(?:et)?\/?\d)/y, () => ({ kind: 'beside' })],
  // How long the bill runs is no term of the debt, on either side of its name: 6个月承兑 · 承兑6个月.
  [/(?:(?:\d{1,2}个?月|半年)(?:期)?的?)?(?:(?:银行|商业|电子)*(?:承兑(?:汇票)?|汇票)|银承|商承)(?:[(:,]?(?:\d{1,2}个月|半年)期?\)?)?/y, () => ({ kind: 'beside' })],
  [/n(?:et)?\/?(?=\d)/y, FILLER],
  // Months and their days.
  [new RegExp(`(${MONTH})的?(\\d{1,2})(?:日|号)(?:之?前)?`, 'y'), ([, month = '', date]) => dayOf(monthsAfter(month), number(date))],
  [new RegExp(`(${MONTH})的?(?:底|末|月底|月末|最后一[天日])(?:之?前)?`, 'y'), ([, month = '']) => ({ kind: 'endOf', months: monthsAfter(month), trigger: 'invoiced' })],
  [new RegExp(`(${MONTH})的?(?:内|结算|结清?|付款|付清|支付|回款|付)(?!天)`, 'y'), ([, month = '']) => ({ kind: 'endOf', months: monthsAfter(month), trigger: /^[当本隔]/.test(month) ? 'handedIn' : 'invoiced' })],
  [/(\d{1,2})(?:st|nd|rd|th)?(?:ofthe|of)?(?:nextmonth|followingmonth|monthfollowing(?:invoice)?|prox(?:imo)?|mfi)/y, ([, date]) => dayOf(1, number(date))],
  [/endof(?:the)?(?:next|following)month|(?:next|following)monthend/y, () => ({ kind: 'endOf', months: 1, trigger: 'invoiced' })],
  [/[遇逢]?每月(\d{1,2})(?:日|号)(?:之?前)?|(\d{1,2})号(?:之?前)?|onthe(\d{1,2})(?:st|nd|rd|th)/y, (match) => {
    const date = number(match[1] ?? match[2] ?? match[3])
    return date >= 1 && date <= 31 ? { kind: 'payDay', date } : null
  }],
  [/月结(?:算)?/y, () => ({ kind: 'monthEnd', trigger: 'handedIn', differs: true })],
  [/(?:月底|月末|月终)(?:之?前)?/y, () => ({ kind: 'monthEnd', trigger: 'invoiced', differs: false })],
  [/(?:after|from)(?:the)?(?:endof(?:the)?month|monthend|eom)/y, () => ({ kind: 'monthEnd', trigger: 'invoiced', differs: false, first: true })],
  [/(?:attheendof|endof)(?:the)?month|monthend|eom/y, () => ({ kind: 'monthEnd', trigger: 'invoiced', differs: true })],
  // Shares of a plan.
  [/(\d{1,3}(?:\.\d{1,2})?)%(?:的)?/y, ([, percent]) => ({ kind: 'share', percent: number(percent) })],
  [/余款|尾款|剩余(?:货款|部分|款项)?|其余|余额|balance/y, () => ({ kind: 'rest' })],
  // What is added. Workdays are another reckoning, so their word is named.
  [/\d{1,4}个?工作[日天]/y, () => null],
  [/半年/y, () => added(6, 0)],
  [/半个?月/y, () => added(0, 15)],
  [/(\d{1,4})(?:个(?!工作)|个?自然|个?日历)?(?:天|日|days?|d(?![a-z]))/y, ([, days]) => added(0, number(days))],
  [/(\d{1,3})(?:个月|月份?(?![结底末])|months?|mths?|mos?(?![a-z]))/y, ([, months]) => added(number(months), 0)],
  [/(\d{1,2})(?:周|个?星期|个?礼拜|weeks?|wks?)/y, ([, weeks]) => added(0, number(weeks) * 7)],
  [/(\d{1,2})个?季度?/y, ([, quarters]) => added(number(quarters) * 3, 0)],
  [/(\d{1,2})(?:年|years?)/y, ([, years]) => added(number(years) * 12, 0)],
  // At once, and before the goods go.
  [/见票即付(?:款)?/y, trigger('handedIn', { whole: true })],
  [/货到(?:即)?付(?:款)?|到付|cod|cashondelivery/y, trigger('signedOff', { whole: true })],
  [new RegExp(`款到(?:后)?(?:发货|提货|交货|出货|发)|先款后货|带款提货|现款提货|${GOODS}(?:发货|出货|提货|交货|出厂|装运|发运|出库)之?前|(?:cash|payment)?before(?:shipment|delivery|dispatch)|cbd`, 'y'), trigger('ready', { whole: true, atOnce: true })],
  [new RegExp(PAID_FIRST, 'y'), trigger('ready', { whole: true, atOnce: true })],
  [/备货完成|备妥|完工/y, trigger('ready', { whole: true })],
  [/现款现货|现结|现款|现付|现金|即期|即付|dueonreceipt|(?:up)?onreceipt(?!of)|immediate(?:ly)?|cash(?:payment)?(?!in)/y, trigger('invoiced', { whole: true, atOnce: true })],
  [/(?:全款)?预付(?:款|货款)?|定金|订金|首付款?|先款|cashinadvance|cia|prepaid|prepayment|prepay|inadvance|advance(?:payment)?|deposit|downpayment/y, trigger('contractSigned', { whole: true })],
  // What happened to the paper and to the goods.
  [/(?:客户)?(?:挂账|挂帐|入账|入帐)/y, trigger('booked', { whole: true })],
  [new RegExp(`(?:收到|收|见|交|到|送|凭)${TICKET}(?!前)|${TICKET}(?:送)?(?:到达|到|签收|送达|提交|交付|收到|达)|receiptof(?:the)?invoice|invoicereceipt`, 'y'), trigger('handedIn', { whole: true })],
  [new RegExp(`开(?:具|出)?${TICKET}|${TICKET}(?:开具|开出|日期?|后)|(?:dateof)?(?:the)?invoice(?:date|d)?`, 'y'), trigger('invoiced', { whole: true })],
  [/(?:账|帐)期|信用(?:期限?|天数)|赊(?:账|销)期?|credit(?:days|terms?)?/y, trigger('invoiced')],
  [/(?:安装|调试|并|最终|终|初)*(?:验收|(?<=[终初])验)(?:合格|通过|完成|完毕)*|acceptance/y, trigger('accepted', { whole: true })],
  [new RegExp(`${GOODS}(?:送)?(?:到货|到厂|到场|到达|货到|收货|签收|交货|交付|送货|送达)|收到${GOODS.replace('*', '+')}|货到|(?:dateof)?delivery|receiptof(?:the)?goods`, 'y'), trigger('signedOff', { whole: true })],
  [new RegExp(`${GOODS}(?:发货|出货|出库|装运|装船|启运|发运|提货)|提单|b\\/l|billoflading|shipment|shipping|dispatch`, 'y'), trigger('shipped', { whole: true })],
  [/(?:质保|保修)期?满(?!\d)|质保期?(?:到期|届满|结束)|质保期?后|endofwarranty/y, trigger('warrantyEnd', { whole: true })],
  [/质保[期金款]?|保修[期金]?|质量保证金|warranty|retention/y, () => ({ kind: 'warranty' })],
  [/(?:合同|协议)?(?:签订|签署|签定|签约|生效)(?:合同|协议)?|签合同|contract(?:signed|signing|date)?|signing/y, trigger('contractSigned', { whole: true })],
  [/下单|订单确认|接单|下订单|(?:purchase)?order(?:confirmed|confirmation|date)?/y, trigger('orderConfirmed', { whole: true })],
  [/届?满|以?内|之内|之?后|以后|之?日起|当[日天]|日期?|起|时|即|自|从|于|在|按|凭|为|至|到期|到|期限?|一次性|全额|全款|全部|货款|款项|合同|付款|付清|支付|结清|结算|结款|回款|收款|打款|付|款|[的个零共]/y, FILLER],
  [/电汇|转账|现汇|支票|银行|t\/t|tt|wire|transfer/y, FILLER],
  [/net|terms?|after|from|within|payment|paid|pay(?:able)?|due|date|days?|upon|and|plus|the|of|on|in|by|at|is|an?(?![a-z])/y, FILLER],
  [/[,;:.、。()+\-—~!"'“”《》【】[\]|/_*&]/y, FILLER],
  [/(\d{1,4})/y, ([, value]) => ({ kind: 'number', value: number(value) })],
]
