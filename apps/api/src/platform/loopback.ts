/** Whether a URL's host can only be this machine: the loopback networks, and the names that RFC 6761 binds to them. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === '[::1]' ||
    hostname === 'localhost' ||
    hostname.endsWith('.localhost')
  )
}
