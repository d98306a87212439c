export const rates = {
  title: '记账汇率',
}
