/** What a bank's statement tells, and the words by which banks call it. Own account and other side must never be mixed up. */
import { field, type Field, type ListKind } from '../sheets/kinds.ts'

const FIELDS: readonly Field[] = [
  field('on', 'day', '交易日期 交易日 日期 入账日期 记账日期 记账日 会计日期 发生日期 业务日期 过账日期 账务日期 到账日期 交易时间 记账时间 入账时间 发生时间 交易日期时间 动账时间 账务时间 动账日期 账单日期 transactiondate transdate trandate bookingdate bookdate postingdate postdate entrydate dateposted date createdutc created 时间'),
  field('time', 'other', '交易时刻 时间戳 时刻 交易时间点 time transactiontime posttime 交易时间 时间 记账时间 入账时间 发生时间'),
  field('valueOn', 'other', '起息日 起息日期 生效日期 valuedate valuedt value'),
  field('in', 'amount', '贷方发生额 贷方金额 收入金额 转入金额 存入金额 收款金额 creditnetamount 入账金额 来账金额 贷方发生金额 贷记金额 贷方交易金额 收入发生额 贷方发生 收方发生额 收方金额 进账金额 贷方 收入 存入 转入 入账 进账 收款 收方 贷 收 creditamount credits credit deposits deposit depositamt depositamount paidin moneyin amountin incoming inflow receipts'),
  field('out', 'amount', '借方发生额 借方金额 支出金额 转出金额 支取金额 付款金额 debitnetamount 出账金额 往账金额 借方发生金额 借记金额 借方交易金额 支出发生额 借方发生 付方发生额 付方金额 取出金额 借方 支出 支取 转出 出账 付款 付方 借 付 支 debitamount debits debit withdrawals withdrawal withdrawalamt withdrawalamount paidout moneyout amountout outgoing outflow payments'),
  field('amount', 'amount', '记账金额 net netamount 交易金额 动账金额 变动金额 billingamount 发生额 发生金额 金额 交易额 本次发生额 发生数 交易发生额 收支金额 收付金额 借贷方发生额 借方贷方金额 amount transactionamount tranamount txnamount amt'),
  field('direction', 'other', '借贷标志 借贷方向 借贷标识 收支方向 收付标志 收支标志 借贷 收支 收付 交易方向 动账方向 借贷类型 收支类型 收付方向 资金方向 资金流向 往来标志 往来账标志 来往账标志 来往标志 进出标志 方向 drcr crdr drcrindicator debitcredit debitcreditindicator creditdebit creditdebitindicator dc cd direction 交易类型 业务类型 type transactiontype'),
  field('balance', 'balance', '余额 变动后余额 账户结余 账户余额 交易后余额 本次余额 当前余额 联机余额 交易余额 账面余额 结余 结存 可用余额 balance runningbalance accountbalance closingbalance ledgerbalance balanceafter'),
  field('counterparty', 'name', '对方户名 对手信息 对方信息 对方名称 对方单位名称 对方单位 收付方名称 收付方户名 对方账户名称 对方账户名 对方账号名称 交易对手名称 交易对手户名 交易对手 对手户名 对手名称 对手方名称 对手方户名 对手方 对方客户名称 对方客户名 对方姓名 对方公司 对方公司名称 交易对方 交易对方名称 交易对方户名 对方 往来单位 往来户名 往来单位名称 收付款人名称 收付款方名称 收付款人 收付款方 付款人收款人 收款人付款人 counterparty counterpartyname counterpartname counterpart beneficiaryoriginator payeepayer payerpayee orderingparty remitterbeneficiary otherparty partyname tofrom fromto payeesorpayers merchant name'),
  field('counterpartyBoth', 'text', '对方账号与户名 对方户名与账号 对方账号及户名 对方户名及账号 对方账号户名 对方户名账号 对方账户信息 对方账号名称账号 交易对手账号户名 交易对手户名账号 对手账号户名 对手户名账号 对方账号和户名 对方户名和账号 收付款人账号户名 收付款人户名账号 counterpartyaccountandname counterpartynameandaccount'),
  field('counterpartyAccount', 'number', '对方账号 对方帐号 对方账户 收付方账号 对方账号卡号 对方卡号 对方卡号账号 对方账户号 对方账户账号 对方银行账号 交易对手账号 交易对手账户 对手账号 对手账户 对手方账号 对手卡号 往来账号 往来单位账号 交易对方账号 收付款人账号 收付款方账号 counterpartyaccount counterpartyaccountnumber counterpartyaccountno counterpartaccount beneficiaryaccount'),
  field('counterpartyBank', 'text', '对方开户行 对方行名 对方开户机构 对方银行 对方开户银行 对方开户行名 对方开户行名称 对方银行名称 对方机构 收付方开户行名 收付方开户行 收付方分行名 交易对手开户行 交易对手行名 对手行名 对手开户行 对方行 counterpartybank'),
  field('counterpartyBankNumber', 'other', '对方行号 对方开户行号 对方联行号 收付方开户行行号 收付方开户行号 对手行号 交易对手行号 对方开户行行号 对方行联行号'),
  field('payer', 'name', '付款人名称 付款方名称 付方名称 付方户名 付方单位 付方 付款方户名 付款人户名 付款户名 付款单位 付款单位名称 付款人 付款方 汇款人 汇款人名称 payer payername remitter remittername sender sendername from orderingcustomer'),
  field('payerAccount', 'number', '付款人账号 付款方账号 付方账号 付方帐号 付款账号 付款账户 付款人账户 汇款人账号 payeraccount debitaccountno'),
  field('payee', 'name', '收款人名称 收款方名称 收方名称 收方户名 收方单位 收方 收款方户名 收款人户名 收款户名 收款单位 收款单位名称 收款人 收款方 payee payeename beneficiary beneficiaryname receiver receivername recipient to'),
  field('payeeAccount', 'number', '收款人账号 收款方账号 收方账号 收方帐号 收款账号 收款账户 收款人账户 payeeaccount payeesaccountnumber'),
  field('payerBank', 'other', '付款人开户行名 付款人开户行 付款方开户行 付款行名 付款行 付款银行 付款人开户行号 付款行号'),
  field('payeeBank', 'other', '收款人开户行名 收款人开户行 收款方开户行 收款行名 收款行 收款银行 收款人开户行行号 收款行号'),
  field('summary', 'remark', '摘要 交易摘要 交易描述 交易信息 交易内容 交易详情 业务描述 商品 商品名称 商品说明 业务摘要 动账摘要 摘要内容 摘要信息 摘要说明 交易说明 summary description transactiondescription details transactiondetails narrative narration particulars narrative1 transactionnarrative transactiondetail'),
  field('purpose', 'remark', '用途 交易用途 款项用途 资金用途 用途说明 purpose'),
  field('reference', 'remark', '附言 交易附言 汇款附言 客户附言 转账附言 个性化信息 个性化内容 留言 postscript paymentdetails remittanceinformation paymentreference clientreference yourreference theirreference endtoendid remittanceinfo messagetorecipient'),
  field('note', 'remark', '备注 备注1 交易备注 备注信息 说明 附注 其它摘要 其他摘要 remark remarks note notes memo comment'),
  field('type', 'remark', '交易类型 业务类型 交易名称 业务名称 交易种类 业务种类 交易代码 交易渠道 transactiontype trantype type channel'),
  field('serial', 'number', '交易流水号 资金流水单号 账务流水号 交易单号 账户明细编号交易流水号 流水号 银行流水号 主机流水号 核心流水号 业务流水号 记账流水号 账户流水号 柜员流水号 全局流水号 平台流水号 动账流水号 交易参考号 银行参考号 交易流水 流水 日志号 交易编号 明细编号 交易标识 交易唯一标识 交易序号 transactionid transactionreferencenumber transactionno transactionnumber trnid bankreference referencenumber transactionreference bankref refno ourreference reference id'),
  field('voucher', 'number', '凭证号 凭证号码 凭证编号 票据号 票据号码 票号 支票号 业务参考号 参考号 回单编号 回单号 企业流水号 voucherno chequenumber chequeno chequenum customerreference customerref chqrefno'),
  field('voucherKind', 'other', '凭证种类 凭证类型 票据种类 票据类型 凭证名称'),
  field('account', 'number', '账号 本方账号 查询账号 我方账号 本方账户 帐号 账户 卡号 账户号 账户号码 银行账号 交易账号 客户账号 本行账号 本方卡号 我方账户 本单位账号 accountnumber accountno acctno account ownaccount'),
  field('accountName', 'name', '账户名称 户名 账号名称 本方户名 我方户名 本方名称 账户名 本单位名称 公司名称 单位名称 客户名称 本方账户名称 accountname ownername companyname'),
  field('accountBank', 'text', '开户行 开户机构 本方开户行 开户银行 开户行名称 本方行名 账户开户行 开户网点 bankname bank'),
  field('branch', 'other', '交易机构 交易行 交易网点 交易地点 交易行名 记账机构 经办机构 交易柜员 柜员 柜员号 机构号 branch teller'),
  field('currency', 'other', '记账币种 币种 币别 billingcurrency 货币 交易货币 交易币种 币种名称 currency ccy curr'),
  field('status', 'other', '交易状态 当前状态 状态 处理状态 交易结果 处理结果 支付状态 记账状态 业务状态 status transactionstatus state result'),
  field('reversal', 'other', '冲正标志 冲正标识 被冲正标志 冲销标志 冲销标识 红蓝字 红蓝字标志 红蓝标志 红字标志 抹账标志 抹账标识 reversalflag reversal reversed'),
  field('lineNumber', 'other', '序号 编号 行号 笔数 no seq'),
]

/** Which of the ways a statement shows amount and direction is told is decided from its rows, so any one column is enough here. */
export const STATEMENT: ListKind<'statement'> = {
  name: 'statement', fields: FIELDS, required: [['on', 'valueOn'], ['in', 'out', 'amount']], past: ['on'],
  sides: { in: 'in', out: 'out' }, identity: ['serial', 'counterpartyAccount', 'counterparty', 'payerAccount', 'payeeAccount'],
}

/** The fields whose texts make up the memo of a line, in the order in which they are joined. */
export const MEMO_FIELDS = ['reference', 'purpose', 'summary', 'note'] as const
/** Columns that say something of the payment in words that no field took, as a second 备注. */
export const MORE_MEMO = /^(?!.*(编号|代码|号码|种类|类型))(?:.*(摘要|用途|附言|备注|留言|说明|描述|详情|事由|场景|交易内容))\d*$|^商品(名称|说明)?$|^(?:transaction|client|customer|payment|additional|other|their|your|payee|payer|beneficiary)?(remark|note|description|narrative|narration|detail|reference|message|particular)s?\d*$/
