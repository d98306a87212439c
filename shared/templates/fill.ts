/**
 * Fills the office's wording with the facts of a letter. The template language is cut down to putting in facts and asking
 * whether there are any: no code, no files, no other templates, and no loops, so filling takes no longer than the text is
 * long. The result is plain text; bold figures stand between two marks that no other text can contain (filledText.ts).
 */
import { Liquid, LiquidError, type Template } from 'liquidjs'
import { Refusal } from '../refusal.ts'
import { FACT_NAMES, type FactName, type WordingFacts } from './facts.ts'
import { BOLD_END, BOLD_START, lineOf, plainText } from './filledText.ts'
import { WORDING_PARTS, type FilledWording, type TemplateReason, type Wording, type WordingPart } from './schemas.ts'

const LIMITS = { parseLimit: 4000, renderLimit: 2000, memoryLimit: 20_000 }
const LONGEST_RESULT = 20_000
const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'comment'])
const FILTERS: ReadonlySet<string> = new Set(['default', 'upcase', 'downcase'])
const NAMES: ReadonlySet<string> = new Set(FACT_NAMES)

const liquid = fencedLiquid()

function fencedLiquid(): Liquid {
  const fenced = new Liquid({
    ...LIMITS, ownPropertyOnly: true, strictVariables: true, strictFilters: true, jsTruthy: true, dynamicPartials: false, relativeReference: false, templates: {}, cache: false,
  })
  for (const tag of Object.keys(fenced.tags)) if (!TAGS.has(tag)) delete fenced.tags[tag]
  for (const filter of Object.keys(fenced.filters)) if (!FILTERS.has(filter)) fenced.unregisterFilter(filter)
  fenced.registerFilter('bold', (value: unknown) => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ') : ''
    return text === '' ? '' : `${BOLD_START}${text}${BOLD_END}`
  })
  return fenced
}

/** Where a wording is wrong, and why; lines and columns count from one. */
export interface TemplateProblem {
  reason: TemplateReason
  part: WordingPart
  line: number
  column: number
  /** The tag, filter or name that is not known, or what the parser says. */
  name: string
}

class Problem extends Error {
  readonly found: Omit<TemplateProblem, 'part'>
  constructor(found: Omit<TemplateProblem, 'part'>) {
    super(found.name)
    this.found = found
  }
}

/** What the library threw, as a problem of the text; it says the rest of the place in its message, which we say ourselves. */
function problemOf(error: unknown): Omit<TemplateProblem, 'part'> {
  if (error instanceof Problem) return error.found
  const message = error instanceof Error ? error.message.replace(/, line:\d+.*$/s, '').slice(0, 200) : ''
  const [line = 1, column = 1] = LiquidError.is(error) ? error.token.getPosition() : []
  const found = (reason: TemplateProblem['reason'], pattern: RegExp) => {
    const name = pattern.exec(message)?.[1]
    return name === undefined ? null : { reason, line, column, name }
  }
  return found('templateTooLarge', /(limit exceeded|call stack)/) ?? found('unknownTag', /^tag "(.*)" not found/s) ?? found('unknownFilter', /^undefined filter: (.*)/s)
    ?? found('unknownName', /^undefined variable: (.*)/s) ?? { reason: 'wrongTemplate', line, column, name: message }
}

/** A run fills the same few texts thousands of times; those that were found right are kept. */
const right = new Map<string, Template[]>()
const KEPT = 60

/** Also in branches that are not taken today, a name must be known: otherwise it fails on the day it is needed. */
function parsed(text: string): Template[] {
  const known = right.get(text)
  if (known) return known
  const templates = liquid.parse(plainText(text))
  for (const variables of Object.values(liquid.analyzeSync(templates, { partials: false }).variables)) {
    for (const { segments, location } of variables) {
      const name = segments.map((segment) => (typeof segment === 'object' ? '…' : String(segment))).join('.')
      if (!NAMES.has(name)) throw new Problem({ reason: 'unknownName', line: location.row, column: location.col, name: name.slice(0, 60) })
    }
  }
  if (right.size >= KEPT) right.clear()
  right.set(text, templates)
  return templates
}

function firstProblem(tryPart: (part: WordingPart) => void): TemplateProblem | null {
  for (const part of WORDING_PARTS) {
    try {
      tryPart(part)
    } catch (error) {
      return { part, ...problemOf(error) }
    }
  }
  return null
}

/** The first thing that is wrong with a wording, or null when it can be filled for every letter. */
export const checkWording = (wording: Wording): TemplateProblem | null => firstProblem((part) => {
  liquid.renderSync(parsed(wording[part]), scopeOf(SAMPLE))
})

const SAMPLE = Object.fromEntries(FACT_NAMES.map((name) => [name, name])) as Record<FactName, string>

/** The names with a dot become objects without a prototype, so there is nothing but facts to be reached. */
function scopeOf(facts: WordingFacts): object {
  const scope = Object.create(null) as Record<string, unknown>
  for (const name of FACT_NAMES) {
    const value = facts[name]
    const fact = typeof value === 'number' ? value : plainText(value).replaceAll('\n', ' ')
    const [first = '', second] = name.split('.')
    if (second === undefined) scope[first] = fact
    else {
      const group = (scope[first] ??= Object.create(null)) as Record<string, unknown>
      group[second] = fact
    }
  }
  return scope
}

/** The refusal that tells a problem of a wording: the field is the part, row and column are its place in the part's text. */
export const refusalOfTemplate = ({ reason, part, line, column, name }: TemplateProblem): Refusal =>
  new Refusal(reason, { field: `wording.${part}`, row: line, column: String(column), params: { part, line, column, name } })

/** The words of one letter, as plain text with bold marks. Refuses by TEMPLATE_REASONS, naming the part, line and column. */
export function fillWording(wording: Wording, facts: WordingFacts): FilledWording {
  const scope = scopeOf(facts)
  const filled: FilledWording = { ...wording }
  const problem = firstProblem((part) => {
    const text = String(liquid.renderSync(parsed(wording[part]), scope))
    if (text.length > LONGEST_RESULT) throw new Problem({ reason: 'templateTooLarge', line: 1, column: 1, name: '' })
    filled[part] = part === 'title' ? lineOf(text) : text.trim()
  })
  if (problem !== null) throw refusalOfTemplate(problem)
  return filled
}
