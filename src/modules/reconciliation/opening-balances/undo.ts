import type { AllocationMove } from "../../../types/http"
import { planUndoneOpening } from "../domain/posting/opening-balance"
import { candidateIn } from "../domain/planner/free-money"
import { planTakeBack } from "../domain/planner/take-back"
import { MoveView } from "../edits/move-view"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import { aroundOf, refuseWhatRests } from "../money/free-money"
import { draftOf, laterThan, post, type Terms } from "../money/move-money"
import type { StandingOpening } from "./find"
import { findReopened } from "./opening-balances.sql"
import { refuseOpening } from "./refusals"

export interface UndoOpeningRequest {
  readonly id: string
  /** Takes off it what settles it, with what has come to rest on that; else that is refused. */
  readonly cascade: boolean
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function undoOpeningRequestOf({
  idempotencyKey: key,
  id,
  cascade,
  context,
}: UndoOpeningRequest): Request {
  return { operation: "undo_opening_balance", key, content: [id, cascade, context.reason] }
}

/**
 * Takes an opening balance back that was posted by mistake: its opposite settles it. What had paid it is free again, and what it
 * had paid is open again. The account must be locked.
 *
 * @returns what was taken off
 * @throws opening_used | opening_stays | has_dependants | dependant_stays
 */
export async function undoOpening(
  session: Session,
  { item, account }: StandingOpening,
  request: UndoOpeningRequest & Terms,
): Promise<AllocationMove[]> {
  const { id, cascade, at, on, context, codes } = request
  const reopened = await session.run<{ id: string; title: string }>(findReopened, [account.id, item.key])
  const told = reopened.map(({ title }) => title).join(", ")
  if (told !== "") throw refuseOpening.stays(id, { count: reopened.length, told }, "not_by_hand")
  const around = await aroundOf(session, item.id)
  const view = new MoveView(
    around.candidates.map((one) => one.item),
    account.digits,
  )
  const settling = around.live.filter(
    ({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id,
  )
  const plan = planTakeBack({ ...around, release: settling, restore: [], on })
  const [kept] = plan.kept
  if (kept) throw refuseOpening.stays(id, view.told(plan.kept.map(({ allocation }) => allocation)), kept.why)
  if (settling.length > 0 && !cascade) throw refuseOpening.used(id, view.told(settling))
  refuseWhatRests(plan, view, cascade)
  const whole = { ...candidateIn(around.candidates, item.id), open: item.amount, taxed: item.taxesAllocated }
  const side = planUndoneOpening(whole, laterThan(item, { at, on }))
  await post(session, account, {
    ...draftOf(side, plan),
    context,
    codes,
    request: request.request,
    kind: "opening_balance",
    on,
  })
  return plan.releases.map(({ allocation }) => view.of(allocation))
}
