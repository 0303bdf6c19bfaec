import { show } from "./decimal.mjs"

/**
 * Lets the plugin do its work, by its public workflows: every order is read, every cheque is recorded as money
 * on account, and each account is reconciled twice: what matches exactly first, then the rest, oldest first.
 *
 * @param {import("./host.mjs").Host} host
 * @param {import("./read-book.mjs").Book} book
 * @param {import("./load.mjs").Loaded} loaded
 */
export async function reconcile({ container, plugin, ledger }, { customers, orders, cheques }, loaded) {
  await plugin.reconcileOrdersWorkflow(container).run({
    input: { order_ids: orders.map(({ number }) => loaded.orders.get(number) ?? ""), cause: "acceptance" },
  })

  for (const cheque of cheques)
    await plugin.recordPaymentWorkflow(container).run({
      input: {
        customer_id: loaded.customers.get(cheque.customer) ?? "",
        currency_code: "usd",
        amount: show(cheque.cents),
        method: "cheque",
        reference: cheque.number,
        occurred_at: cheque.date,
        idempotency_key: cheque.key,
        cause: "acceptance",
      },
    })

  for (const { number } of customers)
    for (const { id } of await ledger.accounts.listOf(loaded.customers.get(number) ?? ""))
      for (const strategy of /** @type {const} */ (["exact_match", "oldest_first"]))
        await plugin
          .reconcileAccountWorkflow(container)
          .run({ input: { account_id: id, strategy, cause: "acceptance" } })
}
