/** 待确认款: the customer on whom money of an unknown payer is kept until somebody claims it (rules: Receipts and allocation). */
export const UNIDENTIFIED = { code: '待确认', name: '待确认款' }
