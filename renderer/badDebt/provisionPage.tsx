export default function ProvisionPage() {
  return null
}
