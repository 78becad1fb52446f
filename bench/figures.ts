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
  soundBack: { title: 'the same, until the sound is back', unit: 's', reference: '–', aim: 5 },
  sign: { title: 'the same, until the first sign', unit: 's', reference: '5.5 s', aim: 1 },
  backAfterShort: { title: 'network gone for 10 s, back → picture again', unit: 's', reference: '–', aim: 5 },
  backAfterLong: { title: 'network gone for 60 s, back → picture again', unit: 's', reference: '–', aim: 5 },
  backOverTcp: { title: 'UDP blocked → picture again, over TCP', unit: 's', reference: '–', aim: 20 },
  frozen: { title: 'in all of these, longest freeze without a word', unit: 's', reference: '–', aim: 1 },
  listOpened: { title: 'click → list of 500 participants painted', unit: 'ms', reference: '–', aim: 100 },
  floodTask: { title: 'longest task while 1,000 messages arrive', unit: 'ms', reference: '–', aim: 100 },
} as const satisfies Record<string, FigureDefinition>

/** What is measured of a call with so many publishers; memory and time of a server are per participant. */
const crowdFigures = {
  mainThread: { title: 'main thread of the page, per second', unit: 'ms', aim: 300 },
  script: { title: 'of this in scripts', unit: 'ms', aim: 150 },
  dropped: { title: 'pictures dropped', unit: '%', aim: 1 },
  heap: { title: 'objects alive at the end', unit: 'MB', aim: 60 },
  heapGrowth: { title: 'their growth since the first minute', unit: '%', aim: 5 },
  resident: { title: 'memory of the page’s process at the end', unit: 'MB', aim: 600 },
  residentGrowth: { title: 'its growth since the first minute', unit: '%', aim: 5 },
  sfuCpu: { title: 'SFU, processor, per participant and second', unit: 'ms', aim: 20 },
  sfuMemory: { title: 'SFU, memory, per participant', unit: 'MB', aim: 5 },
  apiCpu: { title: 'API, processor, per participant and second', unit: 'ms', aim: 1 },
  apiMemory: { title: 'API, memory, per participant', unit: 'MB', aim: 1 },
} as const

export type CrowdFigure = keyof typeof crowdFigures

export interface FigureDefinition {
  title: string
  unit: 'kB' | 's' | '/s' | 'ms' | 'MB' | '%'
  /** The reference product's, on two such cores. */
  reference: string
  aim: number
}

export type FigureName = keyof typeof figures | `${CrowdFigure}/${number}`

/** All that was measured, in the order of the table. */
export function definitionsOf(measurements: Measurements): [FigureName, FigureDefinition][] {
  const crowds = (Object.keys(measurements) as FigureName[]).flatMap((name): [FigureName, FigureDefinition][] => {
    const [figure = '', publishers] = name.split('/')
    if (publishers === undefined || !(figure in crowdFigures)) return []
    const { title, ...definition } = crowdFigures[figure as CrowdFigure]
    return [[name, { title: `${publishers} publishers: ${title}`, reference: '–', ...definition }]]
  })
  return [...(Object.entries(figures) as [FigureName, FigureDefinition][]), ...crowds]
}

/** What a section found out: for each of its figures every single measurement. */
export type Measurements = Partial<Record<FigureName, number[]>>
