export const vouchers = {
  title: '收款收据',
}
