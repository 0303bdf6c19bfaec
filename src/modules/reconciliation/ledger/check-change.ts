import { boundReleases, violationsOfPlan } from "../domain/allocation/invariants"
import { ReconciliationError } from "../domain/errors"
import { LARGEST_AMOUNT } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import type { PlannedChange } from "./change"

/** Checks a plan before it is written, apart from how it was made. @throws amount_too_large | instalment_bound, and what breaks a rule */
export function refuseBroken(change: Pick<PlannedChange, "items" | "kind" | "proposals" | "releases">): void {
  refuseHugeItems(change.items)
  refuseBound(change)
  const [broken] = violationsOfPlan(change.proposals, change.releases)
  if (!broken) return
  throw new ReconciliationError({
    type: "unexpected_state",
    code: broken.code,
    message: `The plan was refused: ${broken.detail}.`,
    ids: broken.ids,
    remedy: "Nothing was changed. Report this with the ids; the plan itself is at fault.",
  })
}

function refuseHugeItems(items: readonly OpenItem[]): void {
  const huge = items.find(({ amount }) => amount > LARGEST_AMOUNT)
  if (!huge) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "amount_too_large",
    message: `"${huge.title}" is worth more than ${LARGEST_AMOUNT} minor units, the limit of one item.`,
    ids: { key: huge.key },
    remedy: "Correct the amount in the host; nothing of this order was posted.",
  })
}

/** What fulfils a planned payment is changed by its plan alone, or when its order moves to another account. */
function refuseBound({ kind, releases = [] }: Pick<PlannedChange, "kind" | "releases">): void {
  if (kind === "plan" || kind === "transfer") return
  const [bound] = boundReleases(releases)
  if (!bound) return
  throw new ReconciliationError({
    type: "conflict",
    code: "instalment_bound",
    message: `Allocation ${bound.allocation.id} fulfils a planned payment and cannot be changed by other means.`,
    ids: {
      allocation_id: bound.allocation.id.toString(),
      instalment_id: String(bound.allocation.instalmentId),
    },
    remedy: "Change the order's plan of payments instead. Nothing was changed.",
  })
}
