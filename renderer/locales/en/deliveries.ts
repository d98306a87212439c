import type { deliveries as zhCN } from '../zh-CN/deliveries.ts'

export const deliveries: typeof zhCN = {
  title: 'Deliveries',
}
