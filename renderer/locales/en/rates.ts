export const rates = {
  title: 'Exchange rates',
}
