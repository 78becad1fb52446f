export default function AdminRoomsPage() {
  return null
}
