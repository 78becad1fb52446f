interface Shown {
  readonly identity: string
  readonly isLocal: boolean
  readonly cameraOn: boolean
}

/** Who is shown without their picture where only so many cameras are: those who stand last. One's own is not received. */
export function withoutPicture(people: readonly Shown[], cameras: number): ReadonlySet<string> {
  const others = people.filter(({ isLocal, cameraOn }) => !isLocal && cameraOn)
  return new Set(others.slice(cameras).map(({ identity }) => identity))
}
