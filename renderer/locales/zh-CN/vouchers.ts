export const vouchers = {
  title: '收款收据',
  field: {
    number: '收据编号', issuedOn: '开具日期', customer: '客户', customerCode: '客户编码', amount: '金额', receiptNumber: '收款单', status: '状态', prints: '打印次数', lastPrintedAt: '最近打印',
    issuedBy: '经手人', currency: '币种', purpose: '收款事由',
  },
  status: { valid: '有效', void: '作废' },
  issue: {
    action: '开收据', open: '收据 {{number}}', titleOne: '为 {{number}} 开收款收据？', title: '为所选 {{count}} 张收款单开收款收据？', text: '收据开出后即编号存档，内容不再更改；一笔收款只开一张，收款红冲后收据随之作废。',
    button: '开收据', done: '已开 {{count}} 张收据：{{first}} 至 {{last}}', doneOne: '已开收据 {{number}}', none: '没有开出收据', next: '接着可以打印，或到“收款收据”查看。', leftOut: '{{count}} 张未开：', chosen: '已选 {{count}} 张',
  },
  leftOut: { alreadyIssued: '已开过收据', alreadyReversed: '收款已红冲', reversalDocument: '红冲单不开收据' },
  list: {
    print: '打印所选', receipts: '收款单', search: '收据编号、客户、收款单号', emptyTitle: '还没有开过收据', emptyText: '在收款单列表勾选收款单，或打开一张收款单，按“开收据”。一页 A4 打印三联：存根联、收据联、记账联。',
  },
  view: { receipt: '打开收款单', void: '收款单 {{number}} 已红冲，本收据作废' },
}
