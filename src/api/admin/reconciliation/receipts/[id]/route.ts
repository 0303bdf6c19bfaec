import { graph } from "../../../../../workflows/host/graph"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { ownerOfAccount } from "../../../../lib/customer-view"
import { receiptNumberOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"

export const GET = route({
  method: "get",
  path: "receipts/{id}",
  right: "view",
  summary: "What stands under the number of a receipt or of a credit note, and what it pays now.",
  id: receiptNumberOf,
  answer: { receipt: "ReceiptView" },
  handler: async ({ scope, id }) => {
    const { owner_type, owner_id, ...receipt } = await ledgerOf(scope).receipts.retrieve(id)
    const [store] = await graph<{ name: string }>(scope, "store", { fields: ["name"], filters: {} })
    const customer = await ownerOfAccount(scope, { owner_type, owner_id })
    return { receipt: { ...receipt, customer, store_name: store?.name ?? "" } }
  },
})
