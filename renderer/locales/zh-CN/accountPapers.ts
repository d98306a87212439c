export const accountPapers = {
  title: '对账单与询证函',
  runTitle: '批量出具',
  kind: { statement: '对账单', confirmation: '询证函' },
  state: { all: '全部', waiting: '未回', agreed: '相符', differs: '不符' },
  language: { 'zh-CN': '中文', en: '英文' },
  field: {
    number: '编号', kind: '种类', customerName: '客户', customerCode: '客户编码', asOf: '截止日', from: '起始日', balance: '余额', state: '回函', prints: '打印次数', issuedOn: '出具日期',
    issuedBy: '出具人', lastPrintedAt: '最近打印', currency: '币种',
  },
  auditor: { name: '会计师事务所（必填）', address: '回函地址（必填）', contact: '联系人', phone: '电话' },
  list: { issue: '出具', empty: '还没有对账单和询证函', emptyText: '月末把往来账目发给客户核对，或按会计师要求函证余额；客户寄回的回执在这里登记。', emptyTab: '没有这样的函件' },
  page: { customer: '打开客户' },
  reply: {
    button: '登记回函', title: '登记回函 {{number}}', text: '{{customer}}：截至 {{day}} 的余额 {{balance}}', result: '回函结果', on: '签章日期', balance: '对方账面余额', person: '签章人', note: '说明',
    noteHint: '差异原因，或回函存放处', done: '已登记 {{number}} 的回函',
  },
  run: {
    issue: '出具', all: '全选', list: '已出具', customers: '客户', preview: '预览', language: '函件语言', salesperson: '业务员', opening: '期初余额', debits: '本期应收', credits: '收款与核减', closing: '期末余额',
    lastIssuedOn: '上次出具', lastNumber: '上次编号', everybody: '含零余额客户', chosen: '已选 {{count}} 户，余额 {{amount}}', pick: '选择左侧客户，这里显示将要打印的函件',
    auditorFirst: '请先填写会计师事务所和回函地址', auditorHint: '询证函由客户直接寄给会计师，地址印在函上。', nobody: '没有符合条件的客户', nobodyText: '换一段日期；没有余额的客户勾选“含零余额客户”后列出。',
    days: '起始日不能晚于截止日', confirm: '出具 {{count}} 份{{kind}}？', confirmText: '出具后即编号存档，内容不再更改。', progress: '已出具 {{done}} / {{total}}', done: '已出具 {{count}} 份', doneText: '接着可以打印；客户回函后在“对账单与询证函”中登记。',
  },
}
