/** Prints papers at once when they are few, and lot by lot with progress when they are many: `const lots = usePrintLots('letter', print)`. */
import { useState, type ReactNode } from 'react'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { PRINT_LOT } from './batch.ts'
import { BatchDialog } from './batchDialog.tsx'

export function usePrintLots(paper: DeliveredPaper, print: (ids: number[]) => Promise<void>): { print: (ids: number[]) => Promise<void>; dialog: ReactNode } {
  const [many, setMany] = useState<number[]>()
  return {
    print: async (ids) => {
      if (ids.length <= PRINT_LOT) await print(ids)
      else setMany(ids)
    },
    dialog: many && <BatchDialog what="print" paper={paper} ids={many} whole={false} print={print} onClose={() => setMany(undefined)} />,
  }
}
