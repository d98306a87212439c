import type { IsWorkday } from '../../shared/terms/rules.ts'
import type { Day } from '../../shared/day.ts'
import type { Agenda } from './demoAgenda.ts'
import type { DemoBook } from './demoBook.ts'
import type { Dice } from './demoDice.ts'
import type { DemoCustomer } from './demoPeople.ts'
import type { Deed, Step } from './demoSteps.ts'

export interface Customer extends DemoCustomer {
  /** His place in the list. */
  place: number
}

/** Everything that an event of the story needs. */
export interface Story {
  readonly dice: Dice
  readonly agenda: Agenda
  readonly book: DemoBook
  readonly isWorkday: IsWorkday
  readonly steps: Step[]
  /** Items that a customer will settle with one payment, by customer and day. */
  readonly intended: Map<string, Set<number>>
  /** Invoice numbers given out so far; each tax invoice has its own. */
  invoices: number
  orders: number
}

export const note = (story: Story, on: Day, deed: Deed): void => void story.steps.push({ ...deed, on })
