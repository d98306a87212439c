export const interest = {
  title: '逾期利息',
  notesTitle: '利息单',
}
