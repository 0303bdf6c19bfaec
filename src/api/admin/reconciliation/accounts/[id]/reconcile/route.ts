import { reconcileAccountWorkflow } from "../../../../../../workflows/reconcile-account/workflows/reconcile-account"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../../lib/account-id"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { reconcileAccountBody } from "../../../../../lib/schemas"

/** Applies the account's unapplied money to what its orders owe. */
export const POST = answer(async (request, response) => {
  const accountId = accountIdOf(request.params["id"])
  const asked = await askedOf(request, reconcileAccountBody, "POST accounts/:id/reconcile")
  const { result } = await reconcileAccountWorkflow(request.scope).run({
    input: {
      account_id: accountId,
      ...asked,
    },
  })
  response.json({
    account: await ledgerOf(request.scope).accounts.retrieve(accountId),
    allocation_plan: result,
  })
})
