export default function LawsuitPage() {
  return null
}
