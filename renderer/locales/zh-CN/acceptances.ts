export const acceptances = {
  title: '承兑汇票',
  entryTitle: '登记汇票',
  calendarTitle: '票据到期日历',
  kind: { bank: '银承', commercial: '商承' },
  status: { held: '在手', split: '已拆分', endorsed: '已背书', discounted: '已贴现', presented: '托收中', collected: '已收款', dishonoured: '拒付', settled: '到期结清', returned: '退票作废' },
  event: { received: '收票', split: '拆分', endorsed: '背书转让', discounted: '贴现', presented: '提示付款（托收）', collected: '收款', dishonoured: '拒付', settled: '到期结清', returned: '退票', notified: '通知前手', undone: '撤销' },
  step: { split: '拆分', endorse: '背书', discount: '贴现', present: '托收', collect: '收款', dishonour: '拒付', settle: '到期结清', notify: '通知前手', undo: '撤销上一步' },
  deadline: { due: '到期', presentBy: '提示付款', notifyBy: '通知前手', recourseUntil: '对前手追索', drawerUntil: '对出票人、承兑人' },
  deadlineHelp: {
    due: '汇票到期日', presentBy: '到期日起十日内提示付款（票据法第五十三条）', notifyBy: '收到拒付证明后三日内书面通知前手（票据法第六十六条）',
    recourseUntil: '对前手的追索权：拒付之日起六个月；清偿后再追索为三个月（票据法第十七条）', drawerUntil: '对出票人和承兑人的权利：到期日起二年（票据法第十七条）',
  },
  field: {
    number: '编号', billNumber: '票据号码', range: '子票区间', kind: '种类', drawer: '出票人', acceptor: '承兑人', acceptorBank: '承兑人开户行', priorHand: '前手（背书人）',
    issuedOn: '出票日', dueOn: '到期日', amount: '票面金额', status: '状态', since: '状态日', customer: '客户', customerCode: '客户编码', salesperson: '业务员', receiptNumber: '收款单', receivedOn: '收票日',
    daysToDue: '距到期', presentBy: '最后提示付款日', currency: '币种', transferable: '可否转让', note: '备注', postedBy: '登记人', postedAt: '登记时间', reference: '摘要',
  },
  transferable: { yes: '可转让', no: '不得转让' },
  tab: { all: '全部', held: '在手', presented: '托收中', passed: '已转出', dishonoured: '拒付', done: '已了结' },
  list: {
    create: '登记汇票', calendar: '到期日历', book: '备查簿', search: '客户、编号或票据号码', emptyTitle: '还没有承兑汇票', emptyText: '按 Alt+N 登记收到的汇票：同时记一笔收款，核销应收，票据进入在手',
    emptyTab: '没有这种状态的汇票', daysLeft: '{{count}} 天', daysOver: '已过 {{count}} 天',
  },
  entry: {
    post: '登记', toPanel: '到核销', toBills: '到汇票', clear: '清空', bills: '汇票', billsHint: '子票区间填起号即可，止号按金额算出（每单位 0.01 元）；到期日空着按出票后六个月',
    sum: '合计', count: '{{count}} 张', receipt: '收款 {{number}}', expected: '收款金额', difference: '相差', even: '已平', received: '汇票合计', pickCustomer: '选择客户后，这里列出未清应收', typeBills: '录入汇票金额后，这里给出建议核销',
    posted: '已登记 {{number}}，汇票 {{count}} 张', registered: '已为 {{number}} 登记汇票 {{count}} 张', priorHint: '空则为客户', billLine: '第 {{row}} 张：{{text}}', rangePlaceholder: '起-止',
  },
  problem: {
    customerId: '请选择客户', receivedOn: '请填写收票日', bills: '请至少录入一张汇票', billNumber: '请填写票据号码', range: '子票区间写作 起-止，例如 1-1000000', drawer: '请填写出票人', acceptor: '请填写承兑人', issuedOn: '请填写出票日',
    dueOn: '请填写到期日', amount: '请填写票面金额', expected: '汇票合计应等于收款金额 {{amount}}',
  },
  page: {
    openReceipt: '打开收款', openCustomer: '打开客户', life: '经过', deadlines: '期限', parts: '拆分出的各份', parent: '由 {{number}} 拆分', noDeadlines: '没有未了的期限', undone: '已撤销', net: '实收 {{amount}}', interest: '利息 {{amount}}',
    fee: '手续费 {{amount}}', left: '还有 {{count}} 天', today: '就是今天', over: '已过 {{count}} 天', kept: '已办', missed: '已错过', revived: '恢复的应收', revivedOpen: '未清 {{amount}}', revivedPaid: '已收清', to: '转给 {{name}}', reason: '理由：{{text}}', notified: '通知 {{name}}', takes: '撤销“{{event}}”',
  },
  dialog: {
    back: '返回', on: '日期', note: '备注', endorsee: '被背书人', bankAccount: '入账账户', interest: '贴现利息', fee: '手续费', net: '实收', rate: '折合年利率 {{rate}}%', reason: '拒付理由', notified: '所通知的前手',
    amounts: '各份金额', addsUp: '合计 {{sum}}，票面 {{amount}}', done: '{{number}}：{{step}}已登记', reasonHint: '例如：账户余额不足、承兑人已冻结',
    text: {
      split: '按金额拆成几份，子票区间依次排开；原票转为已拆分。', endorse: '转让后不再在手；到期若被拒付，仍可能被追索。', discount: '银行付来票面减利息与手续费后的净额。', present: '向承兑人提示付款。',
      collect: '承兑人已付款，净额进入银行账户。', dishonour: '承兑人拒绝付款。客户的应收按票面 {{amount}} 恢复，可再收款、催款。', settle: '到期后没有被追索，这张汇票不再是或有负债。', notify: '登记已书面通知前手的日期。', undo: '撤销最后一步“{{event}}”（{{day}}）。以前日期的报表不变。',
    },
    early: '未到期：现在可以提示付款，到期日 {{day}} 才付款', late: '已过最后提示付款日 {{day}}：须向承兑人作出说明，前手可能不再承担责任',
    revivedSettled: '恢复的应收已核销 {{amount}}；撤销后这些核销一并取消，款项留作预收。', partsVoid: '拆分出的各份一并作废：{{numbers}}',
  },
  calendar: {
    from: '从', to: '到', overdue: '已到期未收', ahead: '{{count}} 天内到期', bills: '{{count}} 张', what: '期限', on: '日期', left: '剩余', missed: '已错过', emptyTitle: '这段日期没有到期的汇票', emptyText: '在手与托收中的汇票到期日、提示付款日、拒付后的通知与追索期限都列在这里', search: '客户、编号、承兑人',
  },
  book: { title: '应收票据备查簿', text: '列出期间内收到、以及期初尚未了结的全部汇票，状态以期间最后一天为准。', from: '从', to: '到', print: '打印', excel: '导出 Excel', back: '返回', preview: '预览', excelDone: '已导出 {{name}}', printStarted: '已送打印' },
}
