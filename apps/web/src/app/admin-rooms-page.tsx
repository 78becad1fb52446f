import { AdminLayout } from '../features/admin/admin-layout.tsx'
import { RoomsPanel } from '../features/admin/rooms-panel.tsx'
import { AdministratorsOnly } from './administrators-only.tsx'

/** Every room, for those who answer for the instance. */
export default function AdminRoomsPage() {
  return (
    <AdministratorsOnly>
      <AdminLayout>
        <RoomsPanel />
      </AdminLayout>
    </AdministratorsOnly>
  )
}
