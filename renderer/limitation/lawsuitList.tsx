export default function LawsuitList() {
  return null
}
