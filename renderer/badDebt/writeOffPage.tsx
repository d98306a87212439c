export default function WriteOffPage() {
  return null
}
