/** What a person is told when the demonstration ledger cannot be made, and what the log keeps of it. */
import { readdirSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'
import { answerOf, call, router, TestOffice } from '../support/offices.ts'

const FAULT = new Error('2026-11-30 receive: feeOverAmount', { cause: new Error('what it came from') })
vi.mock(import('../../db/ledgers/demo.ts'), () => ({ fillDemo: () => Promise.reject(FAULT) }))

const made = TestOffice.empty()
afterAll(() => made.close())

it('a demonstration that fails says what failed with its number in the log, and leaves no file', async () => {
  const answer = await answerOf(call(router.ledgers.createDemo, undefined, { context: made.stranger() }))
  expect(answer).toMatchObject({ code: 'REFUSED', data: { reason: 'demoFailed', params: { why: FAULT.message, number: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown } } })
  expect(made.logged).toEqual([FAULT])
  expect(readdirSync(made.folder).filter((file) => file.startsWith('示例'))).toEqual([])
})
