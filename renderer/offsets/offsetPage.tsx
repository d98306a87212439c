export default function OffsetPage() {
  return null
}
