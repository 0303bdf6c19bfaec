import { decimalOf } from "../domain/money"
import { exactSum, negated, quantise } from "../domain/quantise"
import { exact, present, type HostCreditLine } from "./host-order"

/** Marks a credit line that the plugin wrote: what it gives up stands in the ledger already, as a write-off. */
export const WRITE_OFF_REFERENCE = "reconciliation-write-off"

/** What the host's lines of one write-off lack of what the ledger says, a signed decimal; null when nothing. */
export function missingCredit(
  lines: readonly (HostCreditLine | null)[] | null | undefined,
  { key, amount, digits }: { readonly key: string; readonly amount: string; readonly digits: number },
): string | null {
  const own = present(lines).filter(
    ({ reference, reference_id: id }) => reference === WRITE_OFF_REFERENCE && id === key,
  )
  const missing = exactSum([amount, ...own.map((line) => negated(exact(line.raw_amount)))])
  const units = quantise(missing, digits)
  return units === 0n ? null : decimalOf(units, digits)
}
