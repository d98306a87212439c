export const acceptances = {
  title: 'Acceptances',
  entryTitle: 'Register acceptances',
  calendarTitle: 'Due days of acceptances',
}
