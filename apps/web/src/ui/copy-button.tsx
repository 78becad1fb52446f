import { Check, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { copyText } from './copy-text.ts'

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  text: string
  children: string
  /** Shown in the button's place for two seconds after it worked. */
  copiedLabel: string
  /** Said when the browser refuses, with the text to copy by hand. */
  onRefused: (text: string) => void
}

const confirmedForMs = 2000

/** Copies a text and says so where one looks: in the button itself, which keeps its width. */
export function CopyButton({ text, children, copiedLabel, onRefused, ...rest }: CopyButtonProps) {
  const [copiedAt, setCopiedAt] = useState(0)
  const copied = copiedAt > 0

  useEffect(() => {
    if (copiedAt === 0) return
    const timer = setTimeout(() => setCopiedAt(0), confirmedForMs)
    return () => clearTimeout(timer)
  }, [copiedAt])

  const copy = async () => ((await copyText(text)) ? setCopiedAt(Date.now()) : onRefused(text))
  const Icon = copied ? Check : Link2
  return (
    <Button {...rest} onClick={copy}>
      <Icon aria-hidden="true" size={18} />
      <span className="grid">
        <span className={copied ? 'invisible col-start-1 row-start-1' : 'col-start-1 row-start-1'}>{children}</span>
        <span role="status" className="col-start-1 row-start-1 justify-self-start">
          {copied && copiedLabel}
        </span>
      </span>
    </Button>
  )
}
