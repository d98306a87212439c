export default function RefundEntry() {
  return null
}
