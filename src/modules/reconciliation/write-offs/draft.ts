import { keyOf } from "../domain/key"
import { openForWriteOff, planWriteOff } from "../domain/write-offs/write-off"
import type { DraftedChange } from "../ledger/envelope"
import type { WriteOffSettings } from "../settings/write-off-options"
import type { WriteOffInput, WriteOffPlace } from "./types"

interface DecidedWriteOff extends Pick<WriteOffInput, "kind" | "id" | "occurredAt" | "occurredOn"> {
  readonly amount: bigint
  readonly origin: "auto" | "manual"
  readonly settings: WriteOffSettings
}

/** The change that a write-off which was decided makes. */
export function draftOf(place: WriteOffPlace, decided: DecidedWriteOff): DraftedChange {
  const { kind, amount, settings } = decided
  const { item, proposals } = planWriteOff(amount, openForWriteOff(place.candidates, kind), {
    key: keyOf("writeOff", decided.id),
    kind,
    documentId: place.loaded?.document.id ?? null,
    occurredAt: decided.occurredAt,
    occurredOn: decided.occurredOn,
    glAccount: settings.accounts[kind],
  })
  return { kind: "write_off", items: [item], proposals, origin: decided.origin }
}
