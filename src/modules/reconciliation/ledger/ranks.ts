import type { PlannedChange } from "./change"
import type { Session } from "./database"
import { takeStoreRanks } from "./lock-account.sql"

/** Takes ranks of the sequence that all accounts share, above those that an account gave by itself. */
export async function takeRanks(
  session: Session,
  count: number,
  { account, codes }: Pick<PlannedChange, "account" | "codes">,
): Promise<number> {
  const floor = Math.max(codes.firstRank, account.nextRank)
  const [taken] = await session.run<{ first_rank: number }>(takeStoreRanks, [count, floor])
  if (!taken) throw new Error("the store has no ranks")
  return taken.first_rank
}
