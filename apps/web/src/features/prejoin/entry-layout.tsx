import type { ReactNode } from 'react'

export interface EntryLayoutProps {
  heading: ReactNode
  preview: ReactNode
  children: ReactNode
}

/**
 * Prejoin and lobby: the picture on the left, words and the next step on the right; on an upright phone the words come first. The
 * preview keeps its place in the tree, so that nothing flickers from one to the other.
 */
export function EntryLayout({ heading, preview, children }: EntryLayoutProps) {
  return (
    <div className="m-auto grid w-full max-w-[90rem] gap-x-16 gap-y-4 px-4 py-4 md:px-8 short:grid-cols-[minmax(0,1fr)_minmax(16rem,1fr)] short:grid-rows-[1fr_auto_auto_1fr] short:gap-x-6 short:py-2 lg:grid-cols-[minmax(0,760fr)_minmax(20rem,400fr)] lg:grid-rows-[1fr_auto_auto_1fr] lg:px-12 lg:py-8 xl:px-27">
      <div className="short:col-start-2 short:row-start-2 lg:col-start-2 lg:row-start-2">{heading}</div>
      <div className="short:col-start-1 short:row-span-4 short:row-start-1 lg:col-start-1 lg:row-span-4 lg:row-start-1 lg:self-center">
        {preview}
      </div>
      <div className="short:col-start-2 short:row-start-3 lg:col-start-2 lg:row-start-3 lg:mt-2">{children}</div>
    </div>
  )
}
