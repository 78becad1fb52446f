import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Capture, LocalMedia, LocalMediaState } from '../../platform/media/local-media.ts'
import { Preview } from './preview.tsx'

const off: Capture = { on: false, status: 'idle', track: null, fault: null }
const faulty = (fault: Capture['fault']): Capture => ({ on: true, status: 'faulty', track: null, fault })

function show(camera: Capture, microphone: Capture) {
  const media = { toggle: vi.fn(), retry: vi.fn(), start: vi.fn(), choose: vi.fn() }
  const state: LocalMediaState = {
    camera,
    microphone,
    devices: {
      camera: [],
      microphone: [
        { id: 'a', label: 'Headset (046d:0825)' },
        { id: 'b', label: '' },
      ],
      speaker: [],
    },
    chosen: { camera: null, microphone: 'b', speaker: null },
  }
  render(<Preview media={media as unknown as LocalMedia} state={state} name="Paul Mercier" />)
  return media
}

test.each([
  ['denied', /Your camera and microphone are blocked/, /site’s settings/],
  ['missing', /No camera or microphone found/, /Plug one in/],
  ['busy', /already in use/, /Close the other program/],
  ['insecure', /No camera or microphone at this address/, /https/],
] as const)('%s: said once for both, with how to mend it, and that one may come in without', (fault, title, advice) => {
  show(faulty(fault), faulty(fault))
  expect(screen.getAllByText(title)).toHaveLength(1)
  expect(screen.getByText(advice).textContent).toContain('You can also enter without.')
})

test('what no other try can mend offers none', () => {
  show(faulty('insecure'), faulty('insecure'))
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('two different faults are said where each belongs, and are tried again each by itself', async () => {
  const media = show(faulty('busy'), faulty('missing'))
  expect(screen.getByText('Your camera is already in use')).toBeTruthy()
  expect(screen.getByText('No microphone found')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1] as HTMLElement)
  expect(media.retry).toHaveBeenCalledWith('microphone')
})

test('what is off says so, and the buttons say what they will do', async () => {
  const media = show(off, off)
  expect(screen.getByText('Your camera is off')).toBeTruthy()
  expect(screen.getByText('Your microphone is off')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Turn camera on' }))
  expect(media.toggle).toHaveBeenCalledWith('camera')
})

test('devices go by their names without numbers for machines, or by ours', () => {
  show(off, off)
  const microphones = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Microphone' })
  expect([...microphones.options].map(({ text }) => text)).toEqual(['Headset', 'Microphone 2'])
  expect(microphones.value).toBe('b')
})
