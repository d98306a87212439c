export default function RunList() {
  return null
}
