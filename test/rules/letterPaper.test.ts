import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { letterHtml } from '../../shared/dunning/letterHtml.ts'
import { letterContent } from '../../shared/dunning/schemas.ts'

const golden = (name: string): string => readFileSync(path.join(import.meta.dirname, 'golden', name), 'utf8')

describe('a letter that was issued before the office worded its letters', () => {
  it.each([['letter.zh', true], ['letter.en', false]] as const)('%s prints the same bytes today', (name, reprint) => {
    expect(letterHtml(letterContent.parse(JSON.parse(golden(`${name}.json`))), { reprint })).toBe(golden(`${name}.html`))
  })
})
