import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from '@playwright/test'
import type { Sitter } from './sitters.ts'

const size = { width: 960, height: 540 }
const frames = 30
/** Few pictures a second: every browser of the scene encodes and decodes in software. */
const framesPerSecond = 10

/** The room and the person in it; `turn`, from -1 to 1, is where the sunlight and the head are. */
function draw(sitter: Sitter, turn: number): string {
  const sway = turn * 4
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540">
    <defs>
      <linearGradient id="depth" x2="0" y2="1"><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#16202a" stop-opacity=".12"/></linearGradient>
      <clipPath id="head"><ellipse cx="480" cy="246" rx="92" ry="114"/></clipPath>
    </defs>
    <rect width="960" height="540" fill="${sitter.wall}"/>
    <rect width="286" height="540" fill="${sitter.panel}"/>
    <rect x="706" y="66" width="168" height="222" rx="6" fill="${sitter.frame}"/>
    <rect x="722" y="82" width="136" height="190" rx="2" fill="${sitter.wall}" opacity=".55"/>
    <path d="M560 -20 h150 l-260 580 h-150 Z" fill="#fff" opacity=".22"/>
    <rect width="960" height="540" fill="url(#depth)"/>
    <g transform="translate(${sway} ${Math.abs(turn) * 2})">
      ${sitter.behind ? `<path d="${sitter.behind}" fill="${sitter.hair}"/>` : ''}
      <path d="M242 560 C250 436 352 388 480 386 C608 388 710 436 718 560 Z" fill="${sitter.clothes}"/>
      <path d="M438 330 h84 v58 a42 44 0 0 1 -84 0 Z" fill="${sitter.shade}"/>
      <ellipse cx="480" cy="246" rx="92" ry="114" fill="${sitter.skin}"/>
      <ellipse cx="${436 + turn * 12}" cy="232" rx="86" ry="126" fill="#ffe8cc" opacity=".14" clip-path="url(#head)"/>
      ${sitter.over.replaceAll('HAIR', sitter.hair)}
    </g>
  </svg>`
}

/** Films a sitter for three seconds that can be shown again and again, and writes the film for a fake camera (y4m). */
export async function film(browser: Browser, sitter: Sitter, path: string): Promise<void> {
  const input = ['-f', 'image2pipe', '-c:v', 'mjpeg', '-framerate', String(framesPerSecond), '-i', '-']
  const ffmpeg = spawn('ffmpeg', ['-loglevel', 'error', '-y', ...input, '-pix_fmt', 'yuv420p', path], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const page = await browser.newPage({ viewport: size })
  for (let frame = 0; frame < frames; frame++) {
    const drawing = draw(sitter, Math.sin((frame / frames) * 2 * Math.PI))
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`)
    ffmpeg.stdin.write(await page.screenshot({ type: 'jpeg', quality: 95 }))
  }
  ffmpeg.stdin.end()
  await page.close()
  const [code] = await once(ffmpeg, 'exit')
  if (code !== 0) throw new Error(`ffmpeg could not write ${path}`)
}
