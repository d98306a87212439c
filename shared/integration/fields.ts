/** What a file can tell about each target, and the words by which the headers of Yonyou, Kingdee, tax bureau, banks and plain lists call it. */
import type { Mapping } from '../sheets/header.ts'
import { field, type Field, type ListKind } from '../sheets/kinds.ts'
import type { Target } from './schemas.ts'

const customerCode = field('customerCode', 'number', '客户编码 客户编号 客户代码 客户号 往来单位编码 购货单位编码 购买方编码 往来户编码 往来户编号 单位编号 customerid customercode customerno customernumber custcode custid custno clientid accountno 单位编码')
const customerName = field('customerName', 'name', '客户名称 客户 customername name1 customer 购买方名称 购方名称 购方企业名称 购方单位名称 购货单位 购货单位名称 往来单位 往来单位名称 付款单位 付款方 付款人 单位名称 客户全称 核算项目名称 往来户名称 客户单位 客户简称 单位全名 往来单位全名 customerfullname client clientname contactname billto debtor buyer partner invoicepartnerdisplayname accountname name')
const taxNumber = field('taxNumber', 'number', '购方识别号 购买方识别号 购方税号 购买方税号 购买方纳税人识别号 客户税号 纳税人识别号 统一社会信用代码 税号 taxnumber taxno taxid vatnumber vatno vatid')
const salesperson = field('salesperson', 'name', '业务员 销售员 业务人员 销售人员 客户经理 跟单员 业务经理 专管业务员 责任人 业务负责人 销售负责人 跟进人 salesperson salesrep salesman sales')
const department = field('department', 'name', '部门 销售部门 部门名称 分管部门 所属部门 department dept division')
const currencyCode = field('currencyCode', 'other', '币别编码 币种编码 币种代码 币别代码 货币代码')
const currency = field('currency', 'other', '币种 币别 货币 币种名称 币别名称 货币名称 currency currencycode documentcurrency doccurrency transactioncurrency curr')
const note = field('note', 'remark', '备注 摘要 说明 附注 备注说明 remark remarks note notes memo comment comments description')

const CUSTOMERS: readonly Field[] = [
  field('code', 'number', '编码 客户编码 客户编号 客户代码 编号 代码 往来单位编码 单位编码 customercode customerid customerno code id'),
  field('name', 'name', '名称 客户名称 客户全称 单位名称 往来单位名称 公司名称 全称 企业名称 客户 customername name companyname company'),
  field('shortName', 'name', '简称 客户简称 单位简称 shortname alias abbreviation'),
  field('mnemonic', 'text', '助记码 拼音码 助记符 mnemonic'),
  { ...taxNumber, words: ['税号', '纳税人识别号', '统一社会信用代码', '纳税人登记号', '信用代码', '税务登记号', ...taxNumber.words] },
  field('contact', 'name', '联系人 主要联系人 联系人姓名 contact contactperson contactname'),
  field('phone', 'text', '电话 联系电话 手机 手机号 联系人电话 电话号码 移动电话 phone tel telephone mobile phonenumber'),
  field('email', 'text', '邮箱 电子邮箱 电子邮件 email mail'),
  field('address', 'remark', '地址 联系地址 通讯地址 注册地址 单位地址 公司地址 发货地址 address'),
  field('bankName', 'name', '开户行 开户银行 开户行名称 银行名称 bank bankname'),
  field('bankAccount', 'number', '账号 银行账号 银行帐号 帐号 开户账号 银行账户 bankaccount accountnumber iban'),
  salesperson, department,
  field('creditLimit', 'amount', '信用额度 授信额度 信用限额 额度 creditlimit credit'),
  field('terms', 'other', '账期 付款条件 收款条件 信用期 信用天数 信用期限 收付款条件 结算账期 回款期限 paymentterms terms creditdays termsofpayment'),
  field('cutOffDate', 'other', '开票截止日 截止开票日 发票截止日 收票截止日 invoicecutoff cutoffday cutoffdate'),
  note,
]

