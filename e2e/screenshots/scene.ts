import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../fixtures/chromium.ts'
import { watchNetwork } from '../fixtures/network-watch.ts'
import { createBrowserPool, createPeople, type People, type Person, type PersonOptions } from '../fixtures/people.ts'
import prepare from '../fixtures/prepare.ts'
import { type Product, startProduct } from '../fixtures/product.ts'
import { hushArgs, voiceArgs } from '../fixtures/voice.ts'
import { desk as deskContext, speakFrench } from './desk.ts'
import { film } from './portrait.ts'
import { sitters } from './sitters.ts'

export type SitterName = keyof typeof sitters

/** The product as it starts for tests, and people who only exist in films. */
export interface Scene {
  readonly product: Product
  readonly people: People
  /** A browser before which somebody sits: Karim and Paul speak, the others listen. */
  desk(name: SitterName): PersonOptions
  /** Somebody who has signed in, and is spoken to in French. */
  agent(name: SitterName, context?: PersonOptions['context']): Promise<Person>
}

const emails: Partial<Record<SitterName, string>> = {
  claire: 'claire.lemoine@numerique.example',
  karim: 'karim.haddad@numerique.example',
  jeanne: 'jeanne.petit@rivebelle.example',
}

/** Films those who are needed, and takes everything down again when the pictures are taken. */
export async function withScene(names: readonly SitterName[], use: (scene: Scene) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'visavis-pictures-'))
  const filmOf = (name: SitterName) => join(directory, `${name}.y4m`)
  const desk = (name: SitterName): PersonOptions => ({
    cores: 8,
    args: [
      `--use-file-for-fake-video-capture=${filmOf(name)}`,
      ...(name === 'karim' || name === 'paul' ? voiceArgs() : hushArgs()),
    ],
    context: deskContext,
  })
  await prepare()
  const product = await startProduct()
  const pool = createBrowserPool()
  const { people, leave } = createPeople(pool, product.url, watchNetwork([]))
  async function agent(name: SitterName, context = deskContext) {
    const person = await people.agent({ ...desk(name), email: emails[name] ?? '', context })
    await speakFrench(person)
    return person
  }
  try {
    const studio = await launchChromium({ devices: 'none' })
    for (const name of names) await film(studio, sitters[name], filmOf(name))
    await studio.close()
    await use({ product, people, desk, agent })
  } finally {
    await leave()
    await pool.closeAll()
    await product.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
