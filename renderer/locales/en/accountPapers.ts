export const accountPapers = {
  title: 'Statements and confirmations',
  runTitle: 'Issue in a batch',
}
