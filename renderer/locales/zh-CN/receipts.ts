export const receipts = {
  title: '收款单',
  entryTitle: '收款录入',
  documentTitle: '收款单 {{number}}',
  creditTitle: '红字冲抵',
  newReceipt: '收款录入',
  field: {
    number: '单据编号', customer: '客户', customerCode: '客户编码', receivedOn: '收款日期', amount: '收款金额', method: '收款方式',
    bankAccount: '收款账户', reference: '付款附言', fee: '手续费', net: '实际到账', unallocated: '预收余额', allocated: '已核销', payer: '付款人',
    status: '状态', salesperson: '业务员', currency: '币种', note: '备注', postedBy: '过账人', postedAt: '过账时间', reversal: '红冲单', reversalOf: '红冲对象', reason: '红冲原因',
  },
  method: { transfer: '银行转账', cash: '现金', acceptance: '承兑汇票', other: '其他' },
  status: { posted: '已过账', reversed: '已红冲', reversal: '红冲单' },
  noAccount: '（不指定）',
  reason: {
    reference: '附言指明', exactAmount: '金额相符', shortPayment: '短付', uniqueCombination: '唯一组合', oldestFirst: '先到期', manual: '手工', creditNote: '红字冲抵', reversal: '红冲', offset: '冲账', refund: '退款', writeOff: '坏账核销',
  },
  reasonHelp: {
    reference: '付款附言里写明了这张单据的发票号、合同号或订单号', exactAmount: '只有这一项的未收金额与收款金额完全相等', shortPayment: '未收金额比收款多出的部分在尾差容差以内',
    uniqueCombination: '只有这一组单据加起来等于收款金额', oldestFirst: '没有更确定的依据，先核销最早到期的（民法典第560条）', manual: '由录入人指定', creditNote: '用红字发票的余额冲抵', reversal: '由红冲产生', offset: '由冲账单产生', refund: '由退款单产生',
  },
  entry: {
    payerHint: '与客户不同时填写',
    post: '过账并下一笔', bills: '登记汇票与收款', clear: '清空本行', restore: '恢复', toPanel: '核销明细', toRow: '回到录入行', toPosted: '本次已录', again: '重新建议', leaveAdvance: '全部留作预收',
    posted: '本次已录', count: '{{count}} 笔', sum: '合计', state: '过账结果',
    emptyTitle: '从这里开始录入',
    emptyText: '输入客户的编码、名称或拼音首字母，按 Enter 逐格录入，Ctrl+Enter 过账并开始下一笔；日期、方式和账户会保留。',
    settled: '核销 {{count}} 项', advance: '预收 {{amount}}', restored: '已清空本行，按 Ctrl+Z 恢复', posting: '正在过账…', postedAs: '已过账：{{number}}　{{customer}}　{{amount}}',
    hint: 'Enter 下一格 · Shift+Enter 上一格 · Alt+A 核销明细 · Ctrl+Enter 过账',
    unread: '这一格的内容无法识别，请改正：金额最多两位小数，日期如 0630 或 2026-06-30',
  },
  panel: {
    title: '核销明细', open: '未收合计', allocate: '本次核销', difference: '尾差', basis: '依据', overdue: '逾期', days: '{{count}} 天', item: '应收单', installment: '第 {{count}} 期',
    received: '收款', allocated: '已核销', differences: '尾差', left: '留作预收', over: '超出收款', available: '可用余额',
    clearDifference: '核销尾差 {{amount}}', differenceCleared: '尾差 {{amount}} 一并核销', keepOpen: '保留未收',
    settled: '附言所写的 {{numbers}} 已结清，是否重复付款？没有自动核销其他应收',
    gaveUp: '未清项较多，未能证明组合唯一，已按先到期排列，请核对', pickCustomer: '选定客户后，这里列出该客户的全部未清项和建议的核销', nothingOpen: '该客户没有未清的应收单，收款将全部留作预收',
    keys: '↑ ↓ 换行 · 空格 勾选 · = 填剩余 · F8 尾差 · Alt+A 或 Esc 返回', line: '{{number}} 本次核销', take: '核销 {{number}}', stale: '正在更新建议…',
  },
  problem: {
    customerMissing: '请先选择客户：可输入编码、名称或拼音首字母', dayMissing: '请填写收款日期', amountMissing: '请填写收款金额，必须大于零', feeOverAmount: '手续费不能大于收款金额',
    linesOverAmount: '核销合计超过了收款金额，请减少某一行或按空格取消', lineOverItem: '有一行的核销金额大于该单据的未收金额',
  },
  list: {
    tickFirst: '请先勾选收款单', emptyTitle: '还没有收款单', emptyText: '客户付款后在“收款录入”登记，系统会按附言、金额和到期日建议核销哪些应收单。', open: '打开', search: '单号、客户、付款附言、付款人',
  },
  hanging: {
    item: '将恢复未收', invoiceNumber: '发票号码', takenBack: '取消核销', difference: '恢复尾差', openAfter: '恢复后未收', nothing: '这笔收款没有核销，也没有收据、汇票或银行流水，红冲不影响其他单据。',
    kind: { refund: '退款单', offset: '冲账单', bill: '汇票', line: '银行流水', voucher: '收据', exchange: '汇兑损益' },
    becomes: { refund: '须先红冲退款单', offset: '其核销一并取消', bill: '{{status}}，将退票', line: '回到待处理', voucher: '作废，已打印 {{count}} 次', exchange: '一并冲回（本位币）' },
  },
  move: {
    title: '转给其他客户 {{number}}', text: '原收款单在 {{customer}} 名下红冲，同日在新客户名下登记同额收款，两单互相关联；转款日以前的账龄不变。', customer: '转给客户', reason: '转款原因', reasonHint: '如：付款人认错、集团代付', on: '转款日期',
    onHint: '须在未结账月份', customerMissing: '请选择转给哪位客户', reasonMissing: '请写明转款原因，备查', confirm: '确认转款', done: '已转给 {{customer}}：{{number}}', from: '由 {{number}} 转入，原收款日期 {{day}}', to: '已转给其他客户，新收款单 {{number}}',
  },
  document: {
    allocations: '核销记录', noAllocations: '这笔收款还没有核销，全部是预收。', debit: '核销的应收', allocatedOn: '核销日期', released: '已于 {{day}} 取消', active: '有效', state: '状态', releaseRow: '取消记录',
    allocate: '核销预收', release: '取消核销', move: '转给其他客户', reverse: '红冲', bills: '汇票', openCustomer: '客户档案', invoice: '打开应收单', entry: '继续录入',
    allocateTitle: '核销预收 {{number}}', allocateConfirm: '确认核销', allocateDone: '已核销 {{count}} 项', allocatedOnField: '核销日期', allocatedOnHint: '空则取收款日与单据日的较晚者',
    missing: '收款单不存在或无权查看', nothingChosen: '请至少核销一项',
  },
}
