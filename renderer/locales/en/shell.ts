import type { shell as zhCN } from '../zh-CN/shell.ts'

export const shell = {
  home: { title: 'Home' },
} satisfies typeof zhCN
