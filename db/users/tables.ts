import type { Role } from '../../shared/users/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const usersTables = (k: Kit) => ({
  users: k.table('users', {
    id: k.id('id'), name: k.text('name'), role: k.oneOf<Role>('role'), department: k.text('department'), active: k.bool('active'),
    /** scrypt$N$r$p$salt$hash, or empty for someone who cannot sign in. */
    password: k.text('password'),
    /** What the name is sorted by. */
    nameSort: k.text('name_sort').default(''),
  }, (t) => [k.uniqueIndex('users_name').on(t.name)]),
})
