export const templates = {
  title: '函件模板',
}
