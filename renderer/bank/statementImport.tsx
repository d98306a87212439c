export default function StatementImport() {
  return null
}
