export default function AcceptanceEntry() {
  return null
}
