export default function StatementList() {
  return null
}
