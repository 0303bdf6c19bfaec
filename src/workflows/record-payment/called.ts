import type { ChangeContext } from "../../modules/reconciliation/ledger/change"

/** What every workflow that records money takes besides what is recorded. */
export interface Called {
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
}

export const contextOf = ({ actor, cause, note }: Called & { note?: string | undefined }): ChangeContext => ({
  actor: actor ?? { type: "system", id: null },
  cause: cause ?? "workflow",
  ...(note !== undefined && { reason: note }),
})