const RECEIVABLES: readonly Field[] = [
  field('kind', 'other', '单据类型 单据类型名称 类型 单据名称 业务类型 documenttype transactiontype type invoicetype doctype movetype'),
  field('number', 'number', '单据编号 单据号 单号 单据号码 应收单号 编号 凭证号 凭证字号 documentnumber documentno docno voucherno transactionnumber number num id'),
  field('invoiceCode', 'number', '发票代码 invoicecode'),
  field('invoiceNumber', 'number', '发票号码 发票号 票号 发票编号 invoicenumber invoiceno invoiceid invno invnumber invoice billno billnumber'),
  field('electronicNumber', 'number', '数电发票号码 数电票号码 全电发票号码 数电号码 数电票号'),
  field('documentOn', 'day', '单据日期 开票日期 发票日期 日期 业务日期 记账日期 应收日期 立账日期 凭证日期 开单日期 invoicedate invoicebilldate invdate documentdate docdate billdate issuedate transactiondate postingdate date'),
  // SAP writes the number of a customer below Customer and its name beside it, below Name 1.
  { ...customerCode, words: [...customerCode.words, 'customer'] }, taxNumber, customerName,
  field('sellerTaxNumber', 'number', '销方识别号 销方税号 销售方识别号 销售方税号 销售方纳税人识别号 销方纳税人识别号 销货方识别号 sellertaxnumber sellertaxid sellervatnumber'),
  field('sellerName', 'name', '销方名称 销售方名称 销货方名称 销货单位名称 销货单位 销售方 销方 sellername seller'),
  field('gross', 'amount', '价税合计 价税合计金额 含税金额 开票金额 价税总额 原币价税合计 原币含税金额 合计金额 发票总额 totalamount grossamount totalincludingtax grandtotal invoicetotal totalsigned total'),
  field('amount', 'amount', '金额 应收金额 原币金额 发票金额 应收 单据金额 应收款金额 销售金额 销售额 货款金额 货款 原始金额 原币应收金额 invoiceamount amount originalamount billamount amountindoccurr amountindocumentcurrency foreignamount'),
  field('net', 'amount', '不含税金额 无税金额 未税金额 不含税销售额 不含税额 原币无税金额 原币不含税金额 netamount amountexcludingtax amountwithouttax taxexcluded untaxedamount untaxedamountsigned subtotal pretaxamount'),
  field('tax', 'amount', '税额 合计税额 原币税额 taxamount tax taxtotal totaltax vat vatamount'),
  field('lineAmount', 'amount', '行金额 明细金额 分录金额 行合计 行价税合计 lineamount linetotal itemamount extendedprice'),
  field('localAmount', 'amount', '本币金额 本位币金额 本币应收金额 本位币应收金额 本币价税合计 本位币价税合计 折合人民币 localamount amountinlocalcurrency amountinlocalcurr basecurrencyamount companycurrencyamount'),
  field('debit', 'amount', '借方金额 借方发生额 借方 本期借方 本期应收 本期应收金额 本期增加 应收增加 原币借方 debit debitamount debits charges'),
  field('credit', 'amount', '贷方金额 贷方发生额 贷方 本期贷方 本期收款 本期实收 本期已收 本期回款 本期减少 应收减少 原币贷方 credit creditamount credits payments'),
  field('received', 'amount', '已收金额 已收款 已核销金额 已收 已回款 已付款 累计收款 已结算金额 已收款金额 收款金额 已回款金额 已核销 paidamount received amountpaid invoiceamountpaid paid amountreceived'),
  field('open', 'amount', '余额 未收金额 原币余额 应收余额 未回款 未收 欠款 未收款 欠款余额 未核销金额 未核销余额 欠款金额 未结算金额 期末余额 未回款金额 未收余额 期初余额 未收款金额 待收款金额 待收金额 未结清金额 应收账款余额 尚欠金额 openamount openbalance outstandingamount amountdue balancedue amountopen balance outstanding invoiceamountdue unpaidamount remainingamount amountremaining amountunpaid amountduesigned residualamount'),
  field('localOpen', 'amount', '本币余额 本位币余额 本币未收金额 本位币未收金额 本币未核销金额 本位币未核销金额 localbalance openamountinlocalcurrency'),
  field('debitBalance', 'amount', '借方余额 期末借方余额 期末借方 期末余额借方 余额借方 借方期末余额 debitbalance'),
  field('creditBalance', 'amount', '贷方余额 期末贷方余额 期末贷方 期末余额贷方 余额贷方 贷方期末余额 creditbalance'),
  field('side', 'other', '方向 借贷方向 余额方向 借贷标志 借贷 借或贷 drcr debitcredit balancedirection'),
  field('dueOn', 'day', '到期日 到期日期 应收到期日 付款到期日 应付日期 约定收款日 约定付款日 应收款日期 预计收款日期 duedate due maturitydate paymentdue'),
  field('terms', 'other', '账期 付款账期 付款条件 收款条件 信用天数 收付款条件 paymentterms terms'),
  field('settledOn', 'day', '结清日期 收款日期 回款日期 结清日 核销日期 settleddate paiddate paymentdate datepaid clearingdate'),
  field('corrects', 'number', '对应蓝字发票号码 蓝字发票号码 被红冲发票号码 原发票号码 对应正数发票号码 correctsinvoice originalinvoice'),
  field('positive', 'other', '是否正数发票 正数发票'),
  field('status', 'other', '发票状态 单据状态 状态 invoicestatus documentstatus status'),
  field('settlement', 'other', '核销状态 收款状态 回款状态 结算状态 付款状态 结清状态 是否结清 是否核销 是否收款 是否已收款 是否回款 是否已回款 是否到账 是否已到账 是否付款 是否已付款 是否结算 回款情况 收款情况 付款情况 到账情况 到账状态 结清情况 结算情况 核销情况 回款标志 收款标志 结清标志 支付状态 paymentstatus settlementstatus ispaid'),
  field('voided', 'other', '是否作废 作废标志 作废标识 作废 isvoid isvoided iscancelled voided'),
  field('disputed', 'other', '争议 是否争议 有争议 disputed dispute'),
  field('contractNumber', 'text', '合同号 合同编号 合同 contractno contractnumber contract'),
  field('orderNumber', 'text', '订单号 订单编号 销售订单号 销售订单 采购订单号 客户订单号 orderno ordernumber order ponumber po'),
  field('goods', 'remark', '存货名称 商品名称 货物名称 货物或应税劳务名称 产品名称 物料名称 品名 存货编码 物料编码 规格型号 product itemname item sku itemcode'),
  field('quantity', 'other', '数量 开票数量 quantity qty'),
  field('unitPrice', 'other', '单价 含税单价 不含税单价 无税单价 unitprice unitamount price'),
  salesperson, department, currency, currencyCode, note,
]

