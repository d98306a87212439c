export default function OffsetList() {
  return null
}
