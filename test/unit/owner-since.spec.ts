import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { HostTimeline } from "../support/host-timeline"

describe("F67: since when an order has its customer", () => {
  const sinceOf = (timeline: HostTimeline): string =>
    historyOf({
      order: timeline.order(),
      versions: timeline.versionsSince(0),
      changes: timeline.confirmedChanges(),
      digits: 2,
      readAt: "2026-06-01T00:00:00.000Z",
      timeZone: "UTC",
      moneyReferences: [],
      paymentMethods: {},
      settledBefore: null,
    }).ownerSince.on
  const given = (): HostTimeline =>
    new HostTimeline().place({ A: "100" }).giveTo("2026-01-05T12:00:00.000Z", "cus_2")

  it("is the day of the last transfer, if that one names the customer", () => {
    expect(sinceOf(given())).toBe("2026-01-05")
    expect(sinceOf(given().giveTo("2026-03-05T12:00:00.000Z", "cus_3"))).toBe("2026-03-05")
    expect(sinceOf(given().edit("2026-04-05T12:00:00.000Z", { A: "120" }))).toBe("2026-01-05")
  })

  it("is now, if no transfer or an older one is known", () => {
    expect(sinceOf(new HostTimeline().place({ A: "100" }).merge("cus_2"))).toBe("2026-06-01")
    const paid = given().capture("2026-05-05T12:00:00.000Z", "150", { id: "cap1" })
    expect(sinceOf(paid.merge("cus_3"))).toBe("2026-06-01")
    expect(sinceOf(given().giveTo("2026-03-05T12:00:00.000Z", "cus_3").merge("cus_2"))).toBe("2026-06-01")
  })
})
