/** The words of the 备查簿, on paper and in the workbook. */
export const BOOK_TEXTS = {
  'zh-CN': {
    title: '应收票据备查簿', company: '编制单位', period: '期间', unit: '单位：元', none: '本期没有汇票', sum: '合计', count: '共 {n} 张',
    number: '编号', kind: '种类', kinds: { bank: '银承', commercial: '商承' }, bill: '票据号码', range: '子票区间', issued: '出票日', due: '到期日', amount: '票面金额', currency: '币种',
    drawer: '出票人', acceptor: '承兑人', priorHand: '前手（背书人）', customer: '交票客户', receipt: '收款单', received: '收票日',
    day: '日', endorsed: '背书', endorsee: '被背书人', discounted: '贴现', rate: '贴现率', interest: '贴现息', net: '贴现净额', collected: '收款', collectedAmount: '收回金额', refused: '拒付', reason: '拒付理由', status: '期末状态',
    statuses: { held: '在手', split: '已拆分', endorsed: '已背书', discounted: '已贴现', presented: '托收中', collected: '已收款', dishonoured: '拒付', settled: '到期结清', returned: '退票作废' },
    passed: '转让或贴现', end: '收款或退票',
    note: '期末状态为期间最后一天的状态；已拆分的汇票由其各份列示，不计入合计。贴现率按实际天数、一年 360 天折算。',
  },
  en: {
    title: 'Book of acceptances', company: 'Company', period: 'Period', unit: '', none: 'No bills in this period', sum: 'Total', count: '{n} bills',
    number: 'Number', kind: 'Kind', kinds: { bank: 'Bank', commercial: 'Commercial' }, bill: 'Bill number', range: 'Sub-range', issued: 'Issued', due: 'Due', amount: 'Face amount', currency: 'Currency',
    drawer: 'Drawer', acceptor: 'Acceptor', priorHand: 'Prior hand', customer: 'Customer', receipt: 'Receipt', received: 'Received',
    day: ' on', endorsed: 'Endorsed', endorsee: 'Endorsee', discounted: 'Discounted', rate: 'Rate', interest: 'Interest', net: 'Net', collected: 'Collected', collectedAmount: 'Collected amount', refused: 'Refused', reason: 'Reason', status: 'Status at end',
    statuses: { held: 'In hand', split: 'Split', endorsed: 'Endorsed', discounted: 'Discounted', presented: 'Presented', collected: 'Collected', dishonoured: 'Dishonoured', settled: 'Settled', returned: 'Returned/void' },
    passed: 'Passed on', end: 'Collected or refused',
    note: 'The status is that of the last day of the period. A bill that was split is shown by its parts and is not in the total. Rates by actual days over 360.',
  },
} as const
export type BookLanguage = keyof typeof BOOK_TEXTS
