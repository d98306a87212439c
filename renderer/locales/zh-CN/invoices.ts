export const invoices = {
  title: '应收单',
  newTitle: '新增应收单',
  itemsTitle: '未清项',
  create: '新增应收单',
  kind: { invoice: '销售发票', creditNote: '红字发票', other: '其他应收', opening: '期初应收' },
  kindHelp: {
    invoice: '开给客户的销售发票，按账期产生应收', creditNote: '销售退回或折让，冲减所对的蓝字单据，多出部分留作客户的贷方余额', other: '运费、违约金、押金等发票以外的应收', opening: '启用本账套以前已经发生、尚未收回的应收',
  },
  disputed: '争议',
  itemKind: { invoice: '销售发票', creditNote: '红字发票', other: '其他应收', opening: '期初应收', receipt: '收款', difference: '尾差', refund: '退款', offset: '冲账', dishonour: '拒付汇票', writeOff: '坏账' },
  status: { draft: '草稿', posted: '已审核', reversed: '已红冲', reversal: '红冲单' },
  field: {
    number: '单据编号', kind: '单据类型', customer: '客户', customerCode: '客户编码', salesperson: '业务员', documentOn: '单据日期', dueOn: '到期日', terms: '本单账期', amount: '金额', open: '未收金额', settled: '已核销',
    invoiceNumber: '发票号码', contractNumber: '合同号', orderNumber: '订单号', contractOrOrder: '合同号 / 订单号', sourceNumber: '来源单号', note: '备注', status: '状态', currency: '币种', corrects: '冲减单据',
    installment: '期次', disputed: '争议', daysOverdue: '逾期天数', postedBy: '审核人', postedAt: '审核时间',
  },
  list: { emptyTitle: '还没有应收单', emptyText: '开票后在这里登记应收单：保存为草稿可随时修改，审核后产生未清项，收款时据此核销。也可以用“数据导入”一次导入。', search: '单号、客户、发票号、合同号' },
  items: { emptyTitle: '没有未清项', emptyText: '已审核的应收单都已收清。', settle: '登记收款' },
  form: {
    save: '保存草稿', post: '审核', discard: '删除草稿', saved: '草稿已保存', postedAs: '已审核：{{number}}', discardTitle: '删除这张草稿？', discardText: '草稿没有编号，删除后不能恢复。', discarded: '草稿已删除',
    dueHint: '空则按客户账期自动计算', termsHint: '空则按客户账期；可输入 票后60天、次月25日', termsOfCustomer: '按客户账期', dueComputed: '按账期“{{terms}}”预计 {{day}} 到期', dueByInstallments: '到期日由下面的分期决定', creditLimit: '信用额度 {{limit}}',
    correctsPlaceholder: '单号、发票号或合同号', correctsHint: '从该客户已审核的应收单中选择，可不选', correctsOpen: '未收 {{amount}}', pickCustomerFirst: '请先选择客户',
    installments: '分期到期', installmentsHint: '不分期可留空。最后一期自动取余数，各期合计必须等于单据金额。', split: '按月均分', periods: '期数', sum: '合计', difference: '尚差', over: '多出', even: '各期合计与金额相符',
    installmentDue: '到期日', installmentAmount: '金额',
  },
  problem: { customerMissing: '请选择客户', dayMissing: '请填写单据日期', amountMissing: '请填写金额，必须大于零', installmentIncomplete: '每一期都要填写到期日和金额', installmentsDoNotAddUp: '各期合计与单据金额不符' },
  document: {
    items: '未清项', allocations: '核销记录', noAllocations: '还没有收款核销这张单据。', reverse: '红冲', receive: '登记收款', openCustomer: '客户档案', creditNote: '开红字',
    allocateCredit: '冲抵其他应收',
  },
  allocation: {
    counterpart: '对方单据', kind: '类型', amount: '核销金额', allocatedOn: '核销日期', basis: '依据', state: '状态', active: '有效', released: '{{day}} 已取消', release: '取消核销', open: '打开 {{number}}', keys: 'Alt+L 进入 · ↑ ↓ 换行 · Enter 打开对方单据', keysRelease: 'Alt+L 进入 · ↑ ↓ 换行 · Enter 打开对方单据 · Delete 取消核销',
  },
  release: {
    title: '取消核销 {{number}}', text: '取消后，{{number}} 将恢复未收 {{reopened}}，{{amount}} 回到 {{credit}} 的余额。原核销记录保留，另记一条取消记录；取消日以前的账龄不变。', on: '取消日期', confirm: '确认取消核销',
    done: '已取消核销：{{number}} 恢复未收 {{amount}}',
  },
  reverse: {
    title: '红冲 {{number}}', text: '将生成一张金额为 {{amount}} 的红冲单，原单保留可查。', hangs: '这张单据还有 {{count}} 项有效核销，红冲时会先全部取消，相应金额退回下列单据：', nothing: '这张单据没有有效的核销，红冲不影响其他单据。',
    on: '红冲日期', reason: '红冲原因', reasonHint: '如：发票开错，重新开具', reasonMissing: '请写明红冲原因，备查', confirm: '确认红冲', back: '返回', done: '已红冲，红冲单 {{number}}', reversedNote: '本单已由 {{number}} 红冲', reversalNote: '本单是红冲单，冲销原单 {{number}}，原因：{{reason}}',
  },
}
