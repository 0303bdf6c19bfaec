import { keyOf } from "../domain/key"
import type { OpenItem } from "../domain/open-item"
import { findUnappliedCredit, findUnappliedDeposit } from "../ledger/load-account.sql"
import { loadItems } from "../ledger/load-document.sql"
import type { Session } from "../ledger/database"
import { openItemOf, type OpenItemRow } from "../ledger/rows"

export interface DepositInput {
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string
  readonly reference: string
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly occurredAt: string
  readonly occurredOn: string
}

/** Money that came without an order, as an open item. It belongs to the customer until something applies it. */
export function itemOf(input: DepositInput, name: string): OpenItem {
  return {
    id: -1n,
    documentId: null,
    side: "credit",
    kind: "deposit",
    key: keyOf("deposit", name),
    sequence: 1,
    lineKey: null,
    position: 0,
    title: "Deposit on account",
    reference: input.reference,
    method: input.method,
    occurredAt: input.occurredAt,
    occurredOn: input.occurredOn,
    dueOn: null,
    amount: input.amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
}

/** Whether money lies on an account that is not used up; only such as belongs to no order, or any credit. */
export async function hasUnapplied(
  session: Session,
  accountId: bigint,
  { onlyDeposits }: { onlyDeposits: boolean },
): Promise<boolean> {
  return (
    (await session.run(onlyDeposits ? findUnappliedDeposit : findUnappliedCredit, [accountId])).length > 0
  )
}

/** An item as it stands now. */
export async function reloadItem(session: Session, { id }: OpenItem): Promise<OpenItem> {
  const [row] = await session.run<OpenItemRow>(loadItems, [[id]])
  if (!row) throw new Error(`item ${id} vanished`)
  return openItemOf(row)
}
