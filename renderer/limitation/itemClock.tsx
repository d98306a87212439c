export default function ItemClock() {
  return null
}
