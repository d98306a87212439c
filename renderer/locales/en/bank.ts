export const bank = {
  importTitle: 'Import a bank statement',
  linesTitle: 'Match bank lines',
  statementsTitle: 'Bank statements',
  learntTitle: 'Learnt payers',
  reconciliationTitle: 'Bank reconciliation',
}
