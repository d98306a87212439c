export default function RefundList() {
  return null
}
