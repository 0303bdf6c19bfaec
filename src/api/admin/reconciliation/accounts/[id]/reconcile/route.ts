import { reconcileAccountWorkflow } from "../../../../../../workflows/reconcile-account/workflows/reconcile-account"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../../lib/account-id"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { reconcileAccountBody } from "../../../../../lib/schemas"

/** Applies the account's unapplied money to what its orders owe. */
export const POST = answer(async (request, response) => {
  const accountId = accountIdOf(request.params["id"])
  const body = await readBody(request, reconcileAccountBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await reconcileAccountWorkflow(request.scope).run({
    input: {
      account_id: accountId,
      cause: "POST accounts/:id/reconcile",
      idempotency_key: key,
      actor: actorOf(request),
      ...body,
    },
  })
  response.json({
    account: await ledgerOf(request.scope).retrieveAccount(accountId),
    allocation_plan: result,
  })
})
