export const limitation = {
  title: 'Limitation periods',
  lawsuitsTitle: 'Lawsuits',
}
