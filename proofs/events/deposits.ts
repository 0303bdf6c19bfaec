import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import { Chance } from "../../bench/lib/chance"
import { customerOf } from "./host"
import { DIGITS, type History } from "./history"

/** Money on account, in minor units. */
export interface Deposit {
  readonly history: History
  readonly name: string
  readonly amount: bigint
  readonly occurredAt: string
}

/** What no order will ever owe. */
const NOBODYS = 987_654_321_012_345n

/** What each order of each customer has open that money on account may pay, in minor units. */
export async function openBalances(pool: Knex): Promise<Map<string, bigint[]>> {
  const { rows } = await pool.raw<{ rows: { owner_id: string; open: string }[] }>(
    `select a.owner_id, sum(i.amount - i.allocated)::text as open
       from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
      where i.side = 'debit' and i.kind <> 'refund' and i.allocated < i.amount
      group by a.owner_id, i.document_id`,
  )
  const balances = new Map<string, bigint[]>()
  for (const { owner_id, open } of rows) {
    balances.set(owner_id, [...(balances.get(owner_id) ?? []), BigInt(open)])
  }
  return balances
}

/**
 * Money that the policy uses up at once or never. What is left of a deposit waits for whatever is owed
 * next, and a ledger that hears late cannot know what was owed in between.
 */
export function depositFor(
  history: History,
  { unappliedMoney = "checkout_only" }: ReconciliationOptions,
  balances: readonly bigint[],
): Deposit | undefined {
  const chance = new Chance(history.seed ^ 1)
  const made = (amount: bigint): Deposit => ({
    history,
    name: "cut",
    amount,
    occurredAt: "2025-06-01T00:00:00.000Z",
  })
  if (unappliedMoney === "checkout_only") return made(BigInt(1 + chance.below(20_000)))
  if (unappliedMoney === "oldest_first") {
    const owed = balances.reduce((sum, open) => sum + open, 0n)
    return owed > 0n ? made(1n + BigInt(chance.below(Number(owed)))) : undefined
  }
  const only = balances.find((open) => balances.filter((other) => other === open).length === 1)
  return made(only !== undefined && chance.happens(0.8) ? only : NOBODYS)
}

/** Records a deposit so many times at once; only one of them may count. */
export async function deposit(
  ledger: ReconciliationModuleService,
  one: Deposit | undefined,
  times: number,
): Promise<void> {
  if (!one) return
  const digits = DIGITS[one.history.currency] ?? 2
  await Promise.all(
    Array.from({ length: times }, () =>
      ledger.payments.record({
        customerId: customerOf(one.history),
        currencyCode: one.history.currency,
        digits,
        amount: decimalOf(one.amount, digits),
        method: "cheque",
        reference: one.name,
        occurredAt: one.occurredAt,
        idempotencyKey: `${one.history.name}_${one.name}`,
        context: { actor: { type: "user", id: "user_1" }, cause: "bench" },
      }),
    ),
  )
}
