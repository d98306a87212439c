export const bank = {
  importTitle: '导入对账单',
  linesTitle: '银行流水匹配',
  statementsTitle: '对账单',
  learntTitle: '已学习的付款方',
  reconciliationTitle: '余额调节表',
}
