import { writeFileSync } from "node:fs"
import { REPORT } from "../../bench/lib/on-host"
import { describeHost } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"
import { Death } from "./death"
import { Histories } from "./histories"
import { judge } from "./judge"
import { HistoryShop } from "./shop"
import type { HostReport } from "./report"

const HISTORIES = Number(process.env["MIRROR_HISTORIES"] ?? 2)
const FIRST = Number(process.env["MIRROR_FIRST"] ?? 1)

/** The negative control reads orders as if nothing told a mirror's rows from the host's own. */
const mockTelling = { isOff: false }
jest.mock("../../src/modules/reconciliation/ingest/mirrored-money", () => {
  const actual = jest.requireActual<object>("../../src/modules/reconciliation/ingest/mirrored-money")
  const { withoutMirrors } = actual as { withoutMirrors: (order: object, known: object) => object }
  return {
    ...actual,
    withoutMirrors: (order: object, known: object) =>
      mockTelling.isOff ? { order, problems: [], heldBack: [] } : withoutMirrors(order, known),
  }
})

describeHost((host) => {
  it("shows money once, whatever else happens to its orders", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const histories = new Histories(host, store, new Death(host.container))
    for (let seed = FIRST; seed < FIRST + HISTORIES; seed += 1) await histories.play(seed)
    const told = await histories.report()
    const report: HostReport = { ...told, control: await control(store) }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(report.wrong).toEqual([])
    expect(report.control).not.toEqual([])
  }, 36_000_000)

  async function control(store: TestStore): Promise<string[]> {
    mockTelling.isOff = true
    try {
      const orderId = await store.checkOut([0, 1, 2], { email: "control@example.com" })
      await host.settled()
      await store.act(`reconciliation/orders/${orderId}/reconcile`)
      const shop = new HistoryShop(host, store, [orderId])
      await shop.record(10_000n)
      await shop.put(shop.deposits[0] ?? "", orderId, 10_000n)
      await shop.settle()
      return await judge(host, store, orderId)
    } finally {
      mockTelling.isOff = false
    }
  }
})
