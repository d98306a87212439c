export default function LearntPayers() {
  return null
}
