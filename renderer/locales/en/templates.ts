import type { templates as zhCN } from '../zh-CN/templates.ts'

export const templates: typeof zhCN = {
  title: 'Letter templates',
}
