/** The glossary says what the code says: whatever it names is in use, and every slice has its place in it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** All sources of a folder in one text, without comments: a word that only a comment still says is not in use. */
function sourcesOf(folder: string, skipped?: string): string {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /\.tsx?$/.test(name) && (skipped === undefined || !name.startsWith(skipped)))
    .map((name) => read(path.join(folder, name)).replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).join('\n')
}

interface Row {
  terms: string[]
  chinese: string[]
  verbs: string[]
}
const glossary = read('shared/GLOSSARY.md')
const lines = glossary.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.startsWith('| term |'))
const cellsOf = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => cell.trim())
const rows = lines.map((line): Row => {
  const [term = '', chinese = '', , verbs = ''] = cellsOf(line)
  return {
    terms: [...term.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    chinese: chinese === '—' ? [] : chinese.split(' · '), verbs: verbs === '' ? [] : verbs.split(', '),
  }
})

const shared = sourcesOf('shared')
/** The words of a locale file keep no term in use: it has to be code. */
const code = `${shared}\n${sourcesOf('db', 'migrations')}\n${sourcesOf('renderer', 'locales')}`
const words = new Set(code.match(/\w+/g))
const texts = `${shared}\n${sourcesOf('renderer/locales/zh-CN')}`
/** What names of functions and procedures are or begin with: `recordReceipt` uses record. */
const verbs = new Set(code.match(/\b[a-z]+(?=[A-Z]\w*\s*[(:=<]|\s*[(:])/g))

describe('the glossary', () => {
  it('has five cells in each row, and a term and a Chinese word or a dash in the first two', () => {
    expect(rows.length).toBeGreaterThan(150)
    expect(lines.filter((line) => cellsOf(line).length !== 5 || !/^`\w+`$/.test(cellsOf(line)[0] ?? '') || cellsOf(line)[1] === '')).toEqual([])
  })

  it('names only terms that the code uses', () => {
    expect(rows.flatMap(({ terms }) => terms).filter((term) => !words.has(term))).toEqual([])
  })

  it('names only Chinese words that stand on the screen or in the texts of shared', () => {
    expect(rows.flatMap(({ chinese }) => chinese).filter((word) => !texts.includes(word))).toEqual([])
  })

  it('names only verbs that begin a name in the code', () => {
    expect(rows.flatMap((row) => row.verbs).filter((verb) => !verbs.has(verb))).toEqual([])
  })

  it('goes through all slices from left to right', () => {
    const slices = /const SLICES = \[([^\]]*)\]/.exec(read('test/architecture.test.ts'))?.[1] ?? ''
    const named = glossary.split('\n').filter((line) => line.startsWith('## ')).flatMap((line) => [...line.matchAll(/`(\w+)`/g)])
    expect(named.map((match) => match[1])).toEqual([...slices.matchAll(/'(\w+)'/g)].map((match) => match[1]))
  })
})
