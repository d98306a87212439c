export const limitation = {
  title: '诉讼时效',
  lawsuitsTitle: '案件',
}
