import { z } from 'zod'
import { procedure, refuses } from '../procedure.ts'
import { checkReport, ledgerInput, ledgerStatus } from './schemas.ts'

const cannotOpen = ['fixedLedger', 'notALedger', 'newerVersion', 'damagedLedger', 'cannotOpen'] as const

export const ledgers = {
  status: procedure('open').route({ method: 'GET', path: '/status', summary: '状态 Status' }).output(ledgerStatus),
  create: procedure('open').route({ method: 'POST', path: '/ledgers', summary: '新建账套 Create a ledger' })
    .errors(refuses('fileExists', ...cannotOpen)).input(ledgerInput).output(ledgerStatus),
  createDemo: procedure('open').route({ method: 'POST', path: '/ledgers/demo', summary: '打开示例账套 Open the demonstration ledger' })
    .errors(refuses('fixedLedger', 'cannotOpen', 'demoFailed')).output(ledgerStatus),
  open: procedure('open').route({ method: 'POST', path: '/ledgers/open', summary: '打开账套 Open a ledger' })
    .errors(refuses(...cannotOpen)).input(z.object({ location: z.string().min(1).max(500) })).output(ledgerStatus),
  close: procedure('open').route({ method: 'POST', path: '/ledgers/close', summary: '关闭账套 Close the ledger' })
    .errors(refuses('fixedLedger')).output(ledgerStatus),
  chooseFile: procedure('open').route({ method: 'POST', path: '/ledgers/choose', summary: '用系统对话框选择账套文件（仅桌面端）' })
    .errors(refuses('desktopOnly')).input(z.object({ mode: z.enum(['open', 'create']), name: z.string().max(120).default('') })).output(z.object({ location: z.string().nullable() })),
  check: procedure('ledger.check').route({ method: 'POST', path: '/ledger/check', summary: '账套检查 Check the ledger' }).output(checkReport),
  backup: procedure('ledger.check').route({ method: 'POST', path: '/ledger/backup', summary: '备份账套 Back up the ledger' })
    .errors(refuses('sqliteOnly', 'cannotWrite')).output(z.object({ location: z.string(), bytes: z.int() })),
}
