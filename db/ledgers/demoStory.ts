import type { Calendar } from '../invoices/commands.ts'
import type { Agenda } from './demoAgenda.ts'
import type { Dice } from './demoDice.ts'
import type { Office } from './demoSetup.ts'

/** Everything that an event of the story needs. */
export interface Story {
  readonly dice: Dice
  readonly agenda: Agenda
  readonly office: Office
  readonly isWorkday: Calendar['isWorkday']
  /** Items that a customer will settle with one payment, by customer and day. */
  readonly intended: Map<string, Set<number>>
  /** Invoice numbers given out so far; each tax invoice has its own. */
  invoices: number
  orders: number
}
