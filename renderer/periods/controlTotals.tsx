export default function ControlTotals() {
  return null
}
