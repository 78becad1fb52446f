import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { fieldStyle } from './field.tsx'

export interface SearchFieldProps {
  /** Its name for screen readers, and the placeholder. */
  label: string
  /** Called when typing has paused. */
  onSearch: (text: string) => void
  className?: string
}

const pauseMs = 250

/** A search field that searches while one types. */
export function SearchField({ label, onSearch, className }: SearchFieldProps) {
  const [text, setText] = useState('')
  const told = useRef('')

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === told.current) return
    const timer = setTimeout(() => {
      told.current = wanted
      onSearch(wanted)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text, onSearch])

  return (
    <div className={classNames('relative', className)}>
      <Search aria-hidden="true" size={18} className="absolute top-1/2 left-3.5 -translate-y-1/2 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        className={classNames(fieldStyle, 'pl-10')}
      />
    </div>
  )
}
