/** The mark: two circles that meet. Decoration; the product's name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width={size} height={size} className="shrink-0">
      <rect width="32" height="32" rx="9" fill="#0e5a6b" />
      <circle cx="12" cy="16" r="6.5" fill="#fff" />
      <circle cx="20.5" cy="16" r="6.5" fill="#f2b134" />
      <path d="M16.25 11.08a6.5 6.5 0 0 1 0 9.84 6.5 6.5 0 0 1 0-9.84z" fill="#fbe0a6" />
    </svg>
  )
}
