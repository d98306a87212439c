/** Posting from a dialog: what was refused stays in the form, the same press twice posts once, and what shows it asks again. */
import { useRef, useState } from 'react'
import { invalidate } from '../api.ts'

export interface Posting {
  error: unknown
  post: (send: (requestId: string) => Promise<unknown>) => Promise<void>
}

export function usePosting(onDone: () => void): Posting {
  const [error, setError] = useState<unknown>(null)
  const requestId = useRef(crypto.randomUUID())
  return {
    error,
    post: async (send) => {
      try {
        await send(requestId.current)
      } catch (refused) {
        // Another try is another request, since what it carries was mended.
        requestId.current = crypto.randomUUID()
        setError(refused)
        return
      }
      invalidate('collection', 'limitation', 'dunning', 'invoices', 'overview')
      onDone()
    },
  }
}
