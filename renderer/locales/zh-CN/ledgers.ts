export const ledgers = {
  title: '账套',
}
