import { Modules } from "@medusajs/framework/utils"
import checkLedger from "../../examples/scripts/check-ledger"
import type {
  CheckView,
  FindingView,
  OrderDiagnosis,
  OverviewView,
  RebuildView,
  RepairView,
} from "../../src/types/http"
import { checkTonight } from "../../src/workflows/checks/nightly"
import { describeHost } from "../setup/host"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

describeHost((host) => {
  /** Later than the minutes in which the sweep may still come. */
  const readLongAgo = async (orderId: string): Promise<void> => {
    await host.sql(
      "update reconciliation_document set read_at = read_at - interval '1 hour', recheck_at = null where order_id = ?",
      [orderId],
    )
  }
  const findingsOf = async (store: TestStore, check: CheckView): Promise<FindingView[]> =>
    (await store.get<{ findings: FindingView[] }>(`reconciliation/checks/${check.id}?limit=500`)).findings

  it("F70: a check finds what the store has and the ledger has not, tells the feed once, and repairs it by reading the order anew", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1])
    await host.settled()
    await store.capture(orderId, 50)
    await host.settled()
    await store.eventually(orderId, { totals: { open: "45.00" } })
    await readLongAgo(orderId)
    const fine = (await store.act<{ check: CheckView }>("reconciliation/checks")).check
    expect(fine).toMatchObject({ faults: 0, cause: "POST checks", actor: { type: "user" } })

    await host.sql(
      `update capture set amount = 60, raw_amount = jsonb_set(raw_amount, '{value}', '"60"') where amount = 50 returning id`,
    )
    const { check } = await store.act<{ check: CheckView }>("reconciliation/checks")
    expect(check).toMatchObject({ faults: 1, fresh: 1, counts: [{ invariant: "host_money", count: 1 }] })
    const [finding] = await findingsOf(store, check)
    expect(finding).toMatchObject({
      order_id: orderId,
      stored: "5000",
      expected: "6000",
      repair: "rebuild",
      is_new: true,
    })
    expect(
      (await store.get<{ overview: OverviewView }>("reconciliation/overview")).overview.check,
    ).toMatchObject({
      id: check.id,
      faults: 1,
    })
    const feed = async (): Promise<unknown[]> =>
      (await host.container().resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })).map(
        ({ data }) => data,
      )
    expect(await feed()).toMatchObject([{ title: "The check of the ledger found 1 row at fault" }])
    await checkTonight(host.container())
    expect(await feed()).toHaveLength(1)

    const at = `reconciliation/checks/${check.id}/findings/${finding?.id ?? ""}/repair`
    expect((await store.act<{ repair: RepairView }>(`${at}/preview`)).repair).toMatchObject({
      repair: "rebuild",
      change_id: null,
    })
    const { repair } = await store.act<{ repair: RepairView }>(at)
    expect(repair.change_id).toMatch(/^\d+$/)
    await host.settled()
    expect((await store.order(orderId)).totals).toMatchObject({ open: "35.00" })
    await readLongAgo(orderId)
    expect((await store.act<{ check: CheckView }>("reconciliation/checks")).check.faults).toBe(0)

    await checkLedger({ container: host.container() })
    expect(process.exitCode ?? 0).toBe(0)
  })

  it("F8: an order in error is diagnosed without names, and built anew from what the store shows", async () => {
    const store = await TestStore.open(host, { currency: "eur", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1], "maria.secret@example.com")
    await host.settled()
    const restore = silence(host)
    await store.capture(orderId, 95)
    restore()
    await host.sql(
      `update reconciliation_document set problems = '[{"code": "refund_without_row", "detail": "x", "remedy": "y"}]' where order_id = ?`,
      [orderId],
    )
    const { version } = await store.order(orderId)
    const { diagnosis } = await store.get<{ diagnosis: OrderDiagnosis }>(
      `reconciliation/orders/${orderId}/diagnosis`,
    )
    expect(diagnosis).toMatchObject({
      order_id: orderId,
      problems: ["refund_without_row"],
      versions: { document: version },
    })
    expect(diagnosis.items.map(({ kind }) => kind)).toContain("charge")
    expect(JSON.stringify(diagnosis)).not.toMatch(/secret|@|T-Shirt/i)

    const at = `reconciliation/orders/${orderId}/rebuild`
    const preview = (await store.act<{ rebuilt: RebuildView }>(`${at}/preview`, { version })).rebuilt
    expect((await store.order(orderId)).state).toBe("error")
    const { rebuilt } = await store.act<{ rebuilt: RebuildView }>(at, { version })
    expect(rebuilt).toEqual(preview)
    await store.eventually(orderId, { state: "full", problems: [] })
    expect((await store.act<{ check: CheckView }>("reconciliation/checks")).check.faults).toBe(0)
  })
})
