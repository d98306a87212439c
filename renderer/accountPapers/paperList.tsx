export default function PaperList() {
  return null
}
