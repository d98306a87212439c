export const collection = {
  title: 'Collection worklist',
  promisesTitle: 'Promises',
  disputesTitle: 'Disputes',
}
