/** One named SQL statement; its file says what it asks, which index serves it and how many rows to expect. */
export interface Statement {
  readonly name: string
  readonly text: string
  /** Kept prepared by each connection: every change sends it, and planning it costs about what running it does. */
  readonly prepared?: true
}
