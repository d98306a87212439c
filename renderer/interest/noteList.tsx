export default function NoteList() {
  return null
}
