import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { counted } from '../../renderer/locales/counted.ts'
import { en } from '../../renderer/locales/en/index.ts'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'

/** The reasons that a declared error lists: the keys of the enumeration of its field `reason`, wherever that stands. */
function reasonsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn)
  if (typeof value !== 'object' || value === null) return []
  const entries = 'reason' in value ? (value.reason as { def?: { entries?: object } } | null)?.def?.entries : undefined
  return [...Object.keys(entries ?? {}), ...Object.values(value).flatMap(reasonsIn)]
}
/** Only of refusals: an answer may have a field `reason` too, such as why a line was allocated. */
function refusalsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'REFUSED' ? reasonsIn(inner) : refusalsIn(inner)))
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'parent' ? undefined : inner)))

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)))
const holes = (text: string): string => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b)).join(' ')

describe('counted', () => {
  const rows = { one: 'row', other: 'rows' }
  it.each<[unknown, string]>([[0, '0 rows'], [1, '1 row'], [2, '2 rows'], ['1', '1 row'], ['1,001', '1,001 rows']])('%j', (count, text) => expect(counted(count, 'en', rows)).toBe(text))
})

describe('texts', () => {
  it('say every refusal that the contract declares', () => {
    const declared = new Set(refusalsIn(plain(contract)))
    expect(declared.size).toBeGreaterThan(40)
    expect([...declared].filter((reason) => !(reason in zhCN.refusals))).toEqual([])
  })

  it('say every code with which the contract refuses what stands in a field', () => {
    const sources = readdirSync('shared', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join('shared', name), 'utf8'))
    const codes = new Set(sources.flatMap((source) => [...source.matchAll(/\.refine\([^\n]*message: '([A-Z_]+)'/g)].map((match) => match[1] ?? '')))
    expect(codes.size).toBeGreaterThan(8)
    // A choice that only the open interface can miss has no field on a page.
    codes.delete('ONE_DOCUMENT')
    expect([...codes].filter((code) => !(code in zhCN.ui.fieldProblems))).toEqual([])
  })

  it('have the same keys and the same values to fill in, in both languages', () => {
    const chinese = new Map(leaves(zhCN))
    const english = new Map(leaves(en))
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
    const different = [...chinese].filter(([key, text]) => holes(text) !== holes(english.get(key) ?? ''))
    expect(different.map(([key]) => key)).toEqual([])
  })
})
