import { expect, test } from 'vitest'
import { isWeakDevice } from './device-class.ts'

const device = { cores: 8, memoryGb: 8, phone: false, apple: false }

test.each([
  ['a simple phone', { phone: true, cores: 4 }, true],
  ['a good phone', { phone: true }, false],
  ['an office machine with two processors', { cores: 2 }, true],
  ['one with four', { cores: 4 }, false],
  ['little memory', { memoryGb: 2 }, true],
  ['an iPhone, which tells of two processors whatever it has', { apple: true, phone: true, cores: 2 }, false],
  ['a browser that tells nothing', { cores: undefined, memoryGb: undefined }, false],
])('%s', (_, facts, weak) => expect(isWeakDevice({ ...device, ...facts })).toBe(weak))
