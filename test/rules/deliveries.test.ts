import { describe, expect, it } from 'vitest'
import { cleanName, freeName, rangeName } from '../../shared/deliveries/fileNames.ts'
import { fileTypeOf, paperStateOf, readTracking, stateOf, trackingProblems, whyNot } from '../../shared/deliveries/rules.ts'

describe('stateOf', () => {
  it.each([
    [[], 'sent'], [['arrived'], 'arrived'], [['returned'], 'returned'], [['arrived', 'slip'], 'slip'], [['slip', 'arrived'], 'slip'],
  ] as const)('%j is %s', (standing, state) => {
    expect(stateOf(standing)).toBe(state)
  })
})

describe('paperStateOf', () => {
  it.each([
    ['never sent', [], null], ['sent once', ['sent'], 'sent'], ['came back and was sent again', ['returned', 'sent'], 'sent'], ['arrived before it was sent again', ['arrived', 'sent'], 'arrived'],
    ['came back the second time', ['sent', 'returned'], 'returned'], ['one slip is enough', ['slip', 'returned', 'arrived'], 'slip'],
  ] as const)('%s', (_, states, state) => {
    expect(paperStateOf(states)).toBe(state)
  })
})

describe('whyNot', () => {
  it.each([
    ['arrived', [], null], ['arrived', ['slip'], null], ['slip', ['arrived'], null], ['returned', [], null],
    ['arrived', ['arrived'], 'outcomeTwice'], ['returned', ['returned'], 'outcomeTwice'], ['returned', ['arrived'], 'alreadyArrived'], ['returned', ['slip'], 'alreadyArrived'], ['slip', ['returned'], 'alreadyReturned'],
  ] as const)('%s after %j: %s', (outcome, standing, why) => {
    expect(whyNot(outcome, standing)).toBe(why)
  })
})

describe('a pasted list', () => {
  it('is read with tabs, commas of both kinds, spaces, and empty lines between', () => {
    expect(readTracking('CK-1\tSF1001\r\n\nCK-2, SF1002\nCK-3，SF1003\n CK-4   SF1004 \nCK-5')).toEqual([
      { number: 'CK-1', tracking: 'SF1001' }, { number: 'CK-2', tracking: 'SF1002' }, { number: 'CK-3', tracking: 'SF1003' }, { number: 'CK-4', tracking: 'SF1004' }, { number: 'CK-5', tracking: '' },
    ])
  })

  it.each([
    ['', 'SF1001', 'numberMissing'], ['CK-9', '', 'trackingMissing'], ['CK-9', 'SF1', 'trackingUnreadable'], ['CK-9', '=cmd|calc', 'trackingUnreadable'], ['ck-1', 'SF9999', 'numberTwice'], ['CK-9', 'sf1001', 'trackingTwice'], ['CK-9', 'SF9999', undefined],
  ])('%s with %s: %s', (number, tracking, reason) => {
    expect(trackingProblems([{ number: 'CK-1', tracking: 'SF1001' }, { number, tracking }]).map((problem) => [problem.row, problem.reason])).toEqual(reason ? [[2, reason]] : [])
  })
})

describe('fileTypeOf', () => {
  it.each([
    ['%PDF-1.4', 'application/pdf'], ['\u0089PNG\r\n\u001a\n', 'image/png'], ['ÿØÿà', 'image/jpeg'], ['<svg onload=', null], ['MZ', null], ['%PD', null], ['', null],
  ])('%j is %s', (text, type) => {
    expect(fileTypeOf(Uint8Array.from([...text], (character) => character.charCodeAt(0)))).toBe(type)
  })
})

describe('cleanName', () => {
  it.each([
    ['上海机械（集团）有限公司', '上海机械（集团）有限公司'], ['A/B\\C:D*E?F"G<H>I|J', 'A_B_C_D_E_F_G_H_I_J'], ['../../etc/passwd', '_.._etc_passwd'], ['.hidden', 'hidden'], ['名\r\n称\u0000\u202e', '名 称'],
    ['...', '催款函'], ['', '催款函'], ['CON', 'CON_'], ['con.pdf', 'con.pdf'], ['name. ', 'name'], ['很'.repeat(150), '很'.repeat(100)],
  ])('%j becomes %j', (text, name) => {
    expect(cleanName(text, '催款函')).toBe(name)
  })
})

it('numbers the names that are taken, and the files of a batch', () => {
  const taken = new Set(['催款函.pdf', '催款函 (2).pdf'])
  expect(freeName('催款函', '.pdf', (file) => taken.has(file))).toBe('催款函 (3).pdf')
  expect([rangeName('催款函', 1, 100, 250), rangeName('催款函', 4901, 5000, 5000)]).toEqual(['催款函 001-100', '催款函 4901-5000'])
})
