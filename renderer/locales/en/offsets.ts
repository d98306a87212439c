export const offsets = {
  title: 'Offsets',
  entryTitle: 'New offset',
}
