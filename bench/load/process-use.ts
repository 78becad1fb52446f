import { readFileSync } from 'node:fs'

/** Linux counts a process's time in hundredths of a second. */
const ticksPerSecond = 100

/** What a process has used: time of processors since it began, and memory that it holds now, shared pages included. */
export interface ProcessUse {
  cpuSeconds: number
  residentMb: number
}

/** Read from /proc (man 5 proc_pid_stat). */
export function useOf(pid: number): ProcessUse {
  // The name, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])]
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpuSeconds: (userTicks + systemTicks) / ticksPerSecond, residentMb: (Number(resident?.[1]) * 1024) / 1e6 }
}
