export const badDebt = {
  title: '坏账准备',
  writeOffsTitle: '坏账核销',
  entryTitle: '申请核销坏账',
}
