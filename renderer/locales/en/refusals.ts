import type { refusals as zhCN } from '../zh-CN/refusals.ts'

export const refusals = {
  invalid: 'Not valid',
  notFound: 'This record cannot be found',
} satisfies typeof zhCN
