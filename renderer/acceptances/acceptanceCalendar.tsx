export default function AcceptanceCalendar() {
  return null
}
