export default function OffsetEntry() {
  return null
}
