import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { LINE_AMOUNTS, ORDER_TOTAL } from "./tables"
import { taxOf, type CapturedOrder } from "./order"

/**
 * The same work as plugins on an ORM usually do it: one statement a row, each asked for by itself. It
 * leaves the same rows; the goal must be out of its reach.
 */
export async function captureChattily(pool: Knex, { values, history }: CapturedOrder): Promise<void> {
  const [account, document, key, reference, paymentId, at, on, readAt, seenOrder, lineIds] = values
  await pool.transaction(async (transaction) => {
    const table = (name: string) => transaction(`reconciliation_${name}`)
    const { next_rank: rank } = await table("account").where({ id: account }).forUpdate().first()
    await table("document").where({ order_id: history.orderId }).first()
    const common = { account_id: account, document_id: document }
    const [change] = await table("change").insert(
      { ...common, kind: "ingest", cause: "payment.captured", actor_type: "system" },
      ["id"],
    )
    const days = { occurred_on: on, accounting_on: on }
    const money = {
      side: "credit",
      kind: "payment",
      key,
      sequence: 1,
      position: 0,
      title: "Payment",
      reference,
    }
    const means = {
      method: "manual",
      host_id: reference,
      payment_id: paymentId,
      provider_id: "pp_system_default",
    }
    const rest = { ...means, occurred_at: at, amount: ORDER_TOTAL }
    const [payment] = await table("open_item").insert(
      { ...common, change_id: change.id, ...money, ...rest, ...days },
      ["id"],
    )
    let left = ORDER_TOTAL
    for (const [index, amount] of LINE_AMOUNTS.entries()) {
      const debit = (lineIds as number[])[index]
      await table("open_item").where({ id: debit }).first()
      await table("open_item").where({ id: debit }).increment("allocated", Number(amount))
      const tax = transaction.raw("array[?]::bigint[]", [String(taxOf(amount))])
      await table("open_item").where({ id: debit }).update({ taxes_allocated: tax })
      await table("open_item").where({ id: payment.id }).increment("allocated", Number(amount))
      await table("allocation").insert({
        account_id: account,
        change_id: change.id,
        credit_item_id: payment.id,
        debit_item_id: debit,
        amount,
        origin: "auto",
        rule: "line_order",
        step: index + 1,
        credit_open_before: left,
        debit_open_before: amount,
        debit_taxes: tax,
        ...days,
      })
      left -= amount
    }
    await table("matching_sequence").insert({
      account_id: account,
      change_id: change.id,
      rank,
      document_id: document,
    })
    await table("account").where({ id: account }).increment({ version: 1, next_rank: 1 })
    await table("document").where({ id: document }).increment("version", 1)
    await table("document")
      .where({ id: document })
      .update({ read_at: readAt, state_at: at, seen_order: seenOrder, seen_money: at })
  })
}
