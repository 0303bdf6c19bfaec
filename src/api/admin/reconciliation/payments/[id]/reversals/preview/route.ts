import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { reversalBody } from "../../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/reversals/preview",
  right: "view",
  summary:
    "What taking a payment back would open again: its orders with states and codes, before and after. Changes nothing.",
  id: paymentIdOf,
  body: reversalBody,
  answer: { preview: "ReversalPreview" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => ({
    preview: await ledgerOf(scope).reversals.preview({
      paymentId: id,
      kind: body.kind,
      amount: body.amount ?? null,
      reference: body.reference ?? null,
      reason: body.reason,
      occurredAt: body.occurred_at ?? null,
      idempotencyKey: "",
      context: { actor, cause },
    }),
  }),
})
