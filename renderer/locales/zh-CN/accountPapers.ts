export const accountPapers = {
  title: '对账单与询证函',
  runTitle: '批量出具',
}
