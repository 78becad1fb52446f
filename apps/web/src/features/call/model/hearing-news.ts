/** Names of those whom one does not hear, and who do not hear oneself, though everything was tried. */
export interface HearingNews {
  readonly unheard: readonly string[]
  readonly unheardBy: readonly string[]
  /** Not one of those who were to listen hears one. */
  readonly byNobody: boolean
}
