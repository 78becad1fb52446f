import { useId } from 'react'

const tiles = [
  { x: 0, y: 0, tint: 'light-dark(#dcebee, #16333a)' },
  { x: 287, y: 0, tint: 'light-dark(#fbeed0, #302912)' },
  { x: 0, y: 257, tint: 'light-dark(#e6e3ee, #262337)' },
  { x: 287, y: 257, tint: 'light-dark(#dcece2, #16322a)' },
]
const ripples = [196, 236, 276, 316]

/** Two circles that meet, seen through the four windows of a call. Decoration: nothing is said here. */
export function MeetingCircles({ className }: { className?: string }) {
  const id = useId()
  return (
    <svg viewBox="0 0 560 500" aria-hidden="true" className={className}>
      <defs>
        <clipPath id={`${id}windows`}>
          {tiles.map(({ x, y }) => (
            <rect key={`${x}-${y}`} x={x} y={y} width="273" height="243" rx="24" />
          ))}
        </clipPath>
        <clipPath id={`${id}left`}>
          <circle cx="196" cy="250" r="156" />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}windows)`}>
        {tiles.map(({ x, y, tint }) => (
          <rect key={`${x}-${y}`} x={x} y={y} width="273" height="243" fill={tint} />
        ))}
        <g fill="none" strokeWidth="1.5" stroke="light-dark(#0e5a6b, #4fd1b5)">
          {ripples.map((radius, index) => (
            <circle key={radius} cx="196" cy="250" r={radius} opacity={0.26 - index * 0.06} />
          ))}
        </g>
        <g fill="none" strokeWidth="1.5" stroke="light-dark(#b97f10, #f2b134)">
          {ripples.map((radius, index) => (
            <circle key={radius} cx="364" cy="250" r={radius} opacity={0.3 - index * 0.07} />
          ))}
        </g>
        <circle cx="196" cy="250" r="156" fill="light-dark(#0e5a6b, #17778a)" />
        <circle cx="364" cy="250" r="156" fill="#f2b134" />
        <circle cx="364" cy="250" r="156" fill="#fbe3ae" clipPath={`url(#${id}left)`} />
      </g>
    </svg>
  )
}
