/** One named SQL statement; its file says what it asks, which index serves it and how many rows to expect. */
export interface Statement {
  readonly name: string
  readonly text: string
  /** Kept prepared by each connection, because planning it costs more than running it. */
  readonly prepared?: true
}
