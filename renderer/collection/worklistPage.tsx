export default function WorklistPage() {
  return null
}
