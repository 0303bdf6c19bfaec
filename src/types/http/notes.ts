/** Who did something, with what they are called in the host; the name is null of who is gone there. */
export interface NotedBy {
  type: "system" | "user" | "api-key"
  id: string | null
  name: string | null
}

/** When something was done about a note, and by whom. */
export interface NotedAt {
  by: NotedBy
  /** ISO in UTC. */
  at: string
}

/** A note on a transaction. Of an order it goes with the order to whatever account that goes. */
export interface NoteView {
  id: string
  /** What was typed; "" where a mark has no text, and once it is erased. */
  text: string
  /** Whether it was written to mark the transaction to be checked. */
  to_check: boolean
  written: NotedAt
  /** Of a mark: when it was checked; null as long as it is to be. */
  checked: NotedAt | null
  /** When it was taken back; null of what stands. */
  taken_back: NotedAt | null
}

/** `POST /admin/reconciliation/transactions/:id/notes` */
export interface AddNoteBody {
  /** At most 2,000 characters. A mark may have none. */
  text?: string | undefined
  /** Marks the transaction to be checked. */
  to_check?: boolean | undefined
}

/** The note that a list shows of a transaction. */
export interface ShownNoteView {
  /** "" where a mark has no text, and once it is erased. */
  text: string
  /** ISO in UTC. */
  at: string
}
