/** The page starts: the policy for styles first, then the language, then the screens. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { admitCreatedStyles } from './csp.ts'
import { startLanguages } from './locales/index.ts'
import { FONT_FAMILY } from './theme.ts'
import './styles.css'

admitCreatedStyles()
// What antd does not draw (labels, tables, the rail) has the same letters as what it draws.
document.body.style.fontFamily = FONT_FAMILY
await startLanguages()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(<App />)
