export default function PaperRun() {
  return null
}
