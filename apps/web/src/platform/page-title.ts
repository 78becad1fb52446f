import { useEffect } from 'react'
import { useConfig } from './config.ts'

/** Names the page in the tab and the history: `Mes salons – Visavis`; the product's name alone without a title. */
export function usePageTitle(title?: string): void {
  const { productName } = useConfig()
  useEffect(() => {
    document.title = title ? `${title} – ${productName}` : productName
  }, [title, productName])
}