/** What a list says of each customer as a whole, such as 应收款汇总表, 账龄表 or 客户余额表; its age buckets are columns of their own. */
const BALANCES: readonly Field[] = [
  customerCode, taxNumber, customerName,
  field('begin', 'amount', '期初余额 年初余额 上期余额 期初应收 期初欠款 期初金额 期初应收款 期初 openingbalance beginningbalance'),
  field('debit', 'amount', '本期应收 本期应收金额 本期借方 本期借方发生额 借方发生额 本期发生 本期增加 借方金额 借方 debit debits charges'),
  field('credit', 'amount', '本期收款 本期已收 本期回款 本期贷方 本期贷方发生额 贷方发生额 本期减少 贷方金额 贷方 credit credits payments'),
  field('writeOff', 'amount', '本期冲销额 本期冲销 本期核销额 本期折扣 本期调整 adjustments'),
  field('open', 'amount', '期末余额 余额 应收余额 欠款余额 原币余额 应收账款余额 期末应收 未收余额 未收金额 欠款金额 欠款 应收金额 应收账款 合计 总计 balance closingbalance endingbalance openbalance totaldue amountdue outstanding total'),
  field('localOpen', 'amount', '本币余额 本位币余额 本位币期末余额 本币期末余额 localbalance'),
  field('debitBalance', 'amount', '借方余额 期末借方余额 期末借方 期末余额借方 余额借方 借方期末余额 debitbalance'),
  field('creditBalance', 'amount', '贷方余额 期末贷方余额 期末贷方 期末余额贷方 余额贷方 贷方期末余额 creditbalance'),
  field('side', 'other', '方向 余额方向 借贷方向 期末方向 借贷 借或贷 drcr balancedirection'),
  field('kind', 'other', '科目名称 科目 会计科目 往来性质 往来类型 款项性质 账户类型 account accounttype'),
  salesperson, department, currency, currencyCode, note,
]

