/** What will happen on which day; an event may add further ones, on its own day or later. */
import { addDays, type Day } from '../../shared/day.ts'
import type { IsWorkday } from '../../shared/terms/rules.ts'

export type Event = (on: Day) => void

export class Agenda {
  readonly #events = new Map<Day, Event[]>()
  readonly #isWorkday: IsWorkday
  readonly #today: Day

  constructor(today: Day, isWorkday: IsWorkday) {
    this.#today = today
    this.#isWorkday = isWorkday
  }

  /** The first workday on or after a day that has come and one from which it counts. */
  notBefore(wanted: Day, from: Day): Day {
    let on = wanted > from ? wanted : from
    while (!this.#isWorkday(on)) on = addDays(on, 1)
    return on
  }

  /** The last workday up to a day. */
  notAfter(wanted: Day): Day {
    let on = wanted
    while (!this.#isWorkday(on)) on = addDays(on, -1)
    return on
  }

  /** Notes an event for the next workday; one after today does not happen. */
  add(on: Day, event: Event): void {
    const when = this.notBefore(on, on)
    if (when > this.#today) return
    const there = this.#events.get(when)
    if (there) there.push(event)
    else this.#events.set(when, [event])
  }

  /** Everything of the days from `from` to `to`, in the order in which it was noted. */
  run(from: Day, to: Day): void {
    for (let on = from; on <= to; on = addDays(on, 1)) {
      for (const event of this.#events.get(on) ?? []) event(on)
      this.#events.delete(on)
    }
  }
}
