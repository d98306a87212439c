export const vouchers = {
  title: 'Receipt vouchers',
}
