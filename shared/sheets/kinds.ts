/** A kind of list that is sought in a file: what it can tell, and by which words its header calls that. */
import type { Mapping } from './header.ts'
import type { Side } from './meaning.ts'

/**
 * `remark` is text that people write as they like, so that a word such as 合计 says nothing in it; `balance` is money as it
 * stood after the row, which adds up to nothing.
 */
export type FieldKind = 'text' | 'remark' | 'name' | 'number' | 'amount' | 'balance' | 'day' | 'other'

export interface Field {
  field: string
  kind: FieldKind
  /** Header words, the most telling first; compared without case, spaces and punctuation. */
  words: readonly string[]
  /** The very title of its column, where other titles have the same words: < 1 Month and 1 Month. */
  title?: string
}

export interface ListKind<Name extends string = string> {
  name: Name
  fields: readonly Field[]
  /** At least one field of each group must stand in the file. */
  required: readonly (readonly string[])[]
  /** Fields that only a row of the list has and no sum of it, as the number of a document. */
  identity?: readonly string[]
  /** Of a list that tells money in from money out: which of its fields is which. */
  sides?: Readonly<Record<string, Side>>
  /** Fields of days that have happened, so that none of them lies ahead. */
  past?: readonly string[]
  /** What the titles say for this kind and against those that share most of its words. */
  signal?: (titles: readonly string[]) => number
  /** The field of a group that is missed in such a list; its first where nothing else is said. */
  missed?: (group: readonly string[], mapping: Mapping, opening: boolean) => string
}

export const field = (name: string, kind: FieldKind, words: string): Field => ({ field: name, kind, words: words.split(' ') })
