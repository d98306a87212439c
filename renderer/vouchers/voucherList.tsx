export default function VoucherList() {
  return null
}
