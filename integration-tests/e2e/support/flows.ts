import type { Page } from "playwright-core"
import type { OrderReconciliation, UnreadOrder } from "../../../src/types/http"
import { ACCOUNT_FLOWS } from "./account-flows"
import type { Target } from "./admin"
import { CARD_FLOWS } from "./card-flows"
import { CODE_FLOW } from "./code-flow"
import type { Flow, State } from "./flow"
import { LIST_FLOWS } from "./list-flows"
import { MEMBER_FLOWS } from "./member-flows"
import { MIRROR_FLOW } from "./mirror-flow"
import { OVERVIEW_FLOW } from "./overview-flow"
import { PAGE_FLOWS } from "./page-flows"
import { RECEIPT_FLOW } from "./receipt-flow"
import { RUN_FLOW } from "./run-flow"

/** Every flow through the screens that there are. A new screen has a flow here before it has users. */
export const FLOWS: Readonly<Record<string, Flow>> = {
  ...CARD_FLOWS,
  ...PAGE_FLOWS,
  ...ACCOUNT_FLOWS,
  ...LIST_FLOWS,
  ...MEMBER_FLOWS,
  "follow a payment under a matching code": CODE_FLOW,
  "print the receipt of a payment": RECEIPT_FLOW,
  "see what the store does not count": MIRROR_FLOW,
  "see the overview": OVERVIEW_FLOW,
  "look at what a run over all accounts would do": RUN_FLOW,
}

/** The order that is in a state; what only the network can be in is shown of the partly paid one. */
export function orderIn(state: State, store: Target): string {
  switch (state) {
    case "full":
      return store.fullOrderId
    case "nothing to pay":
      return store.cancelledOrderId
    case "planned":
      return store.plannedOrderId
    case "taken back":
      return store.reversedOrderId
    case "refunded":
      return store.refundedOrderId
    case "partial":
    case "not read":
    case "loading":
    case "error":
    case "no right":
    case "narrow":
      return store.partialOrderId
  }
}

/** Holds back or refuses what a screen asks for; gives what lets it through. */
export async function bringAbout(state: State, page: Page, asked: string): Promise<() => Promise<void>> {
  if (state === "narrow") await page.setViewportSize({ width: 390, height: 900 })
  if (state === "error") await page.route(asked, (route) => route.abort("connectionrefused"))
  if (state === "no right")
    await page.route(asked, (route) =>
      route.fulfill({ status: 403, json: { type: "not_allowed", message: "Forbidden" } }),
    )
  if (state === "not read")
    await page.route(asked, async (route) => {
      const answer = await route.fetch()
      const { order } = (await answer.json()) as { order: OrderReconciliation }
      await route.fulfill({ json: { order: unread(order) } })
    })
  if (state !== "loading") return () => page.unroute(asked)
  const held: (() => Promise<void>)[] = []
  let isLetThrough = false
  await page.route(asked, async (route) => {
    // What is asked for while the others are let through is not held back for ever.
    if (isLetThrough) await route.continue()
    else held.push(() => route.continue())
  })
  return async () => {
    isLetThrough = true
    for (const go of held.splice(0)) await go()
    await page.unroute(asked)
  }
}

/** An order as it is answered before the ledger has read it. */
function unread({
  id,
  display_id,
  placed_at,
  customer,
  billing_name,
  currency_code,
  digits,
}: OrderReconciliation): UnreadOrder {
  return {
    id,
    display_id,
    placed_at,
    customer,
    billing_name,
    currency_code,
    digits,
    cancelled_at: null,
    read: false,
    version: 0,
    state: null,
    totals: null,
  }
}
