import { rowKindOf } from "../key"
import type { OpenItem } from "../open-item"
import { least } from "../money"
import { openComponent, type Component } from "../tax"
import { put } from "./fill"
import { byLine, byOccurrence } from "./order-of"
import type { Candidate, Proposal, Strategy } from "./strategy"

/** What an order is made of, in the order in which it is paid unless the store says otherwise. */
export const COMPONENTS = ["tax", "fees", "items", "shipping"] as const

export type OrderComponent = (typeof COMPONENTS)[number]

/**
 * Money pays one component of all that is owed, then the next: the tax in every line first, say, then
 * fees, then items without their tax, shipping last. Within a component, lines in order.
 *
 * @param priority components in the order in which they are paid; those left out follow in the usual order
 */
export function componentPriority(priority: readonly OrderComponent[]): Strategy {
  const order = [...priority, ...COMPONENTS.filter((component) => !priority.includes(component))]
  return (credits, debits) => {
    const lines = debits.toSorted(byLine)
    const money = credits.toSorted(byOccurrence)
    return money.flatMap((credit) => order.flatMap((component) => payComponent(credit, lines, component)))
  }
}

function payComponent(credit: Candidate, lines: readonly Candidate[], component: OrderComponent): Proposal[] {
  return lines.flatMap((debit) => {
    const part = partOf(debit.item, component)
    if (part === null) return []
    const amount = least(credit.open, openPart(debit, part))
    return amount > 0n ? [put(credit, debit, { amount, rule: "component_priority", component: part })] : []
  })
}

/** Which part of an item a component is; null when the item has nothing of it. */
function partOf(item: OpenItem, component: OrderComponent): Component | null {
  const divisible = item.taxes.length > 0 && item.taxes.every(({ amount }) => amount > 0n)
  if (component === "tax") return divisible ? "tax" : null
  return kindOfLine(item) === component ? (divisible ? "net" : "whole") : null
}

function kindOfLine({ kind, lineKey }: OpenItem): OrderComponent {
  if (kind === "fee") return "fees"
  return lineKey !== null && rowKindOf(lineKey) === "shipping" ? "shipping" : "items"
}

function openPart({ item, open, taxed }: Candidate, part: Component): bigint {
  const taxes = item.taxes.map(({ amount }) => amount)
  return least(
    open,
    openComponent({ total: item.amount, allocated: item.amount - open, taxes, taken: taxed }, part),
  )
}
