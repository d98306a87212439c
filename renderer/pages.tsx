/**
 * Every page of the program: one line each, in the order of the module rail. A page's component is loaded when it is
 * first opened. `rail: false` keeps a page (one document) out of the rail; `permission` hides it from who may not.
 */
import { ApartmentOutlined } from '@ant-design/icons'
import { lazy, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../shared/procedure.ts'
import type { TextKey } from './locales/index.ts'
import type { PageKey } from './navigation.ts'

export type ModuleKey = 'home' | 'overview' | 'customers' | 'invoices' | 'receipts' | 'dunning' | 'reports' | 'system'

export interface PageDefinition {
  key: PageKey
  module: ModuleKey
  title: TextKey
  icon: ReactNode
  component: ComponentType
  permission: Permission
  rail?: false
}

export const PAGES: readonly PageDefinition[] = [
  { key: 'home', module: 'home', title: 'shell:home.title', icon: <ApartmentOutlined />, permission: 'member', component: lazy(() => import('./home/homePage.tsx')) },
]
