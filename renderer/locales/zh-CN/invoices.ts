export const invoices = {
  title: '应收单',
}
