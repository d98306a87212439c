export const deliveries = {
  title: '送达记录',
  kind: { reminder: '付款提醒', demand: '催款函', secondDemand: '再次催款', finalNotice: '最后通知', statement: '对账单', confirmation: '询证函' },
  way: { courier: '快递', registered: '挂号信', hand: '当面', email: '邮件', other: '其他' },
  outcome: { arrived: '已签收', returned: '退回', slip: '收到回执' },
  state: { all: '全部', sent: '在途', arrived: '已签收', returned: '退回', slip: '已收回执', waiting: '久无结果' },
  field: {
    number: '编号', kind: '种类', customerName: '客户', customerCode: '客户编码', on: '发出日期', way: '方式', tracking: '单号', recipient: '收件人', state: '送达状态', outcomeOn: '结果日期', signedBy: '签收人',
    daysWaiting: '在途天数', files: '附件', note: '备注', postedBy: '登记人', postedAt: '登记时间',
  },
  list: {
    open: '查看', waitingDays: '发出后超过', days: '天仍无结果', search: '客户、编号、快递单号', empty: '还没有送达记录', emptyTab: '没有这样的送达',
    emptyText: '函件寄出后在“已发信函”中按 Alt+D 登记快递单号；签收、退回、收到盖章回执后在这里登记，作为诉讼时效中断的凭据。', letters: '打开已发信函',
  },
  send: {
    button: '登记送达', title: '登记送达：{{count}} 份', titleOne: '登记送达：{{number}}', text: '{{numbers}} 一次寄出，单号相同', tracking: '快递或挂号单号', recipientHint: '收件人姓名', done: '已登记 {{count}} 份的送达', pick: '先勾选要登记的函件',
  },
  result: { button: '登记结果', title: '{{number}} 的送达结果', text: '{{customer}} · {{on}} {{way}} {{tracking}}', outcome: '结果', on: '日期', signedBy: '签收人', signedByHint: '前台、收发室、本人', note: '说明', done: '已登记 {{number}} 的结果' },
  view: {
    title: '{{number}} 的送达', outcomes: '结果', none: '还没有结果', files: '回执与凭证', noFiles: '还没有附件；盖章回执扫描后传到这里', attach: '上传扫描件', attachHint: 'PDF、PNG、JPEG，不超过 5 MB', attached: '已保存 {{name}}',
    undo: '撤销', undoTitle: '撤销“{{outcome}}”？', undoText: '撤销后原记录仍保留，只是不再算数。', undone: '已撤销', undoes: '撤销上一条', save: '下载 {{name}}', document: '打开函件',
  },
  paper: { title: '送达', never: '未登记送达', failed: '邮件 {{to}} 未成功：{{answer}}', record: '{{on}} {{way}} {{tracking}}' },
  paste: {
    button: '粘贴单号', title: '粘贴快递单号', text: '每行一份：函件编号、快递单号，中间用制表符、逗号或空格隔开；可从 Excel 直接粘贴两列。', area: '编号与单号', way: '方式', on: '发出日期', count: '共 {{count}} 行', done: '已登记 {{count}} 份的单号',
    problems: '{{count}} 行有问题，全部未登记；改正后再登记', row: '第 {{row}} 行', record: '全部登记',
    problem: {
      numberMissing: '没有编号', trackingMissing: '没有单号', trackingUnreadable: '单号“{{tracking}}”不像单号', numberTwice: '编号 {{number}} 出现两次', trackingTwice: '单号 {{tracking}} 出现两次', unknownPaper: '没有编号为 {{number}} 的函件',
      letterVoided: '{{number}} 已作废', beforeDocument: '{{number}} 的日期晚于发出日期', alreadyRecorded: '{{number}} 已登记过这个单号',
    },
  },
  batch: {
    export: '导出 PDF', title: '导出 {{count}} 份 PDF', printTitle: '打印 {{count}} 份', grouping: '文件', together: '每 100 份一个文件', perCustomer: '每位客户一个文件', folder: '选择文件夹并导出', zip: '下载压缩包', print: '开始打印', toolbar: '打印',
    zipText: '在浏览器中合成一个压缩包下载，一次最多 {{most}} 份；更多请在桌面程序中导出到文件夹。', folderText: '导出到所选文件夹；中途取消时，已写好的文件都是完整的。', printText: '每 100 份送一次打印；可以在两批之间取消。',
    progress: '{{done}} / {{total}}　{{file}}', done: '已导出 {{papers}} 份到 {{folder}}', zipped: '已导出 {{papers}} 份', printed: '已送打印 {{done}} 份', stopped: '已取消，完成的 {{done}} 份都是完整的', all: '列表中全部 {{count}} 份',
  },
  mail: {
    button: '邮件发送', title: '邮件发送 {{count}} 份', notReady: '还没有设置发信服务器，请负责人在“账套设置”页填写', from: '发件人 {{from}}', subject: '主题：{{subject}}', to: '收件邮箱', state: '状态', send: '发送', again: '重发未成功的', progress: '已发 {{done}} / {{total}}',
    source: { contact: '客户联系人', earlier: '上次用过', '': '请填写' }, mailed: '{{at}} 已发过', sent: '已发出', badAddress: '邮箱格式不对', nothing: '没有填写邮箱的函件', done: '已发出 {{sent}} 份', failed: '已发出 {{sent}} 份，{{failed}} 份未成功', stopped: '已取消，其余未发',
    reason: {
      noAddress: '没有邮箱', connection: '连不上服务器', tls: '加密或证书不对', auth: '用户名或密码不对', recipient: '收件人被拒', timeout: '服务器没有应答，请先核对是否已发', rejected: '服务器拒收', interrupted: '上次中断，请核对是否已发', notTried: '服务器不通，未发',
    },
  },
  settings: {
    title: '邮件发送（SMTP）', text: '用公司邮箱发送催款函和对账单，PDF 作为附件。密码只存在这台电脑，不进账套。', host: '服务器', hostHint: '如 smtp.exmail.qq.com', port: '端口', security: '加密', tls: 'SSL/TLS（465）', starttls: 'STARTTLS（587）', none: '不加密（25）',
    noneHint: '密码与内容以明文传送，只用于本单位内的服务器', user: '登录名', password: '密码或授权码', passwordSet: '已保存，不改请留空', passwordUnset: '未保存', fromAddress: '发件邮箱', fromName: '发件人名称', fromNameHint: '空则用公司名称', replyTo: '回复到', replyToHint: '空则回复到发件邮箱',
    letter: '催款函', accountPaper: '对账单、询证函', subject: '主题', body: '正文', names: '可用的名称', save: '保存发信设置', saved: '已保存发信设置', test: '发测试邮件', testTo: '收件邮箱', testSent: '服务器已接收：{{answer}}', testFailed: '{{reason}}：{{answer}}', forget: '删除密码', saveFirst: '先保存再测试',
  },
}
