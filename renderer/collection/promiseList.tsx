export default function PromiseList() {
  return null
}
