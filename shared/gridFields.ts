/**
 * What the fields of a list hold, told by the shape of its rows in the contract, and which values each can be compared with.
 * Every list judges its filters here, whether the database or the program answers them.
 */
import { z } from 'zod'
import { isDay } from './day.ts'
import type { GridFilter } from './grid.ts'
import { Refusal } from './refusal.ts'

export type FieldKind = 'text' | 'day' | 'whole' | 'bool' | { oneOf: readonly string[] }
export interface Field {
  kind: FieldKind
  /** Some rows have no value of it. */
  nullable: boolean
  /** It is a name, which is sorted by its sound. */
  isName: boolean
}
export type Fields = ReadonlyMap<string, Field>
export type FilterValue = string | number

/** A filter whose values are of the field's kind. */
export interface JudgedFilter {
  field: string
  op: GridFilter['op']
  kind: FieldKind
  /** One value, or all of an `in`. */
  values: readonly FilterValue[]
  /** The end of a `between`. */
  to: FilterValue
}

/** Options of an enumeration, of one fixed text, or of several of these; null for anything else. */
function optionsOf(schema: z.ZodType): string[] | null {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String)
  if (!(schema instanceof z.ZodUnion)) return null
  const parts = schema.options.map((part) => optionsOf(part as z.ZodType))
  return parts.every((part) => part !== null) ? parts.flat() : null
}

const inner = (schema: z.ZodType): z.ZodType =>
  (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? inner(schema.unwrap() as z.ZodType) : schema)

function kindOf(schema: z.ZodType): FieldKind | null {
  const oneOf = optionsOf(schema)
  if (oneOf) return { oneOf }
  if (schema instanceof z.ZodBoolean) return 'bool'
  if (schema instanceof z.ZodNumber) return 'whole'
  if (schema instanceof z.ZodString) return schema.meta()?.['format'] === 'date' ? 'day' : 'text'
  return null
}

const known = new WeakMap<z.ZodObject, Fields>()

/** The fields of a row; what is a list or a record in itself has none and can neither be sorted nor filtered. */
export function fieldsOf(row: z.ZodObject): Fields {
  const before = known.get(row)
  if (before) return before
  const fields = new Map(Object.entries(row.shape).flatMap(([name, given]) => {
    const schema = given as z.ZodType
    const kind = kindOf(inner(schema))
    return kind === null ? [] : [[name, { kind, nullable: inner(schema) !== schema, isName: inner(schema).meta()?.['format'] === 'name' }] as const]
  }))
  known.set(row, fields)
  return fields
}

const TRUTH: Readonly<Record<string, number>> = { true: 1, 1: 1, false: 0, 0: 0 }
const COMPARED: ReadonlySet<GridFilter['op']> = new Set(['eq', 'gte', 'lte', 'between', 'in'])
const NAMED: ReadonlySet<GridFilter['op']> = new Set(['eq', 'in'])

/** A value as the field's kind takes it with this operator, or null when it cannot be. */
function judgedValue(kind: FieldKind, op: GridFilter['op'], value: FilterValue): FilterValue | null {
  if (typeof kind === 'object') return NAMED.has(op) && kind.oneOf.includes(String(value)) ? String(value) : null
  if (kind === 'bool') return NAMED.has(op) ? (TRUTH[String(value)] ?? null) : null
  if (kind === 'whole') {
    const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value
    return Number.isSafeInteger(number) ? Number(number) : null
  }
  if (String(value).includes('\0')) return null
  // Of a day also a beginning can be asked for (2026-05); a day that is compared must be one.
  return kind === 'text' || !COMPARED.has(op) || isDay(String(value)) ? String(value) : null
}

/** A field that somebody asks for. Refuses unknownField. */
export function askedField(fields: Fields, name: string): Field {
  const field = fields.get(name)
  if (field === undefined) throw new Refusal('unknownField', { field: name, params: { name } })
  return field
}

/** A filter with its values judged. Refuses unknownField, and badFilter with the value that does not fit. */
export function judgedFilter(fields: Fields, { field, op, value, to }: GridFilter): JudgedFilter {
  const { kind } = askedField(fields, field)
  const judge = (one: FilterValue): FilterValue => {
    const fit = judgedValue(kind, op, one)
    if (fit === null) throw new Refusal('badFilter', { field, params: { name: field, op, value: String(one) } })
    return fit
  }
  const given = (Array.isArray(value) ? value : [value]).map(judge)
  const [first] = given
  if (op !== 'in' && first === undefined) throw new Refusal('badFilter', { field, params: { name: field, op, value: '' } })
  return { field, op, kind, values: op === 'in' ? given : given.slice(0, 1), to: to === undefined ? (first ?? 0) : judge(to) }
}
