import type { customers as zhCN } from '../zh-CN/customers.ts'

export const customers = {
  title: 'Customers',
} satisfies typeof zhCN
