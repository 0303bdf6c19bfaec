import { grouped } from "../domain/grouped"
import type { Allocation } from "../domain/open-item"
import { planUndoOfRun, type Listed, type UndoRunPlan } from "../domain/planner/undo-run"
import { loadAround, type Around } from "../edits/around"
import type { Session } from "../ledger/database"
import { changeAll } from "../ledger/envelope"
import { lockAccounts } from "../ledger/lock-account.sql"
import { accountOf, allocationOf, type Account, type AccountRow, type AllocationRow } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { loadMade, sumUnapplied } from "./results.sql"
import { Tally } from "./tally"
import type { Chunk } from "./types"

interface MadeRow extends AllocationRow {
  change_id: string
  account_id: string
}

interface Undoing {
  readonly undoes: { readonly runId: bigint; readonly cascade: boolean }
  /** The day of it in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
}

/** Takes back what a run put on the accounts of a chunk, each by itself, and writes all of it with one statement. */
export async function undoChunk(
  session: Session,
  chunk: Chunk,
  { undoes: { runId, cascade }, on, codes }: Undoing,
): Promise<Tally> {
  return changeAll<Tally>(session, {
    context: chunk.context,
    codes,
    lock: async () => (await session.run<AccountRow>(lockAccounts, [chunk.accountIds])).map(accountOf),
    plan: async (accounts) => {
      const rows = await session.run<MadeRow>(loadMade, [runId, chunk.accountIds])
      const around = await loadTouched(session, rows)
      const ofAccount = byAccount(around)
      const byOwner = grouped(rows, (row) => row.account_id)
      const unapplied = await unappliedOf(session, chunk.accountIds)
      const tally = new Tally()
      const changes = accounts.flatMap((account) => {
        const made = byOwner.get(account.id.toString()) ?? []
        const [first] = made
        if (!first) return []
        const undone = planUndoOfRun({
          ...ofAccount(account.id),
          movedAway: around.movedAway,
          made: made.map(allocationOf),
          cascade,
          on,
        })
        count(tally, account, { ...undone, before: unapplied.get(account.id) ?? 0n })
        const { releases, proposals } = undone.plan
        const own = new Set(made.map(({ id }) => id))
        for (const { allocation } of releases)
          if (!own.has(allocation.id.toString()) && allocation.id > BigInt(first.id))
            tally.later.push(allocation.id)
        if (releases.length + proposals.length === 0) return []
        const undoesChange = BigInt(first.change_id)
        return [
          {
            account,
            kind: "undo" as const,
            releases,
            proposals,
            on,
            origin: "manual" as const,
            undoes: undoesChange,
          },
        ]
      })
      return { changes, answer: () => tally }
    },
  })
}

/** What the run put with the orders that it touched, wholly: what rests on it may stand on any of their lines. */
async function loadTouched(session: Session, rows: readonly MadeRow[]): Promise<Around> {
  const items = [...new Set(rows.flatMap((row) => [BigInt(row.credit_item_id), BigInt(row.debit_item_id)]))]
  const own = await loadAround(session, [], items)
  const documents = new Set(own.candidates.flatMap(({ item }) => item.documentId ?? []))
  return loadAround(session, [...documents], items)
}

async function unappliedOf(
  session: Session,
  accountIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, bigint>> {
  const rows = await session.run<{ account_id: string; amount: string }>(sumUnapplied, [accountIds])
  return new Map(rows.map((row) => [BigInt(row.account_id), BigInt(row.amount)]))
}

/** Items and allocations of one account among those of several. */
function byAccount({
  candidates,
  live,
  accountOf: ownerOf,
}: Around): (id: bigint) => Pick<Around, "candidates" | "live"> {
  const items = grouped(candidates, ({ item }) => ownerOf.get(item.id))
  const allocations = grouped(live, ({ creditItemId }) => ownerOf.get(creditItemId))
  return (id) => ({ candidates: items.get(id) ?? [], live: allocations.get(id) ?? [] })
}

function count(
  tally: Tally,
  account: Account,
  { plan, stays, before }: UndoRunPlan & { readonly before: bigint },
): void {
  const free = (parts: readonly { readonly amount: bigint }[]): bigint =>
    parts.reduce((sum, { amount }) => sum + amount, 0n)
  const taken = plan.releases.map(({ allocation }) => allocation)
  tally.put(plan.releases)
  tally.money(account, before, free(plan.proposals) - free(taken))
  for (const listed of stays) tally.left.push(leftOf(account, listed))
}

const leftOf = ({ id }: Account, { allocation, why, dependants }: Listed): Tally["left"][number] => ({
  account_id: id.toString(),
  credit_item_id: allocation.creditItemId.toString(),
  debit_item_id: allocation.debitItemId.toString(),
  allocation_id: allocation.id.toString(),
  amount: allocation.amount.toString(),
  reason: why,
  dependants: dependants.map((one: Allocation) => one.id.toString()),
})
