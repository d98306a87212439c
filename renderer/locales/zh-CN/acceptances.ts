export const acceptances = {
  title: '承兑汇票',
  entryTitle: '登记汇票',
  calendarTitle: '票据到期日历',
}
