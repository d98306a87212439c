export const periods = {
  title: 'Month end',
  totalsTitle: 'Control totals',
}
