import type { ReactNode } from 'react'

export interface MessageScreenProps {
  /** A decorative picture or icon above the words. */
  picture?: ReactNode
  title: string
  text?: ReactNode
  /** What one can do now; the first is the obvious step. */
  actions?: ReactNode
  /** Fine print for whoever helps: codes to copy. */
  details?: ReactNode
}

/** A whole screen that says what happened and what one can do: not found, left, ended, broken. */
export function MessageScreen({ picture, title, text, actions, details }: MessageScreenProps) {
  return (
    <div className="m-auto flex w-full max-w-xl flex-col items-center gap-3 px-4 py-12 text-center">
      {picture && <div className="mb-3 text-muted">{picture}</div>}
      <h1 tabIndex={-1} className="text-title text-balance">
        {title}
      </h1>
      {text && <div className="flex flex-col gap-2 text-muted *:text-balance">{text}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-3">{actions}</div>}
      {details && <div className="mt-8 text-small text-muted">{details}</div>}
    </div>
  )
}
