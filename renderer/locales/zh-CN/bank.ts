export const bank = {
  importTitle: '导入对账单',
  linesTitle: '银行流水匹配',
  statementsTitle: '对账单',
  learntTitle: '已学习的付款方',
  reconciliationTitle: '余额调节表',
  class: { receipt: '客户回款', payment: '付款', fee: '手续费', interest: '利息', transfer: '内部转账', refund: '退款', other: '其他' },
  status: { open: '待处理', done: '已入账', noted: '只记流水', perhaps: '疑似重复', same: '同一笔' },
  direction: { in: '收入', out: '支出' },
  sureness: { sure: '有把握', likely: '请过目', unsure: '不确定', none: '无建议' },
  surenessHelp: {
    sure: '付款方与核销都有唯一依据，可以与其他几笔一并入账', likely: '依据基本充分，看一眼再入账', unsure: '只有较弱的依据，请仔细核对', none: '没有可用的依据，请选择客户，或记入待确认款',
  },
  by: {
    learntAccount: '以前确认过的账号', learntName: '以前确认过的户名', account: '账号与客户档案一致', name: '户名一致', nameVariant: '户名写法相近', branch: '户名含分支机构', memo: '附言提到客户', reference: '附言写明单据', clerk: '人工选定', none: '付款方未识别',
  },
  doubt: {
    unprovenDirection: '收支方向只凭金额的正负号或标题判断，没有余额可以证明', settledReference: '附言所写的单据 {{settled}} 已结清，是否重复付款', unknownPayer: '付款方未识别', conflict: '户名与账号指向不同客户', weakCustomer: '付款方依据较弱', inactive: '客户已停用', otherDay: '所在月份已结账，将记入 {{day}}', competing: '另一笔流水也可能核销同一应收', otherReference: '附言提到的单据不在未清项中',
    partial: '金额与附言所写单据不符', equalItems: '有多笔应收金额相同', shortPayment: '少付尾差', combinations: '能凑成此金额的组合不唯一或过多', oldestFirst: '只按到期先后核销', nothingOpen: '没有未清应收，留作预收', nearReceipt: '与已登记的收款相近，可能重复',
  },
  field: {
    on: '日期', time: '时间', direction: '收支', amount: '金额', balance: '余额', counterparty: '对方户名', counterpartyAccount: '对方账号', memo: '附言', serial: '流水号', class: '类别', status: '状态', bankAccount: '账户', documentNumber: '单据', customer: '客户', row: '行',
    proposal: '建议客户', settles: '核销', basis: '依据', sureness: '把握', currency: '币种',
  },
  file: {
    drop: '把银行导出的对账单拖到这里，或按回车选择，可一次选几个',
    hint: '支持各家网银导出的 Excel、CSV、MT940、CAMT、OFX，以及支付宝、微信的 .zip（可带密码）。程序按词语认列，按账号找到账户；导入过的流水会认出来，不会重复。',
    add: '再加文件', remove: '移除', files: '文件', account: '账户', chooseAccount: '选择账户', unknownNumber: '账套没有账号 {{number}}', noNumber: '文件没有写明账号，请选择账户', createAccount: '登记这个账户', askAdministrator: '请管理员在“设置”中登记这个账户',
    how: { file: '按文件中的账号', name: '按文件名中的账号', asked: '由您选定', none: '未识别' },
    lines: '流水', newLines: '新流水', duplicates: '已导入过', skipped: '跳过', received: '收入合计', paid: '支出合计', period: '期间', opening: '期初余额', closing: '期末余额',
    chainWhole: '余额逐笔相符，没有缺漏', chainNone: '文件没有余额，无法核对缺漏', chainBroken: '余额在 {{count}} 处不连续，可能缺少流水：', chainBreak: '第 {{row}} 行（{{day}}）应为 {{expected}}，文件为 {{found}}',
    notes: { cardNumber: '文件写的是卡号 {{number}}，请核对是否所选账户的卡', directionsTurned: '按余额判断，文件的借贷方向与本单位相反，已换过来', totalsDiffer: '文件写明的{{side}}合计 {{stated}} 与各行之和 {{read}} 不符，可能缺少流水' },
    checkView: '列对应', preview: '流水预览', previewFirst: '前 {{count}} 行', state: '状态', states: { new: '新', perhaps: '疑似重复', duplicate: '已导入过', problem: '有问题', skipped: '跳过' },
    nothingNew: '没有要导入的新流水', ready: '没有问题，可以导入', reading: '正在读取…', start: '导入 {{count}} 笔新流水', startNone: '导入', notReady: '先解决标出的问题', done: '已导入', noneLeft: '没有可导入的文件',
    cancelled: '已取消，这个文件没有写入', failed: '有问题，没有写入', stage: { reading: '读取文件', checking: '检查', writing: '写入账套' }, progress: '{{file}}：{{stage}} {{done}} / {{of}}', current: '正在查看 {{file}}',
  },
  done: {
    title: '已导入 {{count}} 笔流水', nothing: '没有新流水', facts: '收款待匹配 {{open}} 笔', duplicates: '已导入过 {{count}} 笔', match: '开始匹配', again: '继续导入', statements: '对账单列表',
  },
  tabs: { open: '待匹配', perhaps: '疑似重复', kept: '待确认款', others: '付款与其他', done: '已入账', all: '全部' },
  lines: {
    allAccounts: '全部账户', account: '账户', search: '对方户名、附言、流水号', accept: '入账', acceptSure: '有把握的全部入账', keep: '记入待确认款', classify: '改类别', import: '导入对账单', learnt: '已学习的付款方', claim: '认领', unlink: '取消勾对', refund: '登记退款', showAll: '全部',
    count: '{{count}} 笔', sums: '{{count}} 笔 {{amount}}',
    emptyTitle: '没有待匹配的收款', emptyText: '导入银行对账单后，客户的每一笔回款会列在这里，并建议记到哪位客户、核销哪些应收。',
    keptTitle: '没有待确认款', keptText: '付款方不明的回款记入待确认款后列在这里；弄清是谁的钱后，按 Enter 认领。',
    othersTitle: '没有其他流水', othersText: '付款、手续费、利息和内部转账只记流水，用于余额调节表。', doneTitle: '还没有入账的流水', allTitle: '还没有导入对账单', allText: '从网银导出明细，拖进“导入对账单”即可。',
    keys: '空格 按建议入账 · Enter 查看并修改 · Alt+K 待确认款 · Alt+T 改类别', keysKept: 'Enter 认领', keysLines: 'Enter 打开单据 · Alt+T 改类别',
    accepted: '已入账：{{number}}　{{customer}}　{{amount}}', linked: '已勾对：{{number}}　{{amount}}', kept: '已记入待确认款：{{number}}　{{amount}}', claimed: '已认领：{{number}}　{{customer}}　{{amount}}', classified: '已改为{{name}}', unlinked: '已取消勾对', refunded: '已登记退款：{{number}}　{{amount}}',
    nothingProposed: '这一笔没有建议：按 Enter 选择客户，或按 Alt+K 记入待确认款', linkedTo: '勾对 {{number}}', advance: '预收 {{amount}}', moreItems: '等 {{count}} 项', separator: '、',
    openReceipt: '打开', noDocument: '这一笔没有单据',
  },
  twins: {
    title: '疑似同一笔', this: '这一笔', other: '账套中已有的一笔', same: '是同一笔', another: '是另一笔', saidSame: '已判为同一笔，不再计入：{{amount}}', saidAnother: '已判为另一笔：{{amount}}', keys: 'Alt+S 是同一笔，不再计 · Alt+V 是另一笔，照常处理',
    emptyTitle: '没有疑似重复的流水', emptyText: '同一笔钱以另一种版式再次导入时（账号打星、户名截断、日期差一天、流水号不同），列在这里与原来的一笔对照，由您判断。判断之前不会入账。',
    found: '疑似重复', explain: '有 {{count}} 笔与已导入的流水很像（账号打星、户名截断、日期差一天或流水号不同），导入后列在“疑似重复”，由您判断是同一笔还是另一笔，判断之前不会入账。', pair: '第 {{row}} 行 ↔ {{day}} {{counterparty}} {{amount}}',
  },
  panel: {
    title: '这笔流水', customer: '客户', others: '也可能是', pick: '按 Enter 输入客户，这里列出其未清应收', choose: '在上面选定一笔流水', next: '下一位 Alt+O',
    linkedReceipt: '收款单 {{number}} 已登记这笔钱，入账时只与它勾对，不会再记一笔。', linkedBill: '票据业务 {{number}} 已记这笔钱，入账时只与它勾对，不会再记一笔。', overrule: '如果不是，请选择客户另记一笔收款。', bookedOn: '记入 {{day}}', gaveUp: '组合过多，请核对', over: '核销合计超过了这笔金额', chooseFirst: '请先选择客户', reasonLabel: '认领说明', keys: 'Ctrl+Enter 入账并下一笔 · Esc 回到流水', keysClaim: 'Ctrl+Enter 认领 · Esc 回到流水',
  },
  sure: {
    title: '把有把握的 {{count}} 笔全部入账？', text: '共 {{amount}}。这些流水的付款方和核销都有唯一依据，将按建议登记收款并核销。请过目、不确定的不受影响。', confirm: '全部入账', progress: '已入账 {{done}} / {{of}} 笔', done: '已入账 {{count}} 笔，{{amount}}', stopped: '已停止：入账 {{count}} 笔，{{amount}}', none: '没有有把握的流水',
  },
  classify: { title: '改为哪一类？', text: '{{counterparty}}　{{amount}}', hint: '按数字键或用 ↑ ↓ 选择' },
  refund: { title: '登记退款 {{amount}}', text: '{{counterparty}} {{day}}。将为客户登记一张退款单，并与这笔流水勾对。', customer: '客户', note: '说明', confirm: '登记退款' },
  statements: {
    emptyTitle: '还没有导入对账单', emptyText: '从网银导出明细，在“导入对账单”里拖进来。', file: '文件', bankAccount: '账户', firstOn: '从', lastOn: '到', lines: '流水', duplicates: '重复', open: '待处理', opening: '期初余额', closing: '期末余额', importedAt: '导入时间', importedBy: '导入人', search: '文件名',
  },
  learnt: {
    key: '户名 / 账号', kind: '按', kinds: { name: '户名', account: '账号' }, customer: '客户', customerCode: '客户编码', at: '学习时间', by: '确认人', search: '户名、账号、客户', forget: '忘记', forgetTitle: '忘记“{{key}}”？', forgetText: '以后这个付款方的流水不再自动认作{{customer}}。已入账的收款不变。', forgotten: '已忘记“{{key}}”',
    several: '多个客户（不再据以识别）', emptyTitle: '还没有学习过付款方', emptyText: '人工选定客户入账后，程序记住付款的户名和账号，下次自动认出。',
  },
  reconcile: {
    account: '账户', asOf: '截止日期', statementBalance: '对账单余额', by: { file: '按导入的流水', sum: '按期初与流水推算', entered: '人工填写', none: '未填' }, enterBalance: '对账单没有余额，请填写', save: '保存', print: '打印', savedList: '历次调节表', new: '重新编制', opening: '期初余额',
    bookSide: '企业银行存款账面', bankSide: '银行对账单', balance: '余额', bankReceived: '加：银行已收，企业未收', bankPaid: '减：银行已付，企业未付', bookReceived: '加：企业已收，银行未收', bookPaid: '减：企业已付，银行未付', adjusted: '调节后余额', difference: '差额', reconciled: '两边相符', notReconciled: '两边不符，请逐笔核对', none: '无',
    date: '日期', text: '摘要', amount: '金额', gaps: '余额在 {{count}} 处不连续，可能缺少流水：', gap: '{{day}} 应为 {{expected}}，对账单为 {{found}}', openingMissing: '还没有登记这个账户的期初余额，账面余额只含已登记的收付。', setOpening: '登记期初余额', openingTitle: '{{account}} 的期初余额', openingOn: '截至日期', openingAmount: '余额', openingHint: '这一天终了时账户上的金额；账面从次日起计算', openingFact: '期初 {{day}}　{{amount}}',
    saved: '已保存 {{day}} 的余额调节表', savedOn: '保存于 {{at}}，{{by}}', saveFirst: '打印前先保存', keys: '↑ ↓ 换行 · Enter 打开', noAccount: '还没有银行账户', noAccountText: '先在“设置”里登记本公司的银行账户，再导入对账单。', listEmpty: '还没有保存过余额调节表', madeAt: '保存时间', madeBy: '编制人', printStarted: '已送打印', isSaved: '已存的调节表',
  },
}
