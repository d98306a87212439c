export default function AcceptancePage() {
  return null
}