const RECEIPTS: readonly Field[] = [
  field('serial', 'number', '流水号 交易流水号 银行流水号 账户明细编号交易流水号 收款单号 收款单编号 凭证号 单据编号 单据号 单号 交易序号 receiptno receiptnumber transactionid documentno number'),
  field('receivedOn', 'day', '收款日期 收款日 到账日期 交易日期 交易日 交易时间 日期 单据日期 入账日期 记账日期 记账日 回款日期 receivedon receiptdate paymentdate datereceived transactiondate valuedate date'),
  field('time', 'other', '交易时刻 时间 发生时间 记账时间 入账时间 时刻 time transactiontime bookingtime 交易时间'),
  { ...customerCode },
  { ...customerName, words: ['客户名称', '客户', '付款单位', '付款人', '付款方', '对方户名', '对方单位', '对方名称', '收付方名称', '对方单位名称', '付款单位名称', '付款方名称', '付款人名称', '对方账户名称', '往来单位', '往来单位名称', ...customerName.words, 'payer', 'payername', 'counterparty'] },
  { ...taxNumber },
  field('amount', 'amount', '收款金额 贷方发生额 贷方金额 转入金额 收入金额 到账金额 回款金额 贷方 收入 实收金额 原币收款金额 原币金额 金额 本次收款 交易金额 receiptamount amountreceived credit creditamount amount received'),
  field('outgoing', 'amount', '借方发生额 借方金额 转出金额 支出金额 借方 支出 付款金额 debit debitamount withdrawal'),
  field('direction', 'other', '借贷标志 收支方向 借贷方向 交易方向 收付标志 借贷 收支 direction'),
  field('method', 'other', '收款方式 结算方式 付款方式 支付方式 交易类型 paymentmethod method'),
  field('bankAccount', 'number', '收款账号 收款账户 本方账号 收款银行账号 账号 银行账户 结算账户 bankaccount account'),
  field('payerAccount', 'number', '对方账号 收付方账号 付款账号 付款人账号 对方帐号 付款方账号 payeraccount'),
  field('fee', 'amount', '手续费 银行手续费 fee bankfee charges bankcharge'),
  field('invoiceNumbers', 'text', '核销发票号 发票号码 发票号 核销单号 对应发票 invoicenumber invoiceno invoices invoice'),
  field('reference', 'remark', '附言 参考号 付款附言 交易附言 汇款附言 reference ref paymentreference'),
  field('purpose', 'remark', '用途 交易用途 款项用途 purpose details narrative'),
  field('summary', 'remark', '摘要 交易摘要 业务摘要 description'),
  field('kind', 'other', '单据类型 单据类型名称 单据名称 documenttype type doctype'),
  field('status', 'other', '单据状态 状态 documentstatus status'),
  field('voided', 'other', '是否作废 作废标志 作废 isvoid voided'),
  field('localAmount', 'amount', '本币金额 本位币金额 本币收款金额 localamount amountinlocalcurrency'),
  { ...currency },
  { ...currencyCode },
  field('note', 'remark', '备注 说明 remark remarks note notes memo comment'),
]

const RECEIPT_TITLES = /^(收款单编?号|收款日期|收款日|收款金额|收款方式|收款账[号户]|结算方式|到账日期|到账金额|实收金额|receiptno|receiptdate|datereceived|paymentmethod)/
const DEBT_TITLES = /发票|开票|到期|余额|未收|已收|duedate|invoice|balance/

/** A list of receipts and one of receivables share most of their words; these tell which of the two a list is. */
const receiptSignal = (titles: readonly string[]): number =>
  titles.some((title) => DEBT_TITLES.test(title)) ? 0 : titles.filter((title) => RECEIPT_TITLES.test(title)).length * 60

/** What the missing column of amounts would be called in such a list. */
function missedOfReceivables(group: readonly string[], mapping: Mapping, opening: boolean): string {
  if (!group.includes('open')) return group[0] ?? ''
  if (opening) return 'open'
  return 'positive' in mapping || 'electronicNumber' in mapping ? 'gross' : 'amount'
}

/** Each target as a list that can be sought; the first word of a required field is what a missing one is called. */
export const LISTS: { [Name in Target]: ListKind<Name> } = {
  customers: { name: 'customers', fields: CUSTOMERS, required: [['name']] },
  receivables: {
    name: 'receivables', fields: RECEIVABLES, past: ['settledOn'], identity: ['number', 'invoiceNumber', 'electronicNumber'], missed: missedOfReceivables,
    required: [['customerName', 'customerCode', 'taxNumber'], ['documentOn'], ['amount', 'gross', 'open', 'net', 'debit', 'debitBalance', 'lineAmount', 'localAmount', 'localOpen']],
  },
  balances: { name: 'balances', fields: BALANCES, required: [['customerName', 'customerCode', 'taxNumber'], ['open', 'begin', 'debitBalance', 'localOpen']] },
  receipts: { name: 'receipts', fields: RECEIPTS, required: [['customerName', 'customerCode', 'taxNumber'], ['receivedOn'], ['amount', 'localAmount']], past: ['receivedOn'], identity: ['serial', 'payerAccount'], sides: { amount: 'in', outgoing: 'out' }, signal: receiptSignal },
}
/** The kinds that a header tells apart; a list of balances shares its words with all of them and is told by what it lacks. */
export const ALL_LISTS: readonly ListKind<Target>[] = [LISTS.customers, LISTS.receivables, LISTS.receipts]
