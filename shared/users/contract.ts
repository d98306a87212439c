import { z } from 'zod'
import { procedure, refuses, zId } from '../procedure.ts'
import { credentials, signedIn, userInput, userRow } from './schemas.ts'

export const users = {
  signIn: procedure('open').route({ method: 'POST', path: '/sessions', summary: '登录 Sign in' })
    .errors(refuses('wrongPassword', 'tooManyAttempts')).input(credentials).output(signedIn),
  signOut: procedure('open').route({ method: 'DELETE', path: '/sessions/current', summary: '退出登录 Sign out' }).output(z.object({ done: z.boolean() })),
  lock: procedure('open').route({ method: 'POST', path: '/sessions/current/lock', summary: '锁定 Lock' }).output(z.object({ locked: z.boolean() })),
  unlock: procedure('open').route({ method: 'POST', path: '/sessions/current/unlock', summary: '解锁 Unlock' })
    .errors(refuses('wrongPassword', 'tooManyAttempts')).input(z.object({ password: z.string().max(200) })).output(z.object({ locked: z.boolean() })),
  list: procedure('member').route({ method: 'GET', path: '/users', summary: '用户与业务员 Users and salespeople' }).output(z.array(userRow)),
  save: procedure('users.manage').route({ method: 'POST', path: '/users', summary: '新增或修改用户 Create or change a user' })
    .errors(refuses('notFound', 'changedElsewhere', 'nameTaken', 'lastAdministrator')).input(userInput).output(userRow),
  changePassword: procedure('member').route({ method: 'POST', path: '/users/me/password', summary: '修改自己的密码 Change the own password' })
    .errors(refuses('wrongPassword')).input(z.object({ current: z.string().max(200), next: z.string().min(6).max(200) })).output(userRow),
  get: procedure('member').route({ method: 'GET', path: '/users/{id}', summary: '用户 User' }).input(z.object({ id: zId })).output(userRow),
}
