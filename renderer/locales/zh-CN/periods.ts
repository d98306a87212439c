export const periods = {
  title: '月末结账',
  totalsTitle: '应收总控',
}
