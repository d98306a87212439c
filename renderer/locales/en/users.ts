import type { users as zhCN } from '../zh-CN/users.ts'

export const users = {
  title: 'Users',
} satisfies typeof zhCN
