import { diagnoseOrder } from "../../../../../../workflows/checks/diagnose-order"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const GET = route({
  method: "get",
  path: "orders/{id}/diagnosis",
  right: "view",
  summary:
    "What stands of the order, for whoever supports the store: ids, kinds, amounts, days, versions and what the last check found; no names, emails or texts.",
  id: orderIdOf,
  answer: { diagnosis: "OrderDiagnosis" },
  handler: async ({ scope, id }) => ({ diagnosis: await diagnoseOrder(scope, id) }),
})
