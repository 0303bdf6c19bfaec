import { lineKeyOf } from "./lines"
import type { CreditedLine, ExpectedCredit } from "../domain/posting/document-state"
import { partOf, quantise } from "../domain/quantise"
import { exact, present, quantityOf, type HostLine, type HostVersion } from "./host-order"

/**
 * The lines that a credit of this version most likely pays back, which the host does not say: those
 * written off in a claim, then those on their way back, each up to what the units concerned are worth.
 * A line that has come back is not among them: the host has lowered its total by then.
 */
export function creditedLinesOf(version: HostVersion, digits: number): CreditedLine[] {
  const lines = present(version.items)
  const writtenOff = lines.flatMap((line) => creditedLineOf(line, claimed(line), digits))
  const known = new Set(writtenOff.map(({ lineKey }) => lineKey))
  const comingBack = lines
    .flatMap((line) => creditedLineOf(line, quantityOf(line.detail?.return_requested_quantity), digits))
    .filter(({ lineKey }) => !known.has(lineKey))
  return [...writtenOff, ...comingBack]
}

/** What returns on their way will bring: the host lowers their lines only when they are received. */
export function expectedCreditsOf(version: HostVersion, digits: number): ExpectedCredit[] {
  return present(version.items)
    .flatMap((line) => creditedLineOf(line, quantityOf(line.detail?.return_requested_quantity), digits))
    .map(({ lineKey, worth }) => ({ lineKey, amount: worth }))
}

/** The host also counts as written off what came back and was dismissed. */
function claimed({ detail }: HostLine): number {
  return quantityOf(detail?.written_off_quantity) - quantityOf(detail?.return_dismissed_quantity)
}

function creditedLineOf(line: HostLine, units: number, digits: number): CreditedLine[] {
  if (units <= 0) return []
  const total = exact(line.raw_total, { order_line: line.id })
  const charged = unitsCharged(line)
  const worth = quantise(units < charged ? partOf(total, units, charged) : total, digits)
  return worth > 0n ? [{ lineKey: lineKeyOf(line), worth }] : []
}

/** The units that the line's total is for; what came back is no longer in it. */
function unitsCharged({ quantity, detail }: HostLine): number {
  const gone = quantityOf(detail?.return_received_quantity) + quantityOf(detail?.return_dismissed_quantity)
  return quantityOf(quantity) - gone
}
