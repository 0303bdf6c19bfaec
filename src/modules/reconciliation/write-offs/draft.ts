import { keyOf } from "../domain/key"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import type { OpenItem } from "../domain/open-item"
import { planCashDiscount } from "../domain/write-offs/cash-discount"
import { openForWriteOff, planWriteOff } from "../domain/write-offs/write-off"
import type { DraftedChange } from "../ledger/envelope"
import type { WriteOffSettings } from "../settings/write-off-options"
import type { WriteOffInput, WriteOffPlace } from "./types"

export interface DecidedWriteOff extends Pick<WriteOffInput, "kind" | "id" | "occurredAt" | "occurredOn"> {
  readonly amount: bigint
  readonly settings: WriteOffSettings
  /** The id of its first item among those of its change. */
  readonly firstId?: bigint
  /** Of a discount: what of each debit it is measured by. Default: what each has open. */
  readonly weightOf?: (debit: Candidate) => bigint
}

/** What a write-off that was decided posts and settles. */
export function postingsOf(
  place: WriteOffPlace,
  decided: DecidedWriteOff,
): { items: readonly OpenItem[]; proposals: readonly Proposal[] } {
  const { kind, amount, settings, id, occurredAt, occurredOn, firstId = -1n } = decided
  const open = openForWriteOff(place.candidates, kind)
  const description = { occurredAt, occurredOn, glAccount: settings.accounts[kind], firstId }
  const documentId = place.loaded?.document.id ?? null
  if (kind === "cash_discount" && documentId !== null) {
    const { weightOf = (debit) => debit.open } = decided
    const among = open.map((debit) => ({ debit, weight: weightOf(debit) }))
    return planCashDiscount(amount, among, { ...description, id, documentId })
  }
  const { item, proposals } = planWriteOff(amount, open, {
    ...description,
    key: keyOf("writeOff", id),
    kind,
    documentId,
  })
  return { items: [item], proposals }
}

/** The change that a write-off which was decided makes. */
export function draftOf(
  place: WriteOffPlace,
  { origin, ...decided }: DecidedWriteOff & { readonly origin: "auto" | "manual" },
): DraftedChange {
  return { kind: "write_off", ...postingsOf(place, decided), origin }
}
