/** What is measured, in the order of the table. */
export const figures = {
  homeWeight: { title: 'home page, first load, JS and CSS, gzip', unit: 'kB', reference: '511 kB', aim: 100 },
  callWeight: { title: 'call page, first load, JS and CSS, gzip', unit: 'kB', reference: '650 kB', aim: 300 },
  joinButton: { title: 'page opened → join button', unit: 's', reference: '1.0–1.4 s', aim: 0.7 },
  connected: { title: 'click → connected', unit: 's', reference: '0.60 s', aim: 0.5 },
  firstFrame: { title: 'click → first remote frame', unit: 's', reference: '0.84 s', aim: 0.7 },
  firstSound: { title: 'click → first remote sound', unit: 's', reference: '–', aim: 0.6 },
  seen: { title: 'click → seen by those inside', unit: 's', reference: '1.58 s', aim: 1.0 },
  hostTold: { title: 'lobby: host told', unit: 's', reference: '0.26 s', aim: 0.1 },
  admitted: { title: 'lobby: admit → first frame', unit: 's', reference: '0.92 s', aim: 0.7 },
  joinRate: { title: 'joins per second, 50 connections', unit: '/s', reference: '185/s', aim: 900 },
  joinP99: { title: 'the same, p99', unit: 'ms', reference: '324 ms', aim: 100 },
  apiMemory: { title: 'memory of the API after that', unit: 'MB', reference: '281 MB', aim: 140 },
  pictureBack: { title: 'SFU killed, restarted after 1 s → picture again', unit: 's', reference: '7 s', aim: 5 },
  sign: { title: 'the same, until the first sign', unit: 's', reference: '5.5 s', aim: 1 },
} as const satisfies Record<string, FigureDefinition>

export interface FigureDefinition {
  title: string
  unit: 'kB' | 's' | '/s' | 'ms' | 'MB'
  /** The reference product's, on two such cores. */
  reference: string
  aim: number
}

export type FigureName = keyof typeof figures

/** What a section found out: for each of its figures every single measurement. */
export type Measurements = Partial<Record<FigureName, number[]>>
