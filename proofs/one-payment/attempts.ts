import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { send } from "../../bench/lib/database"

/** What every attempt asks of the one payment, in minor units: one order of one line. */
export const DEMAND = 1000n
export const CUSTOMER = "cus_one"
const CONTEXT = { actor: { type: "system", id: null }, cause: "order.placed" } as const

/** Three ways to ask: through the ledger, past it on its own tables, and on tables that guard nothing. */
export type Way = "ledger" | "past_ledger" | "unguarded"
export type Attempt = (number: number) => Promise<void>

export function attemptsOf(way: Way, pool: Knex): Attempt {
  if (way === "ledger") return throughLedger(pool)
  return way === "past_ledger" ? pastLedger(pool) : unguarded(pool)
}

/** A new order claims its money, and then the whole account is reconciled once more. */
function throughLedger(pool: Knex): Attempt {
  const service = new ReconciliationModuleService(
    { __pg_connection__: pool },
    { unappliedMoney: "oldest_first" },
  )
  let account: string | undefined
  return async (number) => {
    await service.orders.reconcile(orderOf(number), { context: CONTEXT })
    account ??= (await service.accounts.listOf(CUSTOMER))[0]?.id
    if (account === undefined) throw new Error("the customer has no account")
    await service.accounts.reconcile(account, "oldest_first", { context: CONTEXT })
  }
}

function orderOf(number: number): DocumentHistory {
  const at = new Date(Date.parse("2026-02-01T00:00Z") + number * 1000).toISOString()
  const on = at.slice(0, 10)
  const key = `line:ordli_${number}`
  const what = {
    lineKey: key,
    position: 1,
    title: "T-Shirt",
    reference: `ordli_${number}`,
    method: null,
    taxes: [],
  }
  return {
    orderId: `order_${number}`,
    displayId: String(number),
    ownerType: "customer",
    ownerId: CUSTOMER,
    ownerSince: { at: "2026-01-01T00:00:00.000Z", on: "2026-01-01" },
    salesChannelId: null,
    currencyCode: "eur",
    digits: 2,
    placedAt: at,
    placedOn: on,
    hostVersion: 1,
    readAt: at,
    seen: { order: at, money: null, taxes: null },
    states: [
      {
        at,
        on,
        version: 1,
        lines: [{ key, class: "line", signed: DEMAND, at, on, ...what }],
        money: [],
        balance: DEMAND,
        creditedLines: [],
        canceled: null,
      },
    ],
    problems: [],
    payments: new Map(),
    chosenLines: new Map(),
    expected: [],
  }
}

type Row = Record<"id" | "account_id" | "open" | "allocated", string>

/** Reads, checks, writes, and locks nothing: what somebody's own SQL on the ledger's tables might do. */
function pastLedger(pool: Knex): Attempt {
  return async (number) => {
    await pool.transaction(async (transaction) => {
      const first = async (text: string, values: readonly unknown[] = []): Promise<Row> =>
        (await transaction.raw(text, values as never)).rows[0]
      const deposit = await first(
        "select id, account_id, amount - allocated as open, allocated from reconciliation_open_item where kind = 'deposit'",
      )
      const line = await first("select id from reconciliation_open_item where key = ?", [
        `line:ordli_${number}`,
      ])
      if (BigInt(deposit.open) < DEMAND) return
      const allocated = BigInt(deposit.allocated) + DEMAND
      const change = await first(
        `insert into reconciliation_change (account_id, kind, cause, actor_type)
         values (?, 'reconcile_account', 'by hand', 'user') returning id`,
        [deposit.account_id],
      )
      await first("update reconciliation_open_item set allocated = ? where id = ?", [allocated, deposit.id])
      await first("update reconciliation_open_item set allocated = ? where id = ?", [DEMAND, line.id])
      await first(
        `insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin,
           rule, step, credit_open_before, debit_open_before, occurred_on, accounting_on)
         values (?, ?, ?, ?, ?, 'manual', 'pinned', 1, ?, ?, '2026-02-01', '2026-02-01')`,
        [deposit.account_id, change.id, deposit.id, line.id, DEMAND, deposit.open, DEMAND],
      )
    })
  }
}

/** The negative control: the same on a copy without constraints, triggers and counters. */
function unguarded(pool: Knex): Attempt {
  return async (number) => {
    const [open] = await send<{ open: string }>(
      pool,
      `select amount - (select coalesce(sum(amount), 0) from unguarded_allocation) as open from unguarded_payment`,
    )
    if (BigInt(open?.open ?? 0) < DEMAND) return
    await send(pool, "insert into unguarded_allocation (demand, amount) values ($1, $2)", [number, DEMAND])
  }
}
