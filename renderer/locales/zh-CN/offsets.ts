export const offsets = {
  title: '冲账单',
  entryTitle: '新增冲账',
}
