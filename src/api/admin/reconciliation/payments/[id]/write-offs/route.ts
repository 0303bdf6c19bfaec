import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { paymentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { WRITE_OFF_ANSWER } from "../../../../../lib/write-off-answer"
import { moneyWriteOffBody } from "../../../../../lib/write-off-bodies"

export const POST = route({
  method: "post",
  path: "payments/{id}/write-offs",
  right: "write_off",
  summary: "Keep a small surplus of money on account.",
  id: paymentIdOf,
  body: moneyWriteOffBody,
  answer: WRITE_OFF_ANSWER,
  handler: async ({ scope, id, body, change }) => {
    const input = { ...body, ...change, kind: "surplus" as const, payment_id: id }
    const { result } = await writeOffWorkflow(scope).run({ input })
    return result
  },
})
