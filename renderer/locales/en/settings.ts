import type { settings as zhCN } from '../zh-CN/settings.ts'

export const settings = {
  title: 'Settings',
} satisfies typeof zhCN
