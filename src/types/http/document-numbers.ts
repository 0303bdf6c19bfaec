/** The number that another program gave to the paper of a transaction. */
export interface DocumentNumberView {
  number: string
  kind: DocumentNumberKind
  /** The day on it, where it was said. */
  issued_on: string | null
}

export type DocumentNumberKind = "invoice" | "credit_note"

/** A number that a transaction was given, or that was taken off it. */
export interface GivenDocumentNumberView {
  /** Null where it was taken off. */
  document_number: DocumentNumberView | null
  /** "given" by a route or a workflow, or read of the "host". */
  source: "given" | "host"
  /** By what: a route, a workflow's cause, "metadata". */
  cause: string
  actor: { type: string; id: string | null }
  /** ISO in UTC. */
  recorded_at: string
}

/** `PUT /admin/reconciliation/transactions/:id/document-number` */
export interface GiveDocumentNumberBody {
  /** At most 60 characters; null takes it off. */
  number: string | null
  /** Default: a credit note of a refund and of a credit, an invoice of all else. */
  kind?: DocumentNumberKind | undefined
  issued_on?: string | undefined
}
