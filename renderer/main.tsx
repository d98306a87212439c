/** The page starts: the policy for styles first, then the language, then the screens. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { admitCreatedStyles } from './csp.ts'
import { startLanguages } from './locales/index.ts'
import './styles.css'

admitCreatedStyles()
await startLanguages()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(<App />)
