export const shell = {
  home: { title: '流程导航' },
}
