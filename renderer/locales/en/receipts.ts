import type { receipts as zhCN } from '../zh-CN/receipts.ts'

export const receipts = {
  title: 'Receipts',
} satisfies typeof zhCN
