/** The menu bar. It shows the keys but leaves them to the page, which knows what they mean where the cursor stands. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { MENU_COMMANDS, type Language, type MenuCommand } from '../../shared/host.ts'

type Words = readonly [chinese: string, english: string]

const COMMAND_WORDS: Record<MenuCommand, Words> = {
  home: ['首页', 'Home'],
  search: ['搜索…', 'Search…'],
  newLedger: ['新建账套…', 'New ledger…'],
  openLedger: ['打开账套…', 'Open ledger…'],
  import: ['导入…', 'Import…'],
  print: ['打印', 'Print'],
  newCustomer: ['新增客户', 'New customer'],
  newInvoice: ['新增应收单', 'New invoice'],
  newReceipt: ['新增收款单', 'New receipt'],
  customers: ['客户', 'Customers'],
  invoices: ['应收单', 'Invoices'],
  receipts: ['收款单', 'Receipts'],
  overdue: ['逾期总览', 'Overdue'],
  aging: ['账龄分析', 'Aging'],
  letters: ['催款函', 'Letters'],
  settings: ['设置', 'Settings'],
  users: ['用户', 'Users'],
  ledgerCheck: ['账套检查', 'Check the ledger'],
  lock: ['锁定', 'Lock'],
  languageChinese: ['中文', '中文'],
  languageEnglish: ['English', 'English'],
}

export function buildMenu(language: Language, send: (command: MenuCommand) => void): Menu {
  const say = (words: Words): string => words[language === 'en' ? 1 : 0]
  const item = (command: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = MENU_COMMANDS[command]
    return { label: say(COMMAND_WORDS[command]), click: () => send(command), ...(accelerator ? { accelerator, registerAccelerator: false } : {}) }
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, ...words: Words): MenuItemConstructorOptions => ({ role: name, label: say(words) })
  const developer: MenuItemConstructorOptions[] = app.isPackaged ? [] : [line, role('toggleDevTools', '开发者工具', 'Developer tools')]
  return Menu.buildFromTemplate([
    { label: say(['文件(&F)', '&File']), submenu: [item('newLedger'), item('openLedger'), line, item('import'), item('print'), line, item('lock'), role('quit', '退出', 'Quit')] },
    {
      label: say(['编辑(&E)', '&Edit']),
      submenu: [role('undo', '撤销', 'Undo'), role('redo', '重做', 'Redo'), line, role('cut', '剪切', 'Cut'), role('copy', '复制', 'Copy'), role('paste', '粘贴', 'Paste'), role('selectAll', '全选', 'Select all')],
    },
    { label: say(['业务(&B)', '&Business']), submenu: [item('newReceipt'), item('newInvoice'), item('newCustomer'), line, item('receipts'), item('invoices'), item('customers'), item('letters')] },
    { label: say(['报表(&R)', '&Reports']), submenu: [item('overdue'), item('aging')] },
    {
      label: say(['查看(&V)', '&View']),
      submenu: [item('home'), item('search'), line, role('zoomIn', '放大', 'Zoom in'), role('zoomOut', '缩小', 'Zoom out'), role('resetZoom', '实际大小', 'Actual size'), role('togglefullscreen', '全屏', 'Full screen'), ...developer],
    },
    { label: say(['系统(&S)', '&System']), submenu: [item('settings'), item('users'), item('ledgerCheck'), line, { label: '语言 / Language', submenu: [item('languageChinese'), item('languageEnglish')] }] },
  ])
}
