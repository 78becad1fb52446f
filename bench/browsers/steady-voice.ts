import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sampleRate = 48_000
const seconds = 4
const headerBytes = 44

/** A low, wavering hum: it never pauses, so that the first sound heard is the first that could be, and noise suppression lets it pass. */
function sampleAt(index: number): number {
  const time = index / sampleRate
  const phase = 2 * Math.PI * (150 * time - (30 / (2 * Math.PI * 2)) * Math.cos(2 * Math.PI * 2 * time))
  const loudness = 0.12 + 0.06 * Math.sin(2 * Math.PI * 5 * time)
  let sum = 0
  for (let harmonic = 1; harmonic <= 12; harmonic++) sum += Math.sin(harmonic * phase) / harmonic
  return loudness * sum
}

/** Writes it as a WAV file (RIFF, 16 bit, mono) into the directory, and returns what makes a Chromium's microphone hear it. */
export function steadyVoiceArgs(directory: string): string[] {
  const samples = sampleRate * seconds
  const file = Buffer.alloc(headerBytes + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(sampleRate, 24)
  file.writeUInt32LE(sampleRate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  for (let index = 0; index < samples; index++)
    file.writeInt16LE(Math.round(sampleAt(index) * 32_767), headerBytes + index * 2)
  const path = join(directory, 'steady-voice.wav')
  writeFileSync(path, file)
  return [`--use-file-for-fake-audio-capture=${path}`]
}
