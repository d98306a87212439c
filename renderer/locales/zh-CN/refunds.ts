export const refunds = {
  title: '退款单',
  entryTitle: '新增退款',
  create: '新增退款',
  action: '退款',
  field: {
    number: '单据编号', customer: '客户', customerCode: '客户编码', refundedOn: '退款日期', amount: '退款金额', currency: '币种', method: '退款方式', bankAccount: '付款账户', payee: '收款方', reference: '付款附言', note: '备注',
    status: '状态', salesperson: '业务员', postedBy: '过账人', postedAt: '过账时间',
  },
  status: { posted: '已过账', reversed: '已红冲', reversal: '红冲单' },
  list: { emptyTitle: '还没有退款单', emptyText: '客户多付的款项或红字余额要退回时，在这里登记退款，可从客户的预收款和红字余额中选择退哪些。', search: '单号、客户' },
  pane: { amount: '本次退款', title: '预收与红字余额', empty: '该客户没有可退的余额', pickCustomer: '选定客户后，这里列出可退的预收款与红字余额' },
  entry: { post: '过账', all: '全部退款', clear: '清空', posted: '已过账：{{number}}　{{amount}}', payeeHint: '与客户相同可不填' },
  problem: { customerMissing: '请先选择客户', dayMissing: '请填写退款日期', nothing: '请填写退哪些款、各退多少', over: '有一行超过了余额' },
  document: { reverse: '红冲', credits: '退自', noCredits: '没有记录', openCustomer: '客户档案' },
}
