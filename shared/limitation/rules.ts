/**
 * 诉讼时效: when the three years of a debt end, and what each event did to them. Pure: the events come from the ledger,
 * the day asked about and the calendar are arguments. Where courts differ the shorter clock is told, since an office that
 * was warned too early loses nothing.
 */
import { addDays, addMonths, later, type Day } from '../day.ts'
import type { CaseStage, ClockEventKind, ClockLevel, ClockState, Effect, LawsuitEvent } from './schemas.ts'

/** 民法典 188: three years, and in no case more than twenty from the day on which the right was harmed. */
const TERM_MONTHS = 36
const LONGEST_MONTHS = 240
/** Months before the end at which the office is warned. */
export const WARNINGS = [['month1', 1], ['month3', 3], ['month6', 6]] as const

export interface ClockEvent {
  kind: ClockEventKind
  on: Day
  /** The day on which a lawsuit ended; null while it runs, and for every other event. */
  until: Day | null
  /** Undone, released, withdrawn: it is told and moves nothing. */
  takenBack: boolean
  /** A lawsuit that was withdrawn (撤诉). */
  withdrawn?: boolean | undefined
}

export interface Clock<Event extends ClockEvent> {
  startsOn: Day
  /** The last day by the calendar (民法典 202), from which the warnings count; null while a lawsuit runs. */
  endsOn: Day | null
  /** Where the last day is a day off, the workday after it (203); null while a lawsuit runs. */
  lastOn: Day | null
  state: ClockState
  /** What counted last; null when the clock runs since the due day. */
  lastEvent: Event | null
  /** It had ended and the debtor acknowledged the debt afterwards. */
  revived: boolean
  log: { event: Event; effect: Effect }[]
}

/**
 * Acts by which a debtor agrees to pay (诉讼时效规定 14, 19): they start the clock anew even after it had ended (民法典 192).
 * A demand alone does not, nor does a part payment, which courts hold to be voluntary for its own amount only
 * (最高法 (2019) 民申 4337 号).
 */
const ACKNOWLEDGES: ReadonlySet<ClockEventKind> = new Set(['slip', 'signedStatement', 'promise', 'extension'])

/** The calendar day three years after (201, 202: the day itself does not count, the 29th of February ends on the 28th), within the twenty. */
export function endOfTerm(from: Day, dueOn: Day): Day {
  const end = addMonths(from, TERM_MONTHS)
  if (yearOf(end) - yearOf(dueOn) < LONGEST_MONTHS / 12) return end
  const longest = addMonths(dueOn, LONGEST_MONTHS)
  return end > longest && from < longest ? longest : end
}

const yearOf = (value: Day): number => Number(value.slice(0, 4))

/** 民法典 203: a last day that is a day off moves to the next workday. */
export function nextWorkday(from: Day, isWorkday: (value: Day) => boolean): Day {
  let found = from
  while (!isWorkday(found)) found = addDays(found, 1)
  return found
}

/**
 * The clock of a debt as of a day. It starts the day after the last installment fell due (188, 189, 201) and starts again
 * with each event that comes before it has ended (195); a lawsuit stops it from filing until it is closed (195 三, 规定 10).
 * A withdrawn lawsuit counts on the day of filing only: whether it counts at all is disputed. Events after the day asked
 * about do not exist yet.
 */
export function clockOf<Event extends ClockEvent>({ dueOn }: { dueOn: Day }, events: readonly Event[], asOf: Day, isWorkday: (value: Day) => boolean): Clock<Event> {
  let base = dueOn
  let running = false
  let stoppedUntil = dueOn
  let lastEvent: Event | null = null
  const log: Clock<Event>['log'] = []
  for (const event of events.filter(({ on }) => on <= asOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const until = event.kind === 'lawsuit' && !event.withdrawn ? event.until : event.on
    const ends = until === null || until > asOf ? null : until
    const end = endOfTerm(base, dueOn)
    const inTime = running || event.on <= stoppedUntil || event.on <= end || event.on <= nextWorkday(end, isWorkday)
    const counts = later(event.on, ends ?? event.on)
    const effect = effectOf(event, ends === null ? 'stops' : counts <= dueOn ? 'early' : 'restarts', inTime)
    log.push({ event, effect })
    if (effect !== 'restarts' && effect !== 'stops' && effect !== 'revives') continue
    if (ends === null) running = true
    else stoppedUntil = later(stoppedUntil, ends)
    if (lastEvent === null || counts >= base) lastEvent = event
    base = later(base, counts)
  }
  const endsOn = running ? null : endOfTerm(base, dueOn)
  const lastOn = endsOn && nextWorkday(endsOn, isWorkday)
  const state = lastOn === null ? 'stopped' : lastOn < asOf ? 'expired' : asOf <= dueOn ? 'notDue' : 'running'
  return { startsOn: addDays(base, 1), endsOn, lastOn, state, lastEvent, revived: log.some(({ effect }) => effect === 'revives'), log }
}

/** What an event does, given what it would do in time. */
function effectOf({ kind, takenBack }: ClockEvent, wouldDo: 'stops' | 'early' | 'restarts', inTime: boolean): Effect {
  if (takenBack) return 'takenBack'
  // An auditor's confirmation says itself that it asks for no payment, and its stamp only compares books.
  if (kind === 'confirmation') return 'none'
  if (inTime) return wouldDo
  return ACKNOWLEDGES.has(kind) ? 'revives' : 'tooLate'
}

/** How near the end is: a month's warning begins on the calendar day a month before the last day. */
export function levelOf({ state, endsOn }: Pick<Clock<never>, 'state' | 'endsOn'>, asOf: Day): ClockLevel {
  if (state !== 'running' || endsOn === null) return state
  return WARNINGS.find(([, months]) => asOf >= addMonths(endsOn, -months))?.[0] ?? 'running'
}

/** Stages that end a lawsuit, and those that may lie ahead. */
export const CLOSING: ReadonlySet<CaseStage> = new Set(['closed', 'withdrawn'])
export const AHEAD: ReadonlySet<CaseStage> = new Set(['hearing', 'mediation'])

/** 民事诉讼法 250: two years from the judgment to ask for enforcement; null where it was asked for, or nothing was judged. */
export function enforceBy(events: readonly Pick<LawsuitEvent, 'stage' | 'on'>[]): Day | null {
  const judged = events.filter(({ stage }) => stage === 'judgment').map(({ on }) => on).toSorted().at(-1)
  if (judged === undefined || events.some(({ stage, on }) => stage === 'enforcement' && on >= judged)) return null
  return addMonths(judged, 24)
}
