import { SheetMaker } from "../../src/admin/features/order/grid/sheet"
import { nextStep, type NextStep } from "../../src/admin/features/order/next-step"
import type { Wish } from "../../src/modules/reconciliation/domain/order/draft"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { OrderReconciliation } from "../../src/types/http"
import { charge, credit } from "./items"
import { answerOf, type AnsweredLedger } from "./order-answer"

export interface Found {
  readonly step: NextStep
  readonly order: OrderReconciliation
  readonly maker: SheetMaker
}

export interface Asked {
  readonly today?: string
  readonly wishes?: readonly Wish[]
  readonly isAuthorized?: boolean
}

export function stepOf(
  order: OrderReconciliation,
  { today = "2026-01-31", wishes = [], ...more }: Asked = {},
): Found {
  const maker = new SheetMaker(order, today)
  return {
    order,
    maker,
    step: nextStep({ order, maker, sheet: maker.sheet(wishes), wishes, today, ...more }),
  }
}

/** Items whose counters are what the allocations say, as the ledger answers them. */
export function ledger(
  items: readonly OpenItem[],
  allocations: readonly Allocation[] = [],
  more: Partial<AnsweredLedger> = {},
): OrderReconciliation {
  const counted = items.map((item) => ({
    ...item,
    allocated: allocations
      .filter(({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id)
      .reduce((sum, { amount }) => sum + amount, 0n),
  }))
  return answerOf({ items: counted, allocations, ...more })
}

export const A = charge(1n, "A", 1420n)
export const B = charge(2n, "B", 1275n)
export const cash = (id: bigint, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  credit({ id, kind: "payment", amount, method: "cash", occurredOn: "2026-01-26", ...more })

const titles = (items: readonly { title: string }[]): string => items.map(({ title }) => title).join(" ")

/** A step in the words of the table. */
export function told(step: NextStep): string {
  switch (step.kind) {
    case "unpaid":
      return `unpaid ${step.amount} of ${titles(step.items)}${step.isPaidInPart ? ", paid in part" : ""}`
    case "surplus":
      return `surplus ${step.money.amount} of ${step.money.first.kind}, ${step.owed}`
    case "taken_back":
      return [
        `taken_back ${step.amount} on ${step.occurredOn}`,
        step.how,
        ...step.items.map(({ title }) => `${title} open`),
      ].join(", ")
    case "return_expected":
      return `return_expected ${step.amount}`
    case "next_instalment":
      return `next_instalment ${step.amount} on ${step.dueOn} for ${titles(step.items)}${step.notCovered ? `, without ${step.notCovered}` : ""}`
    case "overdue":
    case "failed":
      return `${step.kind} ${step.amount} on ${step.dueOn}, ${step.daysLate} late`
    case "done":
    case "error":
    case "nothing_to_pay":
    case "place":
    case "refund_unplaced":
    case "warning":
      return step.kind
  }
}
