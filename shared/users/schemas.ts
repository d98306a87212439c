import { z } from 'zod'
import { zId, zName, zShort, zVersion } from '../procedure.ts'

export const ROLES = ['administrator', 'owner', 'clerk', 'salesperson'] as const
export const zRole = z.enum(ROLES)
export type Role = z.infer<typeof zRole>

export const userRow = z.object({
  id: zId, name: z.string(), role: zRole, department: z.string(), active: z.boolean(),
  canSignIn: z.boolean().meta({ description: '是否设有密码' }), version: z.int(),
})
export type UserRow = z.infer<typeof userRow>

/** A user without a password cannot sign in: a salesperson who only stands on customers. */
export const userInput = z.object({
  id: zId.optional(), version: zVersion, name: zName, role: zRole, department: zShort, active: z.boolean().default(true),
  password: z.string().min(6).max(200).optional(),
})
export const credentials = z.object({ name: zName, password: z.string().max(200) })
export const signedIn = z.object({
  user: userRow,
  token: z.string().meta({ description: 'HTTP 会话令牌；桌面端为空' }),
})
