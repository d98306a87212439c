export default function PeriodsPage() {
  return null
}
