export default function VoucherPage() {
  return null
}
