import { IN_ADDRESS, type Sought } from "../../src/admin/features/lists/instalments/sought"
import { changeOf, farOf, pastOf } from "../../src/admin/features/lists/instalments/words"
import { speechOf as listSpeechOf, type ListSpeech } from "../../src/admin/features/lists/list-speech"
import { dateFormat } from "../../src/admin/lib/dates"
import { OPEN, PAID } from "../../integration-tests/e2e/gallery/instalment-data"
import type { ListedInstalmentView } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const [SOME] = OPEN
if (!SOME) throw new Error("there is no instalment to speak of")
const calm: ListedInstalmentView = { ...SOME, state: "scheduled", failed_on: null, failed_because: null }

describe("F62: planned payments, as their list says them", () => {
  const speechIn = (language: "en" | "fr"): ListSpeech =>
    listSpeechOf({ ...speechOf(language), ...dateFormat(language, "2026-11-27"), serverLang: undefined })

  it.each<[string, Partial<Sought>]>([
    ["", {}],
    ["view=late", { view: "late" }],
    ["view=paid&q=Okafor+%2338&pages=3", { view: "paid", q: "Okafor #38", pages: 3 }],
  ])("%s in the address is read, and written the same", (address, said) => {
    const sought = { view: "open", q: "", pages: 1, ...said } as const
    expect(IN_ADDRESS.soughtIn(new URLSearchParams(address))).toEqual(sought)
    expect(IN_ADDRESS.addressOf(sought).toString()).toBe(address)
  })

  it("leaves out what makes no sense in the address", () => {
    const sought = IN_ADDRESS.soughtIn(new URLSearchParams("view=mine&pages=0"))
    expect(sought).toEqual({ view: "open", q: "", pages: 1 })
  })

  it.each<[string, number, string, string]>([
    ["2026-11-15", -12, "12 days ago", "il y a 12 jours"],
    ["2026-11-26", -1, "yesterday", "hier"],
    ["2026-11-27", 0, "today", "aujourd’hui"],
    ["2026-11-28", 1, "tomorrow", "demain"],
    ["2026-12-27", 30, "in 30 days", "dans 30 jours"],
    ["2027-01-04", 38, "in 5 weeks", "dans 5 semaines"],
    ["2026-08-27", -92, "3 months ago", "il y a 3 mois"],
  ])("%s is %d days away: %s", (due, days, english, french) => {
    const one = { ...calm, due_on: due, days }
    expect([farOf(one, speechIn("en")), farOf(one, speechIn("fr"))].map(plain)).toEqual([english, french])
  })

  it("says what became of each", () => {
    const said = (one: Partial<ListedInstalmentView>) =>
      (["en", "fr"] as const).map((language) => pastOf({ ...calm, ...one }, speechIn(language)))
    expect(said({})).toEqual(["", ""])
    expect(said({ postponed: 1 })).toEqual(["postponed once", "reportée une fois"])
    expect(said({ postponed: 3 })).toEqual(["postponed 3 times", "reportée 3 fois"])
    expect(said(SOME)).toEqual(["card declined on Nov 24", "“card declined”, le 24 nov."])
    expect(said({ ...SOME, failed_because: "" })).toEqual(["on Nov 24", "le 24 nov."])
    // One that is awaited again is no failure any more.
    expect(said({ failed_on: "2026-11-24", postponed: 1 })[0]).toBe("postponed once")
    expect(said(PAID[0] ?? {})[0]).toBe("on Nov 3")
    expect(said({ plan: 2 })).toEqual(["replanned", "replanifiée"])
    expect(said({ plan: 2, postponed: 3 })[0]).toBe("postponed 3 times · replanned")
    expect(said({ plan: 2, state: "settled", paid_on: "2026-11-03" })[0]).toBe("on Nov 3")
  })

  it("flags what was changed since it was planned", () => {
    const flag = (one: Partial<ListedInstalmentView>) => changeOf({ ...calm, ...one }, speechIn("en"))?.text
    expect(flag({})).toBeUndefined()
    expect(flag({ items_changed: true })).toBe("prices changed since")
    expect(flag({ items_changed: true, shrunk_by: "60.00" })).toBe("60.00 is no longer owed")
    expect(flag({ state: "settled", plan: 2, items_changed: true })).toBeUndefined()
  })
})
