export default function NotePage() {
  return null
}
