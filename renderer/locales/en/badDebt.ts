export const badDebt = {
  title: 'Bad debt allowance',
  writeOffsTitle: 'Write-offs',
  entryTitle: 'Ask for a write-off',
}
