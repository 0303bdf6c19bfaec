import { termsSaid } from "../../src/admin/features/order/terms-words"
import { begunTerms, readTerms, type DraftTerms } from "../../src/admin/features/order-acts/terms/draft"
import type { DueBody, DueView } from "../../src/types/http"
import { gridOrder } from "../support/grid-order"
import { plain, speechOf } from "../support/admin-speech"

const draft = (kind: DraftTerms["kind"], days: string, dayOfNextMonth = ""): DraftTerms => ({
  kind,
  days,
  dayOfNextMonth,
})

describe("F15: terms of payment on screen", () => {
  it.each<[string, DraftTerms, DueBody | null]>([
    ["days", draft("days", " 30 "), { days: 30 }],
    ["at once", draft("days", "0"), { days: 0 }],
    ["no number", draft("days", "3o"), null],
    ["more than ten years", draft("days", "3651"), null],
    ["the end of a month", draft("end_of_month", "30"), { end_of_month: 30 }],
    ["a day of the next month", draft("end_of_month", "30", "15"), { end_of_month: 30, on: 15 }],
    ["a day that no month has", draft("end_of_month", "30", "32"), null],
    ["a day that is asked of nothing else", draft("on_delivery", "7", "32"), { on_delivery: 7 }],
  ])("reads %s", (_, typed, due) => {
    expect(readTerms(typed).due).toEqual(due)
    if (due) expect(readTerms(begunTerms({ due, source: "person" })).due).toEqual(due)
  })

  const said = (due: DueBody, days: (DueView | null)[] = [], language: "en" | "fr" = "en"): string | null => {
    const { rows } = gridOrder({ items: days.map(() => 1n), payments: [] })
    const order = {
      terms: { due, source: "rule" as const },
      rows: rows.map((row, index) => ({ ...row, due: days[index] ?? null })),
    }
    const words = termsSaid(order, speechOf(language, ["usd", 2]))
    return words === null ? null : plain(words)
  }

  it.each<[DueBody, string, string]>([
    [{ days: 0 }, "Due at once", "Payable tout de suite"],
    [{ days: 1 }, "1 day", "1 jour"],
    [{ days: 30 }, "30 days", "30 jours"],
    [{ end_of_month: 0 }, "End of month", "Fin de mois"],
    [{ end_of_month: 45 }, "45 days, then end of month", "45 jours, fin de mois"],
    [{ end_of_month: 0, on: 10 }, "Day 10 of the next month", "Le 10 du mois suivant"],
    [
      { end_of_month: 30, on: 15 },
      "30 days, then day 15 of the next month",
      "30 jours, le 15 du mois suivant",
    ],
    [{ on_delivery: 0 }, "On delivery", "À la livraison"],
    [{ on_delivery: 7 }, "7 days after delivery", "7 jours après la livraison"],
  ])("says %j", (due, english, french) => {
    expect([said(due), said(due, [], "fr")]).toEqual([english, french])
  })

  it("says when the first of what is open falls due, or that it waits", () => {
    const on = (day: string): DueView => ({ on: day, awaits_delivery: false })
    const waits: DueView = { on: null, awaits_delivery: true }
    expect(said({ days: 30 }, [null, on("2026-03-15"), on("2026-02-10")])).toBe("30 days, due Feb 10, 2026")
    expect(said({ on_delivery: 0 }, [waits, null])).toBe("On delivery, waits for its delivery")
    expect(said({ on_delivery: 0 }, [waits, on("2026-02-10")])).toBe("On delivery, due Feb 10, 2026")
    expect(termsSaid({ terms: null, rows: [] }, speechOf("en", ["usd", 2]))).toBeNull()
  })
})
