/** A command as it is to be started so that it, and all that it starts, has a network of its own with nothing but loopback. */
export function inOwnNetwork(command: string, args: readonly string[]): [command: string, args: string[]] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('Cutting a network takes root on Linux, within a network that is made for it and gone afterwards.')
  const enter = 'PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up && exec "$0" "$@"'
  return ['unshare', ['--net', '--', 'sh', '-c', enter, command, ...args]]
}
