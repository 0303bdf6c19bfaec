import { Modules } from "@medusajs/framework/utils"
import type { OpenItemView, RunLeftView, RunMoveView, RunPreview, RunView } from "../../src/types/http"
import reconcileAll from "../../examples/scripts/reconcile-all"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { startNightlyRun } from "../../src/workflows/runs/nightly"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

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
    const ended = await host.request("post", `/admin/${at}/cancel`, { headers: store.admin, body: {} })
    expect(ended).toMatchObject({ status: 409, body: { code: "run_ended" } })
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
