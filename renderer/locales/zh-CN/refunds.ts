export const refunds = {
  title: '退款单',
  entryTitle: '新增退款',
}
