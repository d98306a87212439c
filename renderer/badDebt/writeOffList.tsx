export default function WriteOffList() {
  return null
}
