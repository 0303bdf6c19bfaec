import { Modules } from "@medusajs/framework/utils"
import type {
  OpenItemView,
  OrderReconciliation,
  RunLeftView,
  RunMoveView,
  RunPreview,
  RunView,
} from "../../src/types/http"
import reconcileAll from "../../examples/scripts/reconcile-all"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { startNightlyRun } from "../../src/workflows/runs/nightly"
import { anonymous } from "../setup/anonymous"
import { describeHost, type Host } from "../setup/host"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

/** The host names no transaction of a cancellation's refund; such a row is taken for settled after two minutes. */
async function threeMinutesGoBy(host: Host): Promise<void> {
  const less = "- interval '3 minutes'"
  await host.sql(`update "order" set created_at = created_at ${less}, canceled_at = canceled_at ${less}`)
  await host.sql(`update order_change set confirmed_at = confirmed_at ${less}`)
  for (const table of ["capture", "refund", "order_line_item_tax_line", "order_shipping_method_tax_line"])
    // oxlint-disable-next-line no-await-in-loop -- table after table
    await host.sql(`update ${table} set created_at = created_at ${less}`)
}

describeHost((host) => {
  it("F32: a run is previewed, done in the background, told in the feed, downloaded and undone", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1])
    await host.settled()
    const { customer } = await store.eventually(orderId, { version: 1 })
    await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: customer?.id,
      currency_code: "usd",
      amount: "50.00",
      method: "cheque",
    })
    const scope = { currency_code: "USD" }
    const { preview } = await store.act<{ preview: RunPreview }>("reconciliation/runs/preview", scope)
    expect(preview).toMatchObject({ counts: { placed: 1, amounts: [{ moved: "50.00" }] }, next_cursor: null })

    const { run } = await store.act<{ run: RunView }>("reconciliation/runs", scope)
    expect(run).toMatchObject({ kind: "reconcile", cause: "POST runs", accounts: 1 })
    await host.settled()
    const at = `reconciliation/runs/${run.id}`
    expect((await store.get<{ run: RunView }>(at)).run).toMatchObject({
      state: "finished",
      counts: preview.counts,
    })
    const { results } = await store.get<{ results: RunMoveView[] }>(`${at}/results`)
    expect(results).toMatchObject([{ amount: "50.00", items: 1, order: { id: orderId, open: "45.00" } }])
    expect((await store.get<{ left: RunLeftView[] }>(`${at}/left`)).left).toEqual([])
    const file = await host.request<string>("get", `/admin/${at}/file?language=fr`, { headers: store.admin })
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8")
    expect(file.body.split("\r\n")[1]).toContain(",50.00,USD,0.00,45.00,a,oldest_first")

    const feed = await host.container().resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })
    expect(feed.map(({ data }) => data)).toMatchObject([
      { title: `Reconciliation run ${run.id} finished`, file: { url: `/admin/${at}/file` } },
    ])

    const undoing = (await store.act<{ preview: RunPreview }>(`${at}/undo/preview`)).preview
    expect(undoing).toMatchObject({ strategy: null, counts: { placed: 1 }, left: [] })
    await store.act(`${at}/undo`)
    await host.settled()
    expect((await store.get<{ run: RunView }>(at)).run).toMatchObject({ state: "undone" })
    expect((await store.order(orderId)).totals).toMatchObject({ open: "95.00" })
    const again = (await store.act<{ run: RunView }>("reconciliation/runs", scope)).run
    await host.settled()
    const { version } = await store.order(orderId)
    await store.act(`reconciliation/orders/${orderId}/allocations/delete`, { version })
    const stays = { strategy: null, counts: { placed: 0, left: 1 }, later_changes: 0 }
    const left = [
      { order: { id: orderId }, later: { kind: "deletion", actor: { name: expect.stringContaining("@") } } },
    ]
    const keeping = { dependants: "keep" }
    expect(
      (await store.act<{ preview: RunPreview }>(`reconciliation/runs/${again.id}/undo/preview`, keeping))
        .preview,
    ).toMatchObject({ ...stays, left })
    const ended = await host.request("post", `/admin/${at}/cancel`, { headers: store.admin, body: {} })
    expect(ended).toMatchObject({ status: 409, body: { code: "run_ended" } })
  })

  it("F58: orders from before the ledger are brought in as events would have, marked as inferred, and taken back", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const trade = async (email: string): Promise<string[]> => {
      const [unpaid, partial, refunded, canceled] = [
        await store.checkOut([0, 1], email),
        await store.checkOut([0, 1], email),
        await store.checkOut([[0, 2], 1], email),
        await store.checkOut([1], email),
      ] as const
      await store.capture(partial, 50)
      await store.capture(refunded)
      await store.refund(refunded, 30)
      await store.capture(canceled)
      await store.act(`orders/${canceled}/cancel`)
      return [unpaid, partial, refunded, canceled]
    }
    const told = await trade("ada@example.com")
    await host.settled()
    const restore = silence(host)
    const old = await trade("grace@example.com")
    await host.settled()
    restore()
    await threeMinutesGoBy(host)
    const seen = async (orderIds: readonly string[]): Promise<OrderReconciliation[]> => {
      const orders: OrderReconciliation[] = []
      // oxlint-disable-next-line no-await-in-loop -- in their order
      for (const id of orderIds) orders.push(await store.order(id))
      return orders
    }
    const scope = { kind: "backfill" as const, currency_code: "usd" }
    const { preview } = await store.act<{ preview: RunPreview }>("reconciliation/runs/preview", scope)
    expect(preview).toMatchObject({
      in_scope: 8,
      counts: { done: 4, changed: 4 },
      left_orders: [],
      next_cursor: null,
    })

    const { run } = await store.act<{ run: RunView }>("reconciliation/runs", scope)
    expect(run).toMatchObject({ kind: "backfill", strategy: null, accounts: 4, in_scope: 8 })
    await host.settled()
    const at = `reconciliation/runs/${run.id}`
    expect((await store.get<{ run: RunView }>(at)).run).toMatchObject({
      state: "finished",
      counts: preview.counts,
    })
    const brought = await seen(old)
    // One read makes one change of what events made several of: only its steps count otherwise.
    const common = (orders: OrderReconciliation[]): unknown[] =>
      orders.map((order) => anonymous(order, { steps: false }))
    expect(common(brought)).toEqual(common(await seen(told)))
    expect(brought.map(({ inferred }) => inferred > 0)).toEqual([false, true, true, true])
    const origins = brought.flatMap(({ cells }) =>
      cells.flatMap(({ explanations }) => explanations.map(({ origin }) => origin)),
    )
    expect(new Set(origins)).toEqual(new Set(["backfill"]))
    await store.act(`reconciliation/orders/${old[1] ?? ""}/confirm`)
    expect(await store.order(old[1] ?? "")).toMatchObject({ inferred: 0, state: "partial" })
    const { results } = await store.get<{ results: RunMoveView[] }>(`${at}/results`)
    expect(results).toMatchObject(preview.moves.map(({ amount, order }) => ({ amount, order })))
    const again = await store.act<{ run: RunView }>("reconciliation/runs", scope)
    expect(again.run).toMatchObject({ accounts: 0 })

    await store.capture(old[0] ?? "", 20)
    await host.settled()
    const refused = await host.request("post", `/admin/${at}/undo`, { headers: store.admin, body: {} })
    expect(refused).toMatchObject({ status: 409, body: { code: "run_has_dependants" } })
    await store.act(`${at}/undo`, { dependants: "keep" })
    await host.settled()
    expect((await store.get<{ run: RunView }>(at)).run).toMatchObject({ state: "undone" })
    const undone = await seen(old)
    expect(undone.map(({ totals }) => [totals.owed, totals.allocated])).toEqual([
      ["95.00", "20.00"],
      ...Array.from({ length: 3 }, () => ["0.00", "0.00"]),
    ])
    const { left_orders: stays } = await store.get<{ left_orders: object[] }>(
      `reconciliation/runs/${(await store.get<{ run: RunView }>(at)).run.undone_by ?? ""}/left`,
    )
    expect(stays).toMatchObject([{ order_id: old[0], reason: "followed" }])
  })

  it("F32: the nightly run is started once a day where the option wants it, and a script starts one", async () => {
    const { runs, settings } = ledgerOf(host.container())
    await startNightlyRun(host.container())
    Object.assign(settings, { nightlyRun: "exact_match" })
    try {
      await Promise.all([startNightlyRun(host.container()), startNightlyRun(host.container())])
    } finally {
      Object.assign(settings, { nightlyRun: "off" })
    }
    await reconcileAll({ container: host.container() })
    await host.settled()
    expect((await runs.list({ limit: 10 })).runs).toMatchObject([
      { state: "finished", cause: "script", scope: { currency_code: "eur" } },
      { state: "finished", cause: "nightly run", strategy: "exact_match" },
    ])
  })
})
