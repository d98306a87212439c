import { Providers } from './providers.tsx'

export function App() {
  return <Providers><div /></Providers>
}
