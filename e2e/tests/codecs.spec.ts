import { expectMovingPicture } from '../fixtures/media.ts'
import { join, pictureOf } from '../fixtures/meeting.ts'
import type { SentOrReceived } from '../fixtures/page-probes.ts'
import type { Person } from '../fixtures/people.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { expect, test } from '../fixtures/test.ts'
import { silenceArgs, voiceArgs } from '../fixtures/voice.ts'

const flowsOf = async ({ page }: Person, kind: 'audio' | 'video') =>
  (await page.evaluate(() => window.visavisProbes.flows())).filter((flow) => flow.kind === kind)

/** What this browser sends or receives as sound within a second: packets, and bytes in each. */
async function soundOf(person: Person, way: 'in' | 'out') {
  const so = async () => {
    const flows = (await flowsOf(person, 'audio')).filter((flow) => flow.way === way)
    const sum = (of: (flow: SentOrReceived) => number) => flows.reduce((all, flow) => all + of(flow), 0)
    return { packets: sum(({ packets }) => packets), bytes: sum(({ bytes }) => bytes), atMs: performance.now() }
  }
  const before = await so()
  await expect.poll(() => performance.now() - before.atMs).toBeGreaterThan(1000)
  const after = await so()
  const packets = after.packets - before.packets
  return {
    packetsPerSecond: (packets * 1000) / (after.atMs - before.atMs),
    bytesPerPacket: (after.bytes - before.bytes) / Math.max(1, packets),
  }
}

// 24 kbit/s of Opus are 60 bytes every 20 ms.
const moreThanOpusAlone = 80

test('sound is sent and received twice over (RED), and next to nothing of silence (DTX); pictures are VP8 in layers', async ({
  people,
}) => {
  const claire = await people.agent({ cores: 8, args: voiceArgs() })
  const paul = await people.guest('Paul Mercier', { args: silenceArgs() })
  const { slug } = await makeRoom(claire, { accessLevel: 'open' })
  await join(claire, slug)
  await join(paul, slug)
  await expectMovingPicture(pictureOf(paul, claire.name))

  expect(await claire.page.evaluate(() => window.visavisProbes.soundCodecs())).toEqual(['audio/red'])
  await expect.poll(async () => (await soundOf(claire, 'out')).bytesPerPacket).toBeGreaterThan(moreThanOpusAlone)
  await expect.poll(async () => (await soundOf(paul, 'in')).bytesPerPacket).toBeGreaterThan(moreThanOpusAlone)
  await expect.poll(async () => (await soundOf(claire, 'out')).packetsPerSecond).toBeGreaterThan(40)
  await expect.poll(async () => (await soundOf(paul, 'out')).packetsPerSecond).toBeLessThan(10)

  const layers = (await flowsOf(claire, 'video')).filter(({ way }) => way === 'out')
  expect(layers.map(({ rid }) => rid).sort()).toEqual(['f', 'h', 'q'])
  expect(new Set(layers.filter(({ packets }) => packets > 0).map(({ codec }) => codec))).toEqual(new Set(['video/VP8']))
})
