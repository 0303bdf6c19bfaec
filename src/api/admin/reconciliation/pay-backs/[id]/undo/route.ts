import { undoPayBackWorkflow } from "../../../../../../workflows/money/workflows/undo-pay-back"
import { undoBody } from "../../../../../lib/money-bodies"
import { payBackIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "pay-backs/{id}/undo",
  right: "manage",
  summary: "Take back that money was recorded as paid back: it never went out, and is free again.",
  id: payBackIdOf,
  body: undoBody,
  answer: { undone: "UndonePayBackView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoPayBackWorkflow(scope).run({
      input: { ...body, ...change, pay_back_id: id },
    })
    return { undone: result }
  },
})
