export const deliveries = {
  title: '送达记录',
}
