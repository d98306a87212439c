export default function LimitationPage() {
  return null
}
