export const refunds = {
  title: 'Refunds',
  entryTitle: 'New refund',
}
