export default function DeliveryList() {
  return null
}
