import { createHash } from "node:crypto"
import { ReconciliationError } from "../domain/errors"
import type { OpenItem } from "../domain/open-item"
import { findChangeByKey, findUnappliedCredit, findUnappliedDeposit } from "../sql/load-account"
import { loadItems, loadItemsOfChange } from "../sql/load-document"
import type { ChangeContext } from "./change"
import type { Session } from "./database"
import { lockAccountFor, write, type Owner } from "./ledger"
import type { CodeSettings } from "./options"
import { openItemOf, type Account, type OpenItemRow } from "./rows"

export interface DepositInput {
  readonly owner: Owner
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string
  readonly reference: string
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly occurredAt: string
  readonly occurredOn: string
  /** The moment as the caller stated it, null when it was left to the clock. */
  readonly statedAt: string | null
  /** Names the deposit for good: the same key twice records it once. */
  readonly idempotencyKey: string
  readonly context: ChangeContext
  readonly codes: CodeSettings
}

export interface DepositOutcome {
  readonly account: Account
  readonly item: OpenItem
  /** False when the key had been used before, with the same content. */
  readonly created: boolean
}

/** Records money that came without an order. It belongs to the customer until something applies it. */
export async function recordDeposit(session: Session, input: DepositInput): Promise<DepositOutcome> {
  const account = await lockAccountFor(session, input.owner)
  const requestHash = hashOf(input)
  const [earlier] = await session.run<{ id: string; request_hash: string }>(findChangeByKey, [
    input.idempotencyKey,
  ])
  if (earlier)
    return { account, item: await recordedBefore(session, earlier, { input, requestHash }), created: false }
  const item = itemOf(input)
  const { itemIds } = await write(session, {
    account,
    kind: "deposit",
    context: input.context,
    idempotency: { key: input.idempotencyKey, requestHash },
    items: [item],
    proposals: [],
    origin: "manual",
    codes: input.codes,
  })
  return { account, item: { ...item, id: itemIds[0] ?? item.id }, created: true }
}

function itemOf(input: DepositInput): OpenItem {
  return {
    id: -1n,
    documentId: null,
    side: "credit",
    kind: "deposit",
    key: `deposit:${input.idempotencyKey}`,
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

async function recordedBefore(
  session: Session,
  earlier: { id: string; request_hash: string },
  { input, requestHash }: { input: DepositInput; requestHash: string },
): Promise<OpenItem> {
  if (earlier.request_hash !== requestHash) {
    throw new ReconciliationError({
      type: "conflict",
      code: "idempotency_key_reused",
      message: `The key ${input.idempotencyKey} has recorded another payment before.`,
      ids: { idempotency_key: input.idempotencyKey },
      remedy: "Send a new Idempotency-Key for a new payment, or the same content for the same payment.",
    })
  }
  const [row] = await session.run<OpenItemRow>(loadItemsOfChange, [earlier.id])
  if (!row) throw new Error(`change ${earlier.id} has no item`)
  return openItemOf(row)
}

function hashOf({ owner, amount, method, reference, statedAt }: DepositInput): string {
  const content = [owner.type, owner.id, owner.currencyCode, amount.toString(), method, reference, statedAt]
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
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
