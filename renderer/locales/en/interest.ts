import type { interest as zhCN } from '../zh-CN/interest.ts'

export const interest: typeof zhCN = {
  title: 'Late interest',
  notesTitle: 'Interest notes',
}
