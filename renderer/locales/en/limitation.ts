import type { limitation as zhCN } from '../zh-CN/limitation.ts'

export const limitation: typeof zhCN = {
  title: 'Limitation',
  lawsuitsTitle: 'Lawsuits',
}
