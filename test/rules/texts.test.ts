import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { en } from '../../renderer/locales/en/index.ts'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'

/** The reasons that a procedure declares, as the enumeration in the data of its REFUSED error. */
function reasonsOf(procedure: object): string[] {
  const text = JSON.stringify(procedure, (key, value: unknown) => (key === 'parent' ? undefined : value))
  const declared: unknown = JSON.parse(text)
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      if ('reason' in value && typeof value.reason === 'object' && value.reason !== null) {
        found.push(...Object.keys((value.reason as { def?: { entries?: object } }).def?.entries ?? {}))
      }
      Object.values(value).forEach(walk)
    }
  }
  walk(declared)
  return found
}

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)))
const holes = (text: string): string => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).toSorted().join(' ')

describe('texts', () => {
  it('say every refusal that the contract declares', () => {
    const declared = new Set(Object.values(contract).flatMap((slice) => Object.values(slice).flatMap((procedure) => reasonsOf(procedure))))
    expect(declared.size).toBeGreaterThan(40)
    expect([...declared].filter((reason) => !(reason in zhCN.refusals))).toEqual([])
  })

  it('have the same keys and the same values to fill in, in both languages', () => {
    const chinese = new Map(leaves(zhCN as Tree))
    const english = new Map(leaves(en as Tree))
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
    const different = [...chinese].filter(([key, text]) => holes(text) !== holes(english.get(key) ?? ''))
    expect(different.map(([key]) => key)).toEqual([])
  })
})
