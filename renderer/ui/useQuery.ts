/**
 * Loads data for a screen and loads it again when it changes.
 *
 *     const customer = useQuery((signal) => api.customers.get({ id }, { signal }), [id], ['customers'])
 *     customer.data, customer.error, customer.loading, customer.refresh()
 *
 * `deps` are the values that the loader uses: another value starts over. `slices` are the ones whose change makes it ask
 * again; the old data stay on screen meanwhile, so nothing jumps. A late answer to an old question is dropped.
 */
import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import { useInvalidation, type Slice } from '../api.ts'

export interface Query<Data> {
  data: Data | undefined
  error: unknown
  loading: boolean
  refresh: () => void
}

export function useQuery<Data>(load: (signal: AbortSignal) => Promise<Data>, deps: DependencyList, slices: readonly Slice[] = []): Query<Data> {
  const [state, setState] = useState<{ data: Data | undefined; error: unknown; loading: boolean }>({ data: undefined, error: undefined, loading: true })
  const [turn, setTurn] = useState(0)
  const loader = useRef(load)
  loader.current = load
  const refresh = useCallback(() => setTurn((count) => count + 1), [])
  useInvalidation(slices, refresh)

  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ ...before, loading: true }))
    loader.current(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ data, error: undefined, loading: false })
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ data: before.data, error, loading: false }))
      },
    )
    return () => abort.abort()
  }, [...deps, turn])

  return { ...state, refresh }
}
