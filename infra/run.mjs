// The one entry to everything: `node infra/run.mjs start|dev|test|bench|check`. It runs on any Node from 20 on, with
// nothing installed: it gets the pinned Node and pnpm, installs the packages, and hands over to infra/<command>.ts.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from './steps.mjs'

const NODE_VERSION = '24.21.0'
const PNPM_VERSION = '12.21.0'
const COMMANDS = ['start', 'dev', 'test', 'bench', 'check']
const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @typedef {{ node: string, path: string }} Toolchain */

/**
 * Runs a program to its end; throws with what it printed when it fails.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env @param {(line: string) => void} detail
 */
function run(command, args, env, detail) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk
      detail(output.trimEnd().split('\n').at(-1)?.trim() ?? '')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(undefined)
      else
        reject(new Error(`${command} ${args.join(' ')} failed:\n${output.trimEnd().split('\n').slice(-25).join('\n')}`))
    })
  })
}

/**
 * The pinned pnpm, and the pinned Node where this machine's is older, from npm's registry into .data/toolchain.
 * @returns {Promise<Toolchain>}
 */
async function toolchain() {
  const ownNode = Number(process.versions.node.split('.')[0]) >= 24
  const packages = [`pnpm@${PNPM_VERSION}`, ...(ownNode ? [] : [`node@${NODE_VERSION}`])]
  const directory = join(root, '.data/toolchain')
  const bin = join(directory, 'node_modules/.bin')
  const stamp = join(directory, 'node_modules/.packages')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== packages.join(' ')) {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'package.json'), '{ "private": true }\n')
    const args = ['install', '--prefix', directory, '--no-save', '--no-audit', '--no-fund', ...packages]
    await step(`Getting ${packages.join(' and ')}`, (detail) => run('npm', args, process.env, detail))
    writeFileSync(stamp, packages.join(' '))
  }
  return {
    node: ownNode ? process.execPath : join(bin, 'node'),
    path: [...(ownNode ? [dirname(process.execPath)] : []), bin, process.env.PATH].join(delimiter),
  }
}

/** Installs the packages when the lockfile changed since the last time. @param {NodeJS.ProcessEnv} env */
async function installPackages(env) {
  const hash = createHash('sha256').update(process.version)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  const stamp = join(root, 'node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step('Installing packages', (detail) => run('pnpm', ['install', '--frozen-lockfile'], env, detail))
  writeFileSync(stamp, wanted)
}

async function main() {
  const [command = 'start', ...args] = process.argv.slice(2)
  if (!COMMANDS.includes(command))
    throw new Error(`There is no command "${command}"; there are ${COMMANDS.join(', ')}.`)
  const { node, path } = await toolchain()
  const env = { ...process.env, PATH: path }
  await installPackages(env)

  const script = join(root, command === 'bench' ? 'bench/run.ts' : `infra/${command}.ts`)
  // What an operator sets for the product must not change what the tests find.
  const file = join(root, '.env')
  const dotEnv = ['start', 'dev'].includes(command) && existsSync(file) ? [`--env-file=${file}`] : []
  const child = spawn(node, [...dotEnv, '--disable-warning=ExperimentalWarning', script, ...args], {
    env,
    stdio: 'inherit',
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1)
  })
}

main().catch((error) => {
  console.error(`\n${error.message}`)
  process.exitCode = 1
})
