import { PaperFrame } from './paper-frame.tsx'

/** The page of a room: composes prejoin, lobby and call. */
export default function RoomPage() {
  return <PaperFrame footer={false}>{null}</PaperFrame>
}
