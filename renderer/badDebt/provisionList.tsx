export default function ProvisionList() {
  return null
}
