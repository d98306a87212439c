/** A small part of an XML file as a tree: one statement line or one invoice at a time, never the whole file. */
import type { Attributes } from './xml.ts'

export interface Branch {
  name: string
  attributes: Attributes
  text: string
  children: Branch[]
}

/** What one branch may hold; a line of a statement with a thousand payments in it is smaller. */
const MOST_BRANCHES = 50_000

/** Grows the branches whose names are wanted, and hands each over when it is whole; everything around them is not kept. */
export class Grower {
  readonly #wanted: ReadonlySet<string>
  readonly #take: (branch: Branch, path: readonly string[]) => void
  readonly #tooMany: () => never
  readonly #path: string[] = []
  #open: Branch[] = []
  #held = 0

  constructor(wanted: readonly string[], take: (branch: Branch, path: readonly string[]) => void, tooMany: () => never) {
    this.#wanted = new Set(wanted)
    this.#take = take
    this.#tooMany = tooMany
  }

  open(name: string, attributes: Attributes): void {
    if (this.#open.length === 0 && !this.#wanted.has(name)) {
      this.#path.push(name)
      return
    }
    const branch: Branch = { name, attributes, text: '', children: [] }
    this.#open.at(-1)?.children.push(branch)
    this.#open.push(branch)
    this.#held += 1
    if (this.#held > MOST_BRANCHES) this.#tooMany()
  }

  close(_: string, text: string): void {
    const branch = this.#open.pop()
    if (!branch) {
      this.#path.pop()
      return
    }
    if (branch.children.length === 0) branch.text = text.trim()
    if (this.#open.length > 0) return
    this.#held = 0
    this.#take(branch, this.#path)
  }
}

/** The first branch down a path of names; a name may lie deeper by one the caller does not know, as Pty in newer versions. */
export function at(branch: Branch | undefined, ...names: string[]): Branch | undefined {
  let found = branch
  for (const name of names) found = found?.children.find((child) => child.name === name)
  return found
}

export const textAt = (branch: Branch | undefined, ...names: string[]): string => at(branch, ...names)?.text ?? ''
export const allAt = (branch: Branch | undefined, name: string): Branch[] => branch?.children.filter((child) => child.name === name) ?? []

/** The first of that name anywhere below. */
export function below(branch: Branch | undefined, name: string): Branch | undefined {
  for (const child of branch?.children ?? []) {
    const found = child.name === name ? child : below(child, name)
    if (found) return found
  }
  return undefined
}
