import { beforeEach, expect, test, vi } from 'vitest'
import { createLocalMedia } from './local-media.ts'
import { preferDevice } from './preferences.ts'

class FakeTrack extends EventTarget {
  enabled = true
  readyState = 'live'
  readonly kind: string
  readonly id: string
  constructor(kind: string, id: string) {
    super()
    this.kind = kind
    this.id = id
  }
  stop() {
    this.readyState = 'ended'
  }
  getSettings = () => ({ deviceId: this.id })
}

const getUserMedia = vi.fn<(constraints: MediaStreamConstraints) => Promise<{ getTracks: () => FakeTrack[] }>>()
const permissions = { camera: 'granted', microphone: 'granted' }

const fault = (name: string, message = '') => Object.assign(new Error(message), { name })
const give = ({ video, audio }: MediaStreamConstraints) => ({
  getTracks: () => [
    ...(video ? [new FakeTrack('video', 'cam')] : []),
    ...(audio ? [new FakeTrack('audio', 'mic')] : []),
  ],
})

beforeEach(() => {
  localStorage.clear()
  getUserMedia.mockReset().mockImplementation(async (constraints) => give(constraints))
  Object.assign(permissions, { camera: 'granted', microphone: 'granted' })
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', {
    mediaDevices: Object.assign(new EventTarget(), { getUserMedia, enumerateDevices: async () => [] }),
    permissions: {
      query: async ({ name }: { name: keyof typeof permissions }) =>
        Object.assign(new EventTarget(), { state: permissions[name] }),
    },
  })
})

async function started() {
  const media = createLocalMedia()
  media.start()
  await vi.waitFor(() => {
    const { camera, microphone } = media.getState()
    expect([camera.status, microphone.status]).not.toContain('starting')
  })
  return media
}

test('asks for camera and microphone in one question and hands both over unopened again', async () => {
  const media = await started()
  expect(getUserMedia).toHaveBeenCalledTimes(1)
  const taken = media.take()
  media.stop()
  expect(taken.camera?.readyState).toBe('live')
  expect(taken.microphone).toMatchObject({ muted: false, track: { readyState: 'live' } })
})

test('who enters while the devices are still opening leaves that to the call, and what opens late is closed', async () => {
  const late = Promise.withResolvers<{ getTracks: () => FakeTrack[] }>()
  getUserMedia.mockReturnValue(late.promise)
  const media = createLocalMedia()
  media.start()
  media.toggle('camera')
  expect(media.take()).toMatchObject({ camera: null, microphone: null, late: ['microphone'] })
  const track = new FakeTrack('audio', 'mic')
  late.resolve({ getTracks: () => [track] })
  await vi.waitFor(() => expect(track.readyState).toBe('ended'))
})

test('opens the very device that was chosen, and another one only where it is gone', async () => {
  preferDevice('camera', 'cam-2')
  getUserMedia.mockImplementationOnce(async () => {
    throw fault('OverconstrainedError')
  })
  const { camera } = (await started()).getState()
  expect(camera.status).toBe('live')
  const wishes = getUserMedia.mock.calls.map(([constraints]) => constraints.video)
  expect(wishes).toMatchObject([{ deviceId: { exact: 'cam-2' } }, { deviceId: { ideal: 'cam-2' } }])
})

test('a machine without a camera still gives its microphone', async () => {
  getUserMedia.mockImplementation(async (constraints) => {
    if (constraints.video) throw fault('NotFoundError')
    return give(constraints)
  })
  const { camera, microphone } = (await started()).getState()
  expect(camera).toMatchObject({ status: 'faulty', fault: 'missing' })
  expect(microphone.status).toBe('live')
})

test('a camera held by another program is told apart from a forbidden one', async () => {
  getUserMedia.mockImplementation(async (constraints) => {
    if (constraints.video) throw fault('NotReadableError')
    return give(constraints)
  })
  expect((await started()).getState().camera.fault).toBe('busy')
})

test('a forbidden camera leaves an allowed microphone alone, and asks nobody twice', async () => {
  permissions.camera = 'denied'
  getUserMedia.mockImplementation(async (constraints) => {
    if (constraints.video) throw fault('NotAllowedError', 'Permission denied')
    return give(constraints)
  })
  const { camera, microphone } = (await started()).getState()
  expect(camera.fault).toBe('denied')
  expect(microphone.status).toBe('live')
  expect(getUserMedia).toHaveBeenCalledTimes(2)
})

test('a question that was closed is not asked again by itself', async () => {
  Object.assign(permissions, { camera: 'prompt', microphone: 'prompt' })
  getUserMedia.mockRejectedValue(fault('NotAllowedError', 'Permission dismissed'))
  const { camera, microphone } = (await started()).getState()
  expect([camera.fault, microphone.fault]).toEqual(['dismissed', 'dismissed'])
  expect(getUserMedia).toHaveBeenCalledTimes(1)
})

test('what the system forbids is not blamed on the page settings', async () => {
  getUserMedia.mockRejectedValue(fault('NotAllowedError', 'Permission denied by system'))
  expect((await started()).getState().camera.fault).toBe('system-denied')
})

test('plain http on another host says so without asking', async () => {
  vi.stubGlobal('isSecureContext', false)
  const { camera, microphone } = (await started()).getState()
  expect([camera.fault, microphone.fault]).toEqual(['insecure', 'insecure'])
  expect(getUserMedia).not.toHaveBeenCalled()
})

test('a camera that is switched off is closed; a microphone stays open and silent; both are remembered', async () => {
  const media = await started()
  const { camera, microphone } = media.getState()
  media.toggle('camera')
  media.toggle('microphone')
  expect(camera.track?.readyState).toBe('ended')
  expect(microphone.track).toMatchObject({ readyState: 'live', enabled: false })
  expect(media.take()).toMatchObject({ camera: null, microphone: { muted: true } })
  const next = await started()
  expect(next.getState().camera).toMatchObject({ on: false, status: 'idle' })
})

test('a camera that arrives after it was switched off is closed at once', async () => {
  const media = await started()
  const late = Promise.withResolvers<{ getTracks: () => FakeTrack[] }>()
  getUserMedia.mockReturnValue(late.promise)
  media.choose('camera', 'other')
  media.toggle('camera')
  const track = new FakeTrack('video', 'other')
  late.resolve({ getTracks: () => [track] })
  await vi.waitFor(() => expect(track.readyState).toBe('ended'))
  expect(media.getState().camera).toMatchObject({ status: 'idle', track: null })
})

test('an unplugged camera is looked for once more', async () => {
  const media = await started()
  const first = media.getState().camera.track
  first?.dispatchEvent(new Event('ended'))
  expect(media.getState().camera.status).toBe('starting')
  await vi.waitFor(() => expect(media.getState().camera.status).toBe('live'))
  expect(media.getState().camera.track).not.toBe(first)
})
