import { z } from 'zod'
import { zMonth } from '../day.ts'
import { zKnownCurrency, zName, zShort } from '../procedure.ts'
import { zStandard } from '../settings/schemas.ts'
import { userRow } from '../users/schemas.ts'

export const ledgerEntry = z.object({ location: z.string(), name: z.string(), openedAt: z.string() })

export const ledgerInput = z.object({
  location: z.string().max(500).optional().meta({ description: '文件路径；空则放在默认文件夹' }),
  name: zName, taxNumber: zShort, bankName: zShort, bankAccount: zShort, address: zShort, contact: zShort, phone: zShort,
  standard: zStandard.default('small'), currency: zKnownCurrency.default('CNY'), firstPeriod: zMonth,
  administrator: zName.default('系统管理员'),
  password: z.string().min(6).max(200),
})
export type LedgerInput = z.output<typeof ledgerInput>

export const ledgerStatus = z.object({
  version: z.string(),
  ledger: z.object({
    location: z.string(), engine: z.enum(['sqlite', 'postgres']), company: z.string(), period: z.string(), demo: z.boolean(), currency: z.string(),
  }).nullable(),
  user: userRow.nullable(),
  permissions: z.array(z.string()),
  signInNeeded: z.boolean(), locked: z.boolean(), lockAfterMinutes: z.int(),
  recent: z.array(ledgerEntry), folder: z.string(),
  fixed: z.boolean().meta({ description: '无界面服务只服务一个账套，不能切换' }),
  printing: z.enum(['native', 'browser']),
  http: z.string().nullable().meta({ description: '本机接口地址，未开启为空' }),
})
export type LedgerStatus = z.infer<typeof ledgerStatus>

export const finding = z.object({
  kind: z.enum(['file', 'row', 'chain', 'invariant', 'trigger']),
  code: z.string(), table: z.string(), id: z.int().nullable(),
  document: z.string().meta({ description: '单据类型与编号，如 收款单 SK-202607-0001' }),
  text: z.string(),
})
export type Finding = z.infer<typeof finding>
export const checkReport = z.object({ ok: z.boolean(), findings: z.array(finding), rows: z.int(), entries: z.int() })
export type CheckReport = z.infer<typeof checkReport>
