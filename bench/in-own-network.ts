import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOwnNetwork } from '../infra/own-network.ts'
import { runProgram } from '../infra/programs.ts'
import type { Measurements } from './figures.ts'

/** Measures the outages with a stack of their own, where cutting the network cuts nobody else's. */
export async function measureInOwnNetwork(times: number): Promise<Measurements> {
  const directory = mkdtempSync(join(tmpdir(), 'visavis-outages-'))
  const file = join(directory, 'measurements.json')
  try {
    const command = inOwnNetwork(process.execPath, [join(import.meta.dirname, 'apart.ts'), String(times), file])
    await runProgram(...command, { onLine: (line) => process.stderr.write(`${line}\n`) })
    const measured: Measurements = JSON.parse(readFileSync(file, 'utf8'))
    return measured
  } finally {
    rmSync(directory, { recursive: true })
  }
}
