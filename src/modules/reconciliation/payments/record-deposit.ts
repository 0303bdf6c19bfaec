import { keyOf } from "../domain/key"
import type { OpenItem } from "../domain/open-item"
import { findUnappliedCredit, findUnappliedDeposit } from "../ledger/load-account.sql"
import { loadItems } from "../ledger/load-document.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { lockAccountFor, type Owner } from "../ledger/documents"
import type { CodeSettings } from "../settings/options"
import type { AccountPlace } from "../ledger/lock"
import type { Request } from "../ledger/idempotency"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"

export interface DepositInput {
  readonly owner: Owner
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string
  readonly reference: string
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly occurredAt: string
  readonly occurredOn: string
  readonly context: ChangeContext
}

export interface DepositOutcome {
  readonly account: Account
  readonly item: OpenItem
}

/** Records money that came without an order. It belongs to the customer until something applies it. */
export async function recordDeposit(
  session: Session,
  input: DepositInput,
  { codes, request }: { readonly codes: CodeSettings; readonly request: Request & { readonly key: string } },
): Promise<DepositOutcome> {
  return change<AccountPlace, DepositOutcome>(session, {
    context: input.context,
    codes,
    request,
    lock: async () => ({ account: await lockAccountFor(session, input.owner) }),
    plan: async ({ account }) => {
      const item = itemOf(input, request.key)
      return {
        change: { kind: "deposit", items: [item], proposals: [], origin: "manual" },
        answer: (written) => ({ account, item: { ...item, id: written?.itemIds[0] ?? item.id } }),
      }
    },
  })
}

function itemOf(input: DepositInput, name: string): OpenItem {
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
