/** Small figures side by side, each under its word: what an import found, what a list adds up to. */
import type { ReactNode } from 'react'
import './files.css'

export const Counts = ({ children }: { children: ReactNode }) => <dl className="file-counts" role="status">{children}</dl>

export const Count = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
