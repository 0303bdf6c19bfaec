import { ALLOCATIONS } from "./allocations.sql"
import { AMOUNTS } from "./amounts.sql"
import { CODES } from "./codes.sql"
import { HOST } from "./host.sql"
import type { Invariant, Of } from "./invariant.sql"
import { ITEMS } from "./items.sql"
import { JOURNAL } from "./journal.sql"
import { LISTS } from "./lists.sql"
import { ORDERS } from "./orders.sql"
import { OWNERS } from "./owners.sql"
import { PAPERS } from "./papers.sql"
import { PLANS } from "./plans.sql"
import { REQUESTS } from "./requests.sql"

/** Every rule of the ledger that its rows can be held against (docs/spec/self-check.md). */
export const INVARIANTS: readonly Invariant[] = [
  ...AMOUNTS,
  ...ITEMS,
  ...ALLOCATIONS,
  ...CODES,
  ...JOURNAL,
  ...PLANS,
  ...ORDERS,
  ...OWNERS,
  ...LISTS,
  ...PAPERS,
  ...REQUESTS,
  ...HOST,
]

/** Rows at fault that a check names of each rule; it counts all of them. */
export const MOST_NAMED = 100

/** What the statements take of the options: where codes come from, and their first rank. */
export interface Asked {
  readonly scope: "account" | "store"
  /** Where numbers begin by the configuration, by series and year. */
  readonly firstReceipts: Readonly<Record<string, number>>
  readonly firstRank: number
  /** Only rows of these accounts. */
  readonly accountIds?: readonly string[]
}

const everything: Of = () => "true"

/** The statement of a rule: its faults, as many as are named, and how many there are. */
export function faultsOf(
  { name, text }: Invariant,
  { scope, firstRank, firstReceipts, accountIds }: Asked,
): { name: string; text: string } {
  const ids = accountIds?.map((id) => BigInt(id).toString()).join(", ")
  const of: Of = ids === undefined ? everything : (account) => `${account} in (${ids})`
  const asked = text(of)
    .replaceAll(":scope", `'${scope}'`)
    .replaceAll(":first", firstRank.toString())
    .replaceAll(":begun", `'${JSON.stringify(firstReceipts)}'`)
  return {
    name: `check_${name}`,
    text: `select f.*, count(*) over ()::text as total from (${asked}) f
     order by f.account_id nulls first, f.row_id collate "C" limit ${MOST_NAMED}`,
  }
}
