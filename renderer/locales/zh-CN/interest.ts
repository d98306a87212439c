export const interest = {
  title: '逾期利息',
}
