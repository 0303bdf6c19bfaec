import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import type { HistoryEntry, NamedItem } from "../../src/types/http"
import { causeWord, whoOf } from "../../src/admin/features/order/history/causes"
import { CARD, REFUND } from "../support/admin-items"
import { speechOf } from "../support/admin-speech"

describe("Who changed an order", () => {
  const by = (actor: HistoryEntry["actor"], cause = "matrix", run: string | null = null): string =>
    whoOf({ actor, cause, run_id: run }, speechOf("en"))

  it("is a person by name, a key by its title, or an event in plain words", () => {
    expect(by({ type: "user", id: "u", name: "Ada Ledger" })).toBe("Ada Ledger")
    expect(by({ type: "user", id: "u", name: null })).toBe("Someone who is no longer a user")
    expect(by({ type: "api-key", id: "k", name: "ERP" })).toBe("API key “ERP”")
    expect(by({ type: "api-key", id: "k", name: null })).toBe("An API key that was deleted")
    const nobody = { type: "system", id: null, name: null } as const
    expect(by(nobody, "payment.captured, payment.capture.created")).toBe("Automatic, payment received")
    expect(by(nobody, "sweep", "3")).toBe("Automatic, run 3")
    expect(by(nobody, "a cause of the store's own")).toBe("Automatic")
  })

  it("is told by what was posted: a refund, though the first event spoke of money that came", () => {
    const posted = (...items: NamedItem[]): HistoryEntry["posted"] =>
      items.map((one) => ({ item: one, amount: "30.60" }))
    const told = (cause: string, ...items: NamedItem[]): string | null =>
      causeWord(cause, speechOf("en"), posted(...items))
    expect(told("payment.captured, payment.refunded", REFUND)).toBe("refund made")
    expect(told("order.order-transaction.created", REFUND)).toBe("refund made")
    expect(told("payment.captured, payment.refunded", CARD, REFUND)).toBe("payment received")
    expect(told("payment.captured", CARD)).toBe("payment received")
    expect(told("refund of chosen lines", REFUND)).toBe("refund of chosen items")
  })

  it("has a word for every event that is listened to, and for what the sources call a cause", () => {
    const root = path.resolve(__dirname, "../../src")
    const files = readdirSync(path.join(root, "subscribers")).map((file) =>
      readFileSync(path.join(root, "subscribers", file), "utf8"),
    )
    // A name that changed moves nothing, and so stands in no history.
    const texts = files.filter((text) => !text.includes("nameOwners"))
    const events = texts.flatMap((text) =>
      [...text.matchAll(/"([\w-]+\.[\w.-]+)"/g)].map(([, name = ""]) => name),
    )
    expect(events.length).toBeGreaterThan(10)
    const causes = ["sweep", "workflow", "refund of chosen lines"]
    expect([...events, ...causes].filter((one) => causeWord(one, speechOf("fr")) === null)).toEqual([])
  })
})
