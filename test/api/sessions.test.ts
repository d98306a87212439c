import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, call, codeOf, NAMES, PASSWORD, router, TestOffice } from '../support/offices.ts'

let made: TestOffice
afterEach(() => made.close())

describe('an office of one person', () => {
  beforeEach(async () => {
    made = await TestOffice.single()
  })

  it('needs no sign-in and cannot be locked', async () => {
    const context = made.stranger()
    const status = await call(router.ledgers.status, undefined, { context })
    expect([status.user?.name, status.signInNeeded, status.permissions.includes('users.manage')]).toEqual([NAMES.administrator, false, true])
    expect(await call(router.users.lock, undefined, { context })).toEqual({ locked: false })
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('ok')
  })

  it('needs one as soon as a second person has a password', async () => {
    const context = made.stranger()
    await call(router.users.save, { name: '业务员无密码', role: 'salesperson' }, { context })
    expect((await call(router.ledgers.status, undefined, { context: made.stranger() })).signInNeeded).toBe(false)
    await call(router.users.save, { name: '会计', role: 'clerk', password: PASSWORD }, { context })
    expect((await call(router.ledgers.status, undefined, { context: made.stranger() })).signInNeeded).toBe(true)
    expect(await codeOf(call(router.customers.list, {}, { context: made.stranger() }))).toBe('UNAUTHORIZED')
    // Who added the second person goes on working.
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('ok')
  })

  it('keeps an administrator', async () => {
    const context = made.stranger()
    expect(await answerOf(call(router.users.save, { id: 1, version: 1, name: NAMES.administrator, role: 'clerk' }, { context }))).toMatchObject({ code: 'REFUSED', data: { reason: 'lastAdministrator', field: 'role' } })
    expect(await answerOf(call(router.users.save, { name: NAMES.administrator, role: 'clerk' }, { context }))).toMatchObject({ data: { reason: 'nameTaken', field: 'name' } })
  })
})

describe('an office of several', () => {
  beforeEach(async () => {
    made = await TestOffice.full()
  })

  it('signs in by name and password, and out again', async () => {
    const context = made.stranger()
    const { user } = await call(router.users.signIn, { name: NAMES.clerk, password: PASSWORD }, { context })
    expect(user.role).toBe('clerk')
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('ok')
    await call(router.users.signOut, undefined, { context })
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('UNAUTHORIZED')
  })

  it('never answers a password or its hash', async () => {
    const context = made.as('administrator')
    expect(JSON.stringify([await call(router.users.list, undefined, { context }), await call(router.users.get, { id: 1 }, { context }), await call(router.ledgers.status, undefined, { context })])).not.toContain('scrypt')
  })

  it('refuses a wrong password, then every attempt for half a minute', async () => {
    const context = made.stranger()
    const attempt = (password: string) => answerOf(call(router.users.signIn, { name: NAMES.clerk, password }, { context }))
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt('wrong')).toMatchObject({ code: 'REFUSED', status: 422, data: { reason: 'wrongPassword', field: 'password' } })
    expect(await attempt(PASSWORD)).toMatchObject({ data: { reason: 'tooManyAttempts' } })
    made.now = new Date(made.now.getTime() + 30_001)
    expect(await attempt(PASSWORD)).toMatchObject({ ok: { user: { name: NAMES.clerk } } })
  })

  it('answers alike for a name that does not exist', async () => {
    expect(await answerOf(call(router.users.signIn, { name: '没有此人', password: PASSWORD }, { context: made.stranger() }))).toMatchObject({ data: { reason: 'wrongPassword' } })
  })

  it('locks and unlocks with the own password', async () => {
    const context = made.as('clerk')
    expect(await call(router.users.lock, undefined, { context })).toEqual({ locked: true })
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('LOCKED')
    expect(await answerOf(call(router.users.unlock, { password: 'wrong' }, { context }))).toMatchObject({ data: { reason: 'wrongPassword' } })
    expect(await call(router.users.unlock, { password: PASSWORD }, { context })).toEqual({ locked: false })
    expect(await codeOf(call(router.customers.list, {}, { context }))).toBe('ok')
  })

  it('changes the own password, and only with the present one', async () => {
    const context = made.as('clerk')
    expect(await answerOf(call(router.users.changePassword, { current: 'wrong', next: 'huikuan-2' }, { context }))).toMatchObject({ data: { reason: 'wrongPassword' } })
    await call(router.users.changePassword, { current: PASSWORD, next: 'huikuan-2' }, { context })
    expect(await codeOf(call(router.users.signIn, { name: NAMES.clerk, password: 'huikuan-2' }, { context: made.stranger() }))).toBe('ok')
    expect((await call(router.ledgers.check, undefined, { context: made.as('clerk') })).findings).toEqual([])
  })

  it('shuts out somebody who was set inactive', async () => {
    await call(router.users.save, { id: made.idOf('clerk'), version: (await call(router.users.get, { id: made.idOf('clerk') }, { context: made.as('administrator') })).version, name: NAMES.clerk, role: 'clerk', active: false }, { context: made.as('administrator') })
    expect(await codeOf(call(router.customers.list, {}, { context: made.as('clerk') }))).toBe('UNAUTHORIZED')
    expect(await codeOf(call(router.users.signIn, { name: NAMES.clerk, password: PASSWORD }, { context: made.stranger() }))).toBe('REFUSED')
  })
})
