/** Pure decisions about the options of an office. */
import type { Options } from './schemas.ts'

type LevelDays = Pick<Options, 'demandAfterDays' | 'secondDemandAfterDays' | 'finalNoticeAfterDays'>

/** The first level of dunning whose days do not rise above those of the one before; null when all do. */
export function levelThatDoesNotRise({ demandAfterDays, secondDemandAfterDays, finalNoticeAfterDays }: LevelDays): keyof LevelDays | null {
  if (secondDemandAfterDays <= demandAfterDays) return 'secondDemandAfterDays'
  return finalNoticeAfterDays <= secondDemandAfterDays ? 'finalNoticeAfterDays' : null
}
