import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './settings.ts'

/** The path of a program that a package of this workspace brings. */
export const bin = (name: string, workspace = '.') => join(ROOT, workspace, 'node_modules/.bin', name)

/** A program of the tool chain that failed, with all that it printed. */
export class ProgramError extends Error {
  override name = 'ProgramError'
  readonly output: string
  constructor(command: string, output: string) {
    super(`${command} failed:\n${output.trimEnd().split('\n').slice(-40).join('\n')}`)
    this.output = output
  }
}

export interface ProgramOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Gets each line of the output as it comes. */
  onLine?(line: string): void
}

/** Runs a program to its end and returns what it printed. Throws ProgramError when it fails. Ends it when we end. */
export function runProgram(command: string, args: string[], options: ProgramOptions = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`
      options.onLine?.(line)
    })
  }
  child.once('error', reject)
  child.once('close', (code) => {
    process.off('exit', end)
    if (code === 0) resolve(output)
    else reject(new ProgramError([command, ...args].join(' '), output))
  })
  return promise
}
