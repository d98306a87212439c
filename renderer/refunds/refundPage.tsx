export default function RefundPage() {
  return null
}
