import type { invoices as zhCN } from '../zh-CN/invoices.ts'

export const invoices = {
  title: 'Receivables',
} satisfies typeof zhCN
