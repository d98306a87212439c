/** The demonstration ledger (示例账套): the story that was planned for the day, carried into an empty ledger by the commands that everybody uses. */
import type { Calendar } from '../invoices/commands.ts'
import type { Ledger } from '../ledger.ts'
import { closeMonth } from '../periods/commands.ts'
import { SYSTEM } from '../writer.ts'
import { Carrier } from './demoCarrier.ts'
import { planDemo } from './demoPlans.ts'
import { setUp } from './demoSetup.ts'
import type { Step } from './demoSteps.ts'

const procedure = 'ledgers.createDemo'

/** Fills an empty ledger, one write a month, and closes the months that are over; refuses nothing, because the plan keeps the rules. */
export async function fillDemo(ledger: Ledger, { today, isWorkday }: Calendar): Promise<void> {
  const { startOn, files, steps } = planDemo(today, { isWorkday })
  const office = await ledger.write({ by: SYSTEM, procedure }, (tx) => setUp(tx, startOn, files))
  const carrier = new Carrier(office, isWorkday)
  for (const part of parts(steps)) {
    await ledger.write({ by: office.clerk, procedure }, async (tx) => {
      for (const step of part) {
        if (step.do === 'closeMonth') await closeMonth(tx, { month: step.month, acceptWarnings: true }, { today: step.on })
        else await carrier.carry(tx, step)
      }
    })
  }
}

/** Steps that are written together: what lies between two closings of a month, and each closing by itself. */
function parts(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [[]]
  for (const step of steps) {
    if (step.do === 'closeMonth') found.push([step], [])
    else found.at(-1)?.push(step)
  }
  return found.filter((part) => part.length > 0)
}
