import type {
  AllocationExplanation,
  DecimalString,
  ListedTransactionView,
  MatchingCodeView,
  OrderAnswer,
  OrderOfCode,
} from "../../../../types/http"
import { nameOf, ruleLabel } from "../../../lib/because"
import type { Speech } from "../../../lib/speech"

/** An amount of a credit on a debit, as a person reads it. */
export interface Link {
  readonly key: string
  readonly from: string
  readonly to: string
  /** The order that what is paid is of; null where it is the row's own, or of none. */
  readonly order: OrderOfCode | null
  readonly amount: DecimalString
  readonly rule: string
}

/** What an order, or one amount on it, is reconciled with there. */
export function linksOfOrder(
  order: OrderAnswer,
  { item_id: itemId }: Pick<ListedTransactionView, "item_id">,
  speech: Speech,
): Link[] {
  if (!order.read) return []
  return order.cells
    .filter(({ column }) => itemId === null || column === itemId)
    .flatMap((cell) =>
      cell.explanations.flatMap((one, place) =>
        one.credit && one.debit
          ? [linkOf(one, { key: `${cell.row} ${cell.column} ${place}`, order: null }, speech)]
          : [],
      ),
    )
}

/** What money or a credit pays under its codes, on whichever orders. */
export function linksOfCodes(
  codes: readonly MatchingCodeView[],
  { item_id: itemId }: Pick<ListedTransactionView, "item_id">,
  speech: Speech,
): Link[] {
  return codes.flatMap(({ rank, links, to }) =>
    links
      .filter(({ from }) => from === itemId)
      .flatMap((link) => {
        const order = to.find(({ key }) => key === link.to)?.order ?? null
        return link.explanations.map((one, place) =>
          linkOf(one, { key: `${rank} ${link.to} ${place}`, order }, speech),
        )
      }),
  )
}

function linkOf(
  { credit, debit, amount, rule }: AllocationExplanation,
  { key, order }: Pick<Link, "key" | "order">,
  speech: Speech,
): Link {
  return {
    key,
    order,
    amount,
    from: credit ? nameOf(credit, speech) : "",
    to: debit ? nameOf(debit, speech) : "",
    rule: ruleLabel(rule, speech),
  }
}
