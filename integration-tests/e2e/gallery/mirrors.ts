import type { MirrorView } from "../../../src/types/http"

const mirror: MirrorView = {
  id: "1",
  order_id: "order_38",
  display_id: "38",
  payment_id: "7",
  payment: "CHQ 1077",
  method: "cheque",
  occurred_on: "2026-11-25",
  currency_code: "usd",
  digits: 2,
  amount: "40.00",
  since: "2026-11-25T10:00:00.000Z",
  state: "wanted",
  refusal: null,
  error: "The store did not answer.",
  attempts: 3,
  next_attempt_at: "2026-11-26T10:00:00.000Z",
}

/** Money that the store does not count: one that it is told again, one that it is told first. */
export const MIRRORS: MirrorView[] = [
  mirror,
  { ...mirror, id: "2", order_id: "order_39", display_id: "39", payment_id: "8", error: null, attempts: 0 },
]
