import { describe, expect, it } from 'vitest'
import { readEnds } from '../../renderer/aging/readEnds.ts'
import { basisPoints, percent } from '../../renderer/overview/percent.ts'
import type { ImportDraft } from '../../renderer/integration/importDraft.ts'
import { withField, withPlace } from '../../renderer/ui/mapping.ts'

describe('readEnds', () => {
  it.each([['30,60,90', [30, 60, 90]], ['30， 60 /90', [30, 60, 90]], ['３０、６０', [30, 60]], ['7', [7]]])('reads %s', (text, ends) => {
    expect(readEnds(text)).toEqual({ ends })
  })
  it.each([
    ['', { problem: 'empty' }],
    [' , ', { problem: 'empty' }],
    ['30,x', { problem: 'notNumber', text: 'x' }],
    ['30,45.5', { problem: 'notNumber', text: '45.5' }],
    ['60,30', { problem: 'notRising', end: 30, before: 60 }],
    ['30,30', { problem: 'notRising', end: 30, before: 30 }],
    ['0,30', { problem: 'range' }],
    ['36501', { problem: 'range' }],
    ['1,2,3,4,5,6,7,8,9,10,11,12,13', { problem: 'tooMany' }],
  ])('says what is wrong with “%s”', (text, problem) => {
    expect(readEnds(text)).toEqual(problem)
  })
})

describe('withField', () => {
  it('moves a field to another column', () => expect(withField({ amount: 3, name: 1 }, 5, 'amount')).toEqual({ amount: 5, name: 1 }))
  it('gives a column another meaning', () => expect(withField({ amount: 3, name: 1 }, 3, 'open')).toEqual({ open: 3, name: 1 }))
  it('leaves a column out', () => expect(withField({ amount: 3, name: 1 }, 3, undefined)).toEqual({ name: 1 }))
})

describe('withPlace', () => {
  it('forgets the columns of another list and keeps the rest', () => {
    const file = new File([''], 'a.csv')
    expect(withPlace<ImportDraft>({ file, mapping: { amount: 3 }, createCustomers: true }, { headerRow: 4 })).toEqual({ file, createCustomers: true, headerRow: 4 })
  })
})

describe('percent', () => {
  it('shows one decimal', () => expect(percent(8490)).toBe('84.9%'))
  it('has no value of nothing', () => expect(percent(basisPoints(0, 0))).toBe('—'))
  it('rounds half up', () => expect(basisPoints(1, 3)).toBe(3333))
})
