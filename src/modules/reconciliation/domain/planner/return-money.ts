import type { Release } from "../allocation/release"
import type { Candidate } from "../allocation/strategy"
import { least } from "../money"
import type { Allocation } from "../open-item"
import { candidateIn } from "./free-money"
import { planTakeBack, type Restored, type TakeBackInput, type TakeBackPlan } from "./take-back"
import { undoingOf } from "./undo"

export interface ReturnInput extends Pick<TakeBackInput, "candidates" | "live" | "movedAway" | "on"> {
  /** Every allocation and release of the change that closed the money. */
  readonly made: readonly Allocation[]
  /** What closed it. */
  readonly closingId: bigint
}

export interface ReturnPlan {
  readonly moneyId: bigint
  /** What had closed the money, with nothing settled any more. */
  readonly closing: Candidate
  /** Takes the closing off the money. */
  readonly opened: Release
  /** What the money, taken off lines for the move, is put on again. */
  readonly plan: TakeBackPlan
}

/** The allocation by which a change closed money that went on elsewhere. */
export function closedBy(made: readonly Allocation[], closingId: bigint): Allocation {
  const closed = made.find((one) => one.debitItemId === closingId)
  if (!closed) throw new Error(`item ${closingId} closed nothing`)
  return closed
}

/** Plans to have money back that was moved away: free, and on the lines that it was taken off, as far as they are open. */
export function planReturn({ candidates, made, closingId, live, on, movedAway }: ReturnInput): ReturnPlan {
  const closed = closedBy(made, closingId)
  const money = candidateIn(candidates, closed.creditItemId)
  const standing = candidateIn(candidates, closingId)
  const free = { ...money, open: money.open + closed.amount }
  const freed = candidates.map((one) => (one === money ? free : one))
  const { release, restore } = undoingOf(
    made.filter((one) => one !== closed),
    live,
  )
  const possible = asFarAsOpen(restore, freed, release)
  const plan = planTakeBack({ candidates: freed, live, movedAway, on, release, restore: possible })
  return {
    moneyId: money.item.id,
    closing: { ...standing, open: standing.open + closed.amount },
    opened: {
      allocation: closed,
      credit: money.item,
      debit: standing.item,
      rule: "move_undone",
      on,
      counts: "from_then_on",
    },
    plan,
  }
}

/** Nobody who has paid a line since is pushed away: what is put again is put where it is still open. */
function asFarAsOpen(
  restore: readonly Restored[],
  candidates: readonly Candidate[],
  release: readonly Allocation[],
): Restored[] {
  const open = new Map(candidates.map(({ item, open: left }) => [item.id, left]))
  for (const { creditItemId, debitItemId, amount } of release)
    for (const id of [creditItemId, debitItemId]) open.set(id, (open.get(id) ?? 0n) + amount)
  return restore.flatMap((part) => {
    const ids = [part.creditItemId, part.debitItemId] as const
    const amount = ids.map((id) => open.get(id) ?? 0n).reduce(least, part.amount)
    for (const id of ids) open.set(id, (open.get(id) ?? 0n) - amount)
    return amount > 0n ? [{ ...part, amount }] : []
  })
}
