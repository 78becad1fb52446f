/** Marks an import that waits for an event: what it brings is no part of a page's first load, whose budget goes by this name. */
export const onUse = <T>(load: () => Promise<T>): Promise<T> => load()
