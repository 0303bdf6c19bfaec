import type { AllocationExplanation, AllocationReason, NamedItem } from "../../../types/http"
import { because, becausePosted, limitOf } from "../domain/planner/explain"
import type { CellPart } from "../domain/order/cells"
import { decimalOf } from "../domain/money"
import type { Allocation, OpenItem } from "../domain/open-item"
import { meansOf } from "./open-item-view"

/** What is known of an allocation, made or only proposed, when it is to be explained. */
type Explained = Pick<Allocation, "amount" | "rule" | "creditOpenBefore" | "debitOpenBefore">

interface Sides {
  readonly credit: OpenItem
  readonly debit: OpenItem
}

export interface Naming {
  readonly digits: number
  /** What rows are called, by their keys; an item of a row that is not among them is called by its own title. */
  readonly rowTitles?: ReadonlyMap<string, string>
}

/** Why an allocation was made: as facts for a program that makes the words, and as an English sentence. */
export function reasonOf(explained: Explained, { credit, debit }: Sides, naming: Naming): AllocationReason {
  const { digits } = naming
  return {
    amount: decimalOf(explained.amount, digits),
    rule: explained.rule,
    credit: namedItem(credit, naming),
    debit: namedItem(debit, naming),
    credit_open_before: decimalOf(explained.creditOpenBefore, digits),
    debit_open_before: decimalOf(explained.debitOpenBefore, digits),
    limit: limitOf(explained),
    because: because({ ...explained, credit: titleOf(credit), debit: debit.title }, digits),
  }
}

/** Why a cell holds one of its parts; nothing when an item of an allocation is not known. */
export function explanationOf(
  part: CellPart,
  items: ReadonlyMap<bigint, OpenItem>,
  naming: Naming,
): AllocationExplanation[] {
  if ("posting" in part) return [explanationOfPosting(part, naming)]
  const { allocation } = part
  const [credit, debit] = [items.get(allocation.creditItemId), items.get(allocation.debitItemId)]
  if (!credit || !debit) return []
  return [
    {
      allocation_id: allocation.id.toString(),
      origin: allocation.origin,
      step: allocation.step,
      ...reasonOf(allocation, { credit, debit }, naming),
      recorded_at: allocation.recordedAt,
    },
  ]
}

function explanationOfPosting(
  { posting, rule, amount }: Extract<CellPart, { posting: OpenItem }>,
  naming: Naming,
): AllocationExplanation {
  const size = decimalOf(amount < 0n ? -amount : amount, naming.digits)
  const item = namedItem(posting, naming)
  return {
    allocation_id: null,
    origin: "auto",
    step: null,
    amount: size,
    rule,
    credit: posting.side === "credit" ? item : null,
    debit: posting.side === "debit" ? item : null,
    credit_open_before: null,
    debit_open_before: null,
    limit: null,
    because: becausePosted(rule, size, item.title ?? posting.title),
    recorded_at: null,
  }
}

/** What an admin calls a credit: by its day when the host made it, by its own reference when a person did. */
function titleOf(item: OpenItem): string {
  const byPerson = item.kind === "deposit" || item.kind === "stored_value"
  return byPerson && item.reference !== item.key
    ? `${item.title} ${item.reference}`
    : `${item.title} of ${item.occurredOn}`
}

/** An item by what people know of it. */
export function namedItem(item: OpenItem, { rowTitles }: Pick<Naming, "rowTitles">): NamedItem {
  const { kind, side, lineKey, occurredOn, reference } = item
  const title = lineKey === null ? null : (rowTitles?.get(lineKey) ?? ownTitleOf(item))
  return { kind, side, row: lineKey, title, occurred_on: occurredOn, ...meansOf(item), reference }
}

/** A reversal's posting is titled "Chargeback: Boots" and its line "Boots"; a credit line says nothing of its line. */
function ownTitleOf({ kind, title }: OpenItem): string | null {
  if (kind === "credit_line") return null
  return kind === "reversal" ? title.replace(/^[^:]*: /, "") : title
}
