import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { runProgram } from '../../infra/programs.ts'

const seconds = 8
const framesPerSecond = 15

/** What everybody of a crowd shows and says, as files for the publisher in `infra/livekit/crowd`. */
export interface Clips {
  video: string
  audio: string
}

function assertFfmpeg() {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
  } catch (cause) {
    const advice = 'install it (Debian and Ubuntu: "sudo apt-get install ffmpeg")'
    throw new Error(`The pictures and voices of a crowd are made with ffmpeg: ${advice}.`, { cause })
  }
}

/**
 * A moving picture of this size in VP8, with a whole picture every second, since a file answers no request for one; and
 * a tone that comes and goes in Opus, 20 ms to a page.
 */
export async function makeClips(directory: string, width: number, height: number): Promise<Clips> {
  assertFfmpeg()
  const video = join(directory, `crowd-${width}x${height}.ivf`)
  const audio = join(directory, 'crowd.ogg')
  const quiet = ['-y', '-loglevel', 'error']
  const picture = `testsrc2=size=${width}x${height}:rate=${framesPerSecond}:duration=${seconds}`
  // What livekit-client spends on a layer of this size.
  const bitsPerSecond = String(Math.round(width * height * 2.6))
  const vp8 = ['-c:v', 'libvpx', '-b:v', bitsPerSecond, '-g', String(framesPerSecond), '-auto-alt-ref', '0']
  await runProgram('ffmpeg', [...quiet, '-f', 'lavfi', '-i', picture, ...vp8, '-deadline', 'realtime', video])
  const tone = `aevalsrc=0.2*sin(2*PI*220*t)*abs(sin(PI*t)):sample_rate=48000:duration=${seconds}`
  const opus = ['-c:a', 'libopus', '-b:a', '24k', '-frame_duration', '20', '-page_duration', '20000']
  await runProgram('ffmpeg', [...quiet, '-f', 'lavfi', '-i', tone, ...opus, audio])
  return { video, audio }
}
