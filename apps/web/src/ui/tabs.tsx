import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as TabsBase } from 'react-aria-components'

export interface TabItem {
  id: string
  label: string
  content: ReactNode
}

/** Sections of which one is shown; their names stand at its side, on a phone in rows above it. Heavy: only in what is lazy. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <TabsBase orientation="vertical" className="flex flex-col gap-5 sm:flex-row sm:gap-6">
      <TabList aria-label={label} className="flex shrink-0 flex-wrap gap-1 sm:w-44 sm:flex-col">
        {items.map(({ id, label }) => (
          <Tab
            key={id}
            id={id}
            className="flex min-h-11 cursor-pointer items-center rounded-control border border-transparent px-3 text-muted hover:bg-sunken hover:text-ink data-selected:border-brand data-selected:bg-brand-soft data-selected:font-strong data-selected:text-ink"
          >
            {label}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="flex min-w-0 flex-1 flex-col gap-3 rounded-control sm:min-h-72">
          {content}
        </TabPanel>
      ))}
    </TabsBase>
  )
}
