import { useId } from 'react'

const windows = [
  { x: 0, y: 0, tint: 'light-dark(#dcebee, #16333a)' },
  { x: 287, y: 0, tint: 'light-dark(#fbeed0, #302912)' },
  { x: 0, y: 257, tint: 'light-dark(#e6e3ee, #262337)' },
  { x: 287, y: 257, tint: 'light-dark(#dcece2, #16322a)' },
]
const ripples = [196, 236, 276, 316]

// Two circles of radius 156 around (196, 250) and (364, 250), which meet at x = 280.
const left = 'M280 118.5A156 156 0 1 0 280 381.5A156 156 0 0 1 280 118.5'
const right = 'M280 118.5A156 156 0 1 1 280 381.5A156 156 0 0 0 280 118.5'
const shared = 'M280 118.5A156 156 0 0 1 280 381.5A156 156 0 0 1 280 118.5'

/** Two circles that meet, seen through the four windows of a call. Decoration: nothing is said here. */
export function MeetingCircles({ className }: { className?: string }) {
  const clip = useId()
  return (
    <svg viewBox="0 0 560 500" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <clipPath id={clip}>
        {windows.map(({ tint, ...corner }) => (
          <rect key={tint} {...corner} width="273" height="243" rx="24" />
        ))}
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {windows.map(({ tint, ...corner }) => (
          <rect key={tint} {...corner} width="273" height="243" fill={tint} />
        ))}
        <Ripples x={196} stroke="light-dark(#0e5a6b, #4fd1b5)" />
        <Ripples x={364} stroke="light-dark(#b97f10, #f2b134)" />
        <path d={left} fill="light-dark(#0e5a6b, #17778a)" />
        <path d={right} fill="#f2b134" />
        <path d={shared} fill="#fbe3ae" stroke="#fbe3ae" />
      </g>
    </svg>
  )
}

function Ripples({ x, stroke }: { x: number; stroke: string }) {
  return ripples.map((radius, index) => (
    <circle
      key={radius}
      cx={x}
      cy="250"
      r={radius}
      fill="none"
      stroke={stroke}
      strokeWidth="1.5"
      opacity={0.28 - index * 0.065}
    />
  ))
}
