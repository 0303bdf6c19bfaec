import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { TickedOrderBody } from "../../types/http"
import type { Right } from "../../types/rights"

interface Deciding {
  readonly orders: readonly TickedOrderBody[] | undefined
  readonly rights: () => Promise<Right[]>
}

/** Giving up what money does not cover is writing it off, whoever may record the money. @throws right_missing */
export async function requireForDifferences({ orders = [], rights }: Deciding): Promise<void> {
  const given = orders.find(({ difference }) => difference && difference.kind !== "keep_open")
  if (!given || (await rights()).includes("write_off")) return
  throw new ReconciliationError({
    type: "not_allowed",
    code: "right_missing",
    message: "To give up what the money does not cover needs the right to write off.",
    ids: { right: "write_off", order_id: given.order_id },
    remedy: "Keep the rest open, or let someone record it who may write off.",
  })
}
