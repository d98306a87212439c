export const rates = {
  title: '记账汇率',
  hint: '外币单据按单据日当天或之前最近的汇率折合本位币入账；没有汇率的不折算。修改汇率不影响已入账的单据。',
  create: '新增汇率',
  edit: '修改汇率',
  remove: '删除',
  removeTitle: '删除 {{currency}} {{day}} 的汇率？',
  removeText: '已按它入账的单据不变。',
  empty: '没有外币业务不需要设置',
  wrong: '请填写大于零的汇率，最多六位小数，如 7.1234',
  field: { currency: '币种', on: '自哪天起', rate: '汇率', currencyHint: '三位字母，如 USD', rateHint: '1 单位外币折合多少 {{currency}}' },
  booked: { worth: '折合 {{currency}}', rate: '入账汇率', base: '本位币金额', gain: '汇兑损益', computed: '按当天汇率折算' },
  report: {
    title: '汇兑损益', from: '从', to: '到', number: '单据编号', kind: '类型', lastOn: '核销日期', customer: '客户', customerCode: '客户编码', currency: '币种', settled: '核销原币', debit: '应收本位币', credit: '收付本位币', gain: '汇兑损益',
    emptyTitle: '这段期间没有汇兑损益', emptyText: '外币应收与外币收款按各自的入账汇率折算，核销时两者的差额就是汇兑损益：正数为收益，负数为损失。',
  },
}
