export const badDebt = {
  title: '坏账准备',
  writeOffsTitle: '坏账核销',
  entryTitle: '申请核销坏账',
  provision: {
    create: '计提坏账准备', asOf: '计提日', currency: '币种', general: '按账龄组合', specific: '单项计提', specificHint: '单项判断的客户不计入账龄组合', bucket: '账龄', open: '应收余额', rate: '计提比例 %', required: '应有准备',
    customer: '客户', note: '判断依据', sum: '应有准备合计', existing: '已有准备', amount: '本次计提', release: '本次冲回', nothing: '不需计提', post: '保存计提', posted: '已保存：{{number}}',
    noAllowance: '本账套执行小企业会计准则，不计提坏账准备；坏账在核销时直接列支，下表仅供参考', base: '未核销的预收款不冲减应收余额，红字发票冲减；未到期的承兑汇票不在内', rates: '计提比例', dayMissing: '请填写计提日', rateMissing: '请填写客户和比例',
    emptyTitle: '还没有计提过坏账准备', emptyText: '月末或年末按账龄计算应有的坏账准备，与已有余额的差额就是本次计提或冲回。', search: '单号', number: '单据编号', postedBy: '保存人', postedAt: '保存时间',
  },
  month: { within: '{{to}} 个月以内', between: '{{from}}–{{to}} 个月', over: '{{from}} 个月以上' },
  year: { within: '{{to}} 年以内', between: '{{from}}–{{to}} 年', over: '{{from}} 年以上' },
  entry: { title: '会计分录', line: '借：{{debit}} {{amount}}\n  贷：{{credit}} {{amount}}', copy: '复制分录', copied: '分录已复制', none: '差额为零，不需做分录' },
  account: { receivable: '应收账款', allowance: '坏账准备', impairmentLoss: '信用减值损失', badDebtLoss: '营业外支出—坏账损失', otherIncome: '营业外收入' },
  field: {
    number: '单据编号', status: '状态', customer: '客户', customerCode: '客户编码', writtenOffOn: '核销日', recoveredOn: '收回日', askedOn: '申请日', currency: '币种', amount: '核销金额', recovered: '已收回', left: '未收回', reason: '核销原因',
    evidence: '证据', askedBy: '申请人', decidedBy: '审批人', postedBy: '批准人', postedAt: '过账时间', note: '说明', open: '现在未清', recoveredAmount: '收回金额', id: '申请号', decisionNote: '审批意见', recoveryOf: '所收回的核销单',
  },
  status: { posted: '已核销', reversed: '已红冲', reversal: '红冲单', waiting: '待审批', approved: '已批准', rejected: '已驳回' },
  recoveryStatus: { posted: '已收回', reversed: '已红冲', reversal: '红冲单' },
  tab: { requests: '核销申请', memo: '已核销备查簿', keys: '切换' },
  list: {
    create: '申请核销', search: '单号、客户', emptyTitle: '还没有核销过坏账', emptyText: '批准核销的欠款从账龄中减去，但留在这里备查；日后收回时从这里恢复应收。', noRequests: '没有待审批的申请', noRequestsText: '会计提出申请，负责人批准后才核销；申请人不能审批自己的申请。',
  },
  ask: {
    amount: '申请核销', pane: '未清欠款', pickCustomer: '选定客户后，这里列出未清的欠款', empty: '该客户没有未清的欠款', post: '提交申请', all: '全部核销', clear: '清空', done: '已提交申请，等待另一位负责人审批', evidenceHint: '判决书、破产裁定、注销证明等的编号',
    customerMissing: '请先选择客户', reasonMissing: '请填写核销原因', evidenceMissing: '请填写证据', nothing: '请填写核销哪些欠款、各核销多少', over: '有一行超过了未清金额',
  },
  document: {
    approve: '批准核销', reject: '驳回', recover: '收回', reverse: '红冲', openCustomer: '客户档案', openWriteOff: '核销单', request: '核销申请', recovery: '坏账收回', lines: '核销的欠款', revived: '恢复的应收如何收到', noLines: '还没有收款核销', recoveries: '收回记录',
    noRecoveries: '还没有收回', samePerson: '这份申请是您提出的，须由另一位负责人审批。坏账核销须两人办理；账套只有一位用户时，请先添加一位负责人。', waiting: '等待负责人审批', receipt: '登记收款',
  },
  dialog: {
    approve: '批准后，下列欠款在核销日从应收中减去，并留在备查簿中。', reject: '请写明驳回的理由。', recover: '恢复应收 {{left}} 以内的金额，到期日与原欠款相同；之后照常登记收款并核销。', back: '返回', amount: '收回金额', approved: '已核销：{{number}}', rejected: '已驳回', recovered: '已恢复应收：{{number}}',
  },
}
