export const interest = {
  title: 'Late interest',
}
