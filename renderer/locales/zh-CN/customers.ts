export const customers = {
  title: '客户',
  fileTitle: '客户档案',
  newTitle: '新增客户',
  create: '新增客户',
  field: {
    code: '客户编码', name: '客户名称', shortName: '简称', mnemonic: '助记码', taxNumber: '税号', phone: '电话', address: '地址', bankName: '开户银行', bankAccount: '银行账号', department: '部门', note: '备注',
    creditLimit: '信用额度', cutOffDate: '开票截止日', salesperson: '业务员', terms: '账期', active: '状态', open: '应收余额', advance: '预收余额', balance: '净应收',
  },
  active: { on: '启用', off: '停用' },
  terms: {
    days: '{{count}} 天', monthEnd: '月结 {{count}} 天', months: '{{count}} 个月', cash: '现结', monthEndOnly: '月结', onDate: '{{terms}}，遇每月 {{date}} 日付款',
    kind: '账期类型', kindDays: '票后天数', kindMonthEnd: '月结', kindMonths: '票后月数', count: '数', onDateLabel: '付款日', onDateHint: '每月几日付款，空则不限；31 表示月末',
    example: '{{from}} 开票，{{due}} 到期', quick: '快速输入', quickHint: '可直接输入：60天、月结30、3个月、现结', quickWrong: '看不懂这个账期，可输入 60天、月结30、3个月、现结',
  },
  contact: { title: '联系人', name: '姓名', role: '职务', phone: '电话', email: '邮箱' },
  list: { emptyTitle: '还没有客户', emptyText: '先建立客户档案：编码可自动生成，助记码默认取简称的拼音首字母，录单时输入 shjx 即可找到“上海机械”。也可以用“数据导入”从 Excel 导入。', search: '编码、名称、简称、助记码、税号' },
  form: {
    save: '保存', saved: '客户已保存', codeHint: '空则自动编号', mnemonicHint: '空则取简称的拼音首字母', creditHint: '空则不控制', cutOffHint: '每月几日之后开的票算下月；空则不限',
    changedTitle: '这份档案已被别人修改', changedText: '在你打开之后，有人保存了新的内容。你填写的内容还在屏幕上；重新读取会放弃它们。', reload: '重新读取', none: '（未指定）',
  },
  tab: { file: '基本信息', items: '未清项', receipts: '收款', invoices: '应收单' },
  action: { offset: '冲账', refund: '退款', receive: '登记收款', invoice: '新增应收单', letter: '催款函' },
  problem: { nameMissing: '请填写客户名称' },
  items: { emptyTitle: '没有未清项', emptyText: '该客户目前不欠款。' },
  receipts: { emptyTitle: '还没有收款', emptyText: '该客户的收款登记后列在这里。' },
  invoices: { emptyTitle: '还没有应收单', emptyText: '该客户的应收单登记后列在这里。' },
}
