// Made by emoji-plugin.ts.
declare module 'virtual:emoji/*' {
  const groups: import('./emoji-search.ts').EmojiGroup[]
  export default groups
}
