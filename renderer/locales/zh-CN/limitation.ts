export const limitation = {
  title: '诉讼时效',
  lawsuitsTitle: '诉讼案件',
}
