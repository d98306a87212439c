export default function WriteOffEntry() {
  return null
}
