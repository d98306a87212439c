export default function DisputeList() {
  return null
}
