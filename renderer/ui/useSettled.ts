/** A value once it has stood still for a moment: while something is typed or the cursor runs, only where it stops is asked for. */
import { useEffect, useState } from 'react'

const PAUSE_MS = 250

export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
