export const interest = {
  title: '逾期利息',
  notesTitle: '利息单',
  close: '关闭',
  col: {
    customer: '客户', code: '客户编码', salesperson: '业务员', currency: '币种', interest: '利息', open: '未清金额', items: '笔数', from: '起息日', to: '计至',
    number: '单据编号', dueOn: '到期日', amount: '应收金额', disputed: '争议', invoiceNumber: '发票号码',
  },
  customers: { title: '可计息的客户', interest: '未清应收的利息', search: '客户编码、名称', noRate: '缺利率', emptyTitle: '没有可计的逾期利息', emptyText: '有应收逾期后，这里按客户列出到所选日期的利息，利息多者在前。已结清但曾逾期的客户，请在右边直接选客户。' },
  sheet: {
    title: '利息计算表', to: '计息截止日', customer: '客户', withPaid: '含已结清的', customerHint: '选择客户（编码、名称或拼音首字母）', terms: '{{terms}}；自到期日次日起按日计单利，一年按 {{days}} 天计',
    all: '{{count}} 笔计息（争议除外），合计 {{amount}}', ticked: '已勾选 {{count}} 笔，合计 {{amount}}',
    noneTitle: '请选择客户', noneText: '左边列出有逾期利息的客户；也可在上面输入编码或拼音首字母。', emptyTitle: '没有可计的利息', emptyText: '没有逾期的应收，或到这一天的利息都已生成利息单。',
  },
  stretch: { title: '分段计算', due: '到期日 {{day}}', from: '起', to: '止', days: '天数', open: '计息本金', rate: '年利率', daily: '日利率', sum: '小计' },
  note: {
    make: '生成利息单', title: '生成利息单：{{name}}', post: '生成并记应收', later: '利息单只能计到今天', documentOn: '单据日期', dueOn: '利息到期日', dueHint: '空则单据日期加设置中的付款天数', language: '计算单语言', note: '备注',
    done: '已生成利息单 {{number}}', hint: '利息记为“其他应收”，不再计息；已计的天数不会重复计。红冲该应收，利息单即作废，这些天数可重新计。',
  },
  notes: {
    number: '利息单号', status: '状态', invoice: '其他应收', by: '经办人', search: '利息单号、客户', emptyTitle: '还没有利息单', emptyText: '逾期利息平时只是计算和列示；生成利息单后才成为应收。',
    void: '其他应收 {{number}} 已红冲，本利息单作废，所计天数可重新计息。',
  },
  status: { posted: '有效', void: '作废' },
  language: { 'zh-CN': '中文', en: 'English' },
  lpr: {
    title: 'LPR 表', hint: '一年期 LPR 自公布之日起适用。程序已带 2019-08-20 以来公布的利率；每月 20 日公布的利率有变动时请补录。2019-08-20 以前可按当时的贷款基准利率补录。更正、删除不影响已生成的利息单。',
    on: '公布日', rate: 'LPR（%）', rateHint: '如 3.10', by: '登记人', published: '公布值', save: '保存', remove: '删除', removeTitle: '删除 {{day}} 的 LPR？', removeText: '此后的天数按更早一次公布的利率计息。',
    dayMissing: '请填日期', rateMissing: '请填利率',
  },
  terms: {
    title: '约定利率', hint: '与客户另有约定的，自约定之日起按约定计息；没有约定的按“设置”中的利率依据。同一天再登记一次即为更正。', from: '自何日起', basis: '利率依据', daily: '日利率（%）', dailyHint: '如 0.05，即日万分之五',
    times: 'LPR 倍数', timesHint: '如 1.5', note: '约定依据', replaced: '已更正', customerMissing: '请选择客户', tooFine: '日利率最多四位小数', emptyTitle: '没有另行约定的客户', emptyText: '合同约定了逾期利率的，在上面登记。',
  },
  basis: { daily: '约定日利率', lpr: '一年期 LPR 的倍数', smallCreditor: '日万分之五（机关、大型企业拖欠中小企业）', office: '恢复按系统设置' },
}
