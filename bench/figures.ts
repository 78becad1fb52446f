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
  breakoutMove: { title: 'breakout move: click → first frame there', unit: 's', reference: '–', aim: 1.5 },
  joinRate: { title: 'joins per second, 50 connections', unit: '/s', reference: '185/s', aim: 900 },
  joinP99: { title: 'the same, p99', unit: 'ms', reference: '324 ms', aim: 100 },
  apiMemory: { title: 'memory of the API after that', unit: 'MB', reference: '281 MB', aim: 140 },
  voteMedian: { title: '1,000 votes in 10 s: vote → counted', unit: 'ms', reference: '–', aim: 50 },
  voteP99: { title: 'the same, p99', unit: 'ms', reference: '–', aim: 200 },
  voteRate: { title: '1,000 votes at once, per second', unit: '/s', reference: '–', aim: 300 },
  pictureBack: { title: 'SFU killed, restarted after 1 s → picture again', unit: 's', reference: '7 s', aim: 5 },
  soundBack: { title: 'the same, until the sound is back', unit: 's', reference: '–', aim: 5 },
  sign: { title: 'the same, until the first sign', unit: 's', reference: '5.5 s', aim: 1 },
  backAfterShort: { title: 'network gone for 10 s, back → picture again', unit: 's', reference: '–', aim: 5 },
  backAfterLong: { title: 'network gone for 60 s, back → picture again', unit: 's', reference: '–', aim: 5 },
  backOverTcp: { title: 'UDP blocked → picture again, over TCP', unit: 's', reference: '–', aim: 20 },
  frozen: { title: 'in all of these, longest freeze without a word', unit: 's', reference: '–', aim: 1 },
  listOpened: { title: 'click → list of 500 participants painted', unit: 'ms', reference: '–', aim: 100 },
  audienceRate: { title: 'audience: people into the call, per second', unit: '/s', reference: '–', aim: 12 },
  audienceDeaf: { title: 'audience: without sound for a second', unit: '%', reference: '–', aim: 0 },
  audienceSfuCpu: { title: 'audience: SFU, processor, per person and second', unit: 'ms', reference: '–', aim: 1 },
  audienceSfuMemory: { title: 'audience: SFU, memory, per person', unit: 'MB', reference: '–', aim: 2 },
  audienceApiJoin: { title: 'audience: API, processor, per person coming in', unit: 'ms', reference: '–', aim: 20 },
  audienceApiMemory: { title: 'audience: API, memory, with all of them', unit: 'MB', reference: '–', aim: 250 },
  audienceMain: { title: 'audience: main thread of the host’s page, per second', unit: 'ms', reference: '–', aim: 300 },
  audienceHeap: { title: 'audience: objects alive in the host’s page', unit: 'MB', reference: '–', aim: 60 },
  audienceList: { title: 'audience: click → list of all of them painted', unit: 'ms', reference: '–', aim: 100 },
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

/** What is measured where one speaker is seen by so many. */
const watchedFigures = {
  watchShort: { title: 'pictures that do not arrive', unit: '%', aim: 5 },
  watchSfuCpu: { title: 'SFU, processor, per second', unit: 'ms', aim: 1000 },
} as const

export type WatchedFigure = keyof typeof watchedFigures
export type CrowdFigure = keyof typeof crowdFigures

export interface FigureDefinition {
  title: string
  unit: 'kB' | 's' | '/s' | 'ms' | 'MB' | '%'
  /** The reference product's, on two such cores. */
  reference: string
  aim: number
}

export type FigureName = keyof typeof figures | `${CrowdFigure | WatchedFigure}/${number}`

/** Figures that there are once for each number of people. */
const families = [
  { of: crowdFigures, who: 'publishers' },
  { of: watchedFigures, who: 'watching one speaker' },
] as const

/** All that was measured, in the order of the table. */
export function definitionsOf(measurements: Measurements): [FigureName, FigureDefinition][] {
  const byNumber = (Object.keys(measurements) as FigureName[]).flatMap((name): [FigureName, FigureDefinition][] => {
    const [figure = '', people] = name.split('/')
    return families.flatMap(({ of, who }) =>
      Object.entries(of)
        .filter(([key]) => people !== undefined && key === figure)
        .map(([, { title, ...definition }]): [FigureName, FigureDefinition] => [
          name,
          { title: `${people} ${who}: ${title}`, reference: '–', ...definition },
        ]),
    )
  })
  return [...(Object.entries(figures) as [FigureName, FigureDefinition][]), ...byNumber]
}

/** What a section found out: for each of its figures every single measurement. */
export type Measurements = Partial<Record<FigureName, number[]>>
