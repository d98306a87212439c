import type { ledgers as zhCN } from '../zh-CN/ledgers.ts'

export const ledgers = {
  title: 'Ledgers',
} satisfies typeof zhCN
