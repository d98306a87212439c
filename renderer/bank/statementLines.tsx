export default function StatementLines() {
  return null
}
