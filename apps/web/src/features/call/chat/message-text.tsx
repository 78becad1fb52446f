import { memo } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { type MessagePart, partsOf } from './message-parts.ts'

function Part({ part }: { part: MessagePart }) {
  if (part.kind === 'text') return part.text
  if (part.kind === 'mention') {
    const look = part.ofMe ? 'rounded bg-attention-soft px-1 text-on-attention-soft' : 'text-brand'
    return <strong className={look}>{part.text}</strong>
  }
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer" className="text-brand underline underline-offset-3">
      {part.text}
    </a>
  )
}

/** What somebody wrote, as text: lines, links and mentions are all that it can have. */
export const MessageText = memo(function MessageText(props: {
  text: string
  names: readonly string[]
  myName: string
  className?: string
}) {
  const { text, names, myName, className } = props
  return (
    <p dir="auto" className={classNames('text-left whitespace-pre-wrap wrap-anywhere', className)}>
      {partsOf(text, names, myName).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place.
        <Part key={index} part={part} />
      ))}
    </p>
  )
})
