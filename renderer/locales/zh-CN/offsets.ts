export const offsets = {
  title: '冲账单',
  entryTitle: '新增冲账',
  create: '新增冲账',
  action: '冲账',
  kind: { advance: '预收冲应收', creditNote: '红票对冲', customers: '应收冲应收', payable: '应收冲应付' },
  kindHelp: {
    advance: '用客户的预收款冲抵该客户的应收，可多对多', creditNote: '用红字发票的余额冲抵该客户的其他应收', customers: '把一位客户的应收转给另一位客户承担，账龄仍按原到期日计算，须有对方同意的凭据',
    payable: '客户同时是供应商时，用我方的应付款冲抵其应收，须填应付单据号',
  },
  field: {
    number: '单据编号', kind: '类型', customer: '客户', customerCode: '客户编码', otherCustomer: '转给客户', offsetOn: '冲账日期', amount: '冲账金额', currency: '币种', document: '凭据', note: '备注',
    status: '状态', salesperson: '业务员', postedBy: '过账人', postedAt: '过账时间', consent: '同意转账的凭据', payable: '应付单据号',
  },
  status: { posted: '已过账', reversed: '已红冲', reversal: '红冲单' },
  list: { emptyTitle: '还没有冲账单', emptyText: '预收款、红字发票、转给别的客户的应收，以及与应付对抵的应收，都在这里冲账。每张冲账单都可以红冲。', search: '单号、客户' },
  pane: {
    credits: '预收余额', notes: '红字余额', debts: '应收未清项', open: '合计', left: '余额', amount: '本次冲账', taken: '本次合计', keys: '空格 勾选 · = 填满 · Enter 下一行 · Esc 返回',
    pickCustomer: '选定客户后，这里列出可以冲账的项目', noCredits: '该客户没有预收余额', noNotes: '该客户没有红字余额', noDebts: '该客户没有未清的应收',
  },
  entry: { post: '过账', auto: '自动配对', clear: '清空', posted: '已过账：{{number}}　{{amount}}', from: '用来冲的', to: '被冲的', even: '两边相等', difference: '差额', switchKind: '切换类型' },
  problem: {
    customerMissing: '请先选择客户', otherMissing: '请选择由哪位客户承担', sameCustomer: '转入的客户不能与原客户相同', dayMissing: '请填写冲账日期', consentMissing: '请填写对方同意转账的凭据，如协议或函件的编号',
    payableMissing: '请填写应付单据号', nothing: '请先填写要冲的金额', uneven: '两边的合计必须相等，相差 {{amount}}', over: '有一行超过了余额',
  },
  document: {
    reverse: '红冲', lines: '冲账明细', from: '用来冲的单据', to: '被冲的应收', amount: '金额', on: '日期', state: '状态', standing: '有效', released: '{{day}} 已取消', takenOver: '由 {{customer}} 承担', dueOn: '到期日', open: '未收', openCustomer: '客户档案',
    goesBack: '由{{customer}}承担的应收一并退回原客户；其中已收款核销的，款项退为{{customer}}的预收。', own: '本单', otherCustomer: '承担方档案',
  },
}
