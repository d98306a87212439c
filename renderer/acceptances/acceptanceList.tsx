export default function AcceptanceList() {
  return null
}
