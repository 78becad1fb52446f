import { AdminLayout } from '../features/admin/admin-layout.tsx'
import { UsersPanel } from '../features/admin/users-panel.tsx'
import { AdministratorsOnly } from './administrators-only.tsx'

/** Every agent, their roles, and who may no longer come in. */
export default function AdminUsersPage() {
  return (
    <AdministratorsOnly>
      <AdminLayout>
        <UsersPanel />
      </AdminLayout>
    </AdministratorsOnly>
  )
}
