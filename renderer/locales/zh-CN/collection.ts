export const collection = {
  title: '催收工作台',
  promisesTitle: '付款承诺',
  disputesTitle: '争议',
}
