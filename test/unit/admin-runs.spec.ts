import {
  accountsIn,
  bodyOf,
  faultsOf,
  isOfAll,
  NEW_DRAFT,
  type Draft,
} from "../../src/admin/features/runs/fresh/draft"
import { agrees, summed } from "../../src/admin/features/runs/outlook"
import { fromOf, toOf, whyLeft } from "../../src/admin/features/runs/parts/move-words"
import { outlookCsv } from "../../src/admin/features/runs/parts/outlook-csv"
import { besidePreview, previewedIn, stateOfPreviewed } from "../../src/admin/features/runs/previewed"
import {
  durationOf,
  kindOf,
  otherTermsOf,
  ranOf,
  resultOf,
  scopeOf,
  secondsLeft,
  termsOf,
  whenOf,
  whoOf,
} from "../../src/admin/features/runs/run-words"
import { isUndoable } from "../../src/admin/features/runs/standing"
import { speechOf as listSpeechOf, type ListSpeech } from "../../src/admin/features/lists/list-speech"
import { MOVES, PREVIEWS, RUNNING, RUNS } from "../../integration-tests/e2e/gallery/run-data"
import { LEFT } from "../../integration-tests/e2e/gallery/run-left-data"
import { dateFormat } from "../../src/admin/lib/dates"
import type { RunScope, RunView } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const NOW = Date.parse("2026-11-27T10:00:00Z")
const speechIn = (language: "en" | "fr"): ListSpeech =>
  listSpeechOf({ ...speechOf(language), ...dateFormat(language, "2026-11-27"), serverLang: undefined })
const [en, fr] = [speechIn("en"), speechIn("fr")]

function named(id: string): RunView {
  const found = RUNS.find((run) => run.id === id)
  if (!found) throw new Error(`there is no run ${id}`)
  return found
}

describe("F32: what is asked of a new run", () => {
  const draft = (more: Partial<Draft>): Draft => ({ ...NEW_DRAFT, ...more })
  const nobody = { customers: undefined, accounts: [] }

  it("is first to place exact balances, of all accounts", () => {
    expect(bodyOf(NEW_DRAFT, nobody)).toEqual({ strategy: "exact_match" })
  })

  it("is what was chosen and typed", () => {
    const typed = draft({ currency: "eur", from: "2026-11-01", until: "2026-11-27", limit: "1 000" })
    expect(bodyOf({ ...typed, isExact: false, strategy: "due_date" }, nobody)).toEqual({
      currency_code: "eur",
      from: "2026-11-01",
      until: "2026-11-27",
      limit: 1000,
      strategy: "due_date",
    })
    expect(bodyOf(draft({ isExact: false }), nobody)).toEqual({})
  })

  it.each<[string, Partial<Draft>, { customers?: string[]; accounts?: string[] }, object | null]>([
    ["customers of a group", { who: "group" }, { customers: ["cus_1"] }, { customer_ids: ["cus_1"] }],
    ["a group that is not read yet", { who: "group" }, {}, null],
    ["a group of nobody", { who: "group" }, { customers: [] }, null],
    ["a group that is too large", { who: "group" }, { customers: Array.from({ length: 501 }, String) }, null],
    ["accounts of a list", { who: "list" }, { accounts: ["7", "9"] }, { account_ids: ["7", "9"] }],
    ["an empty list", { who: "list" }, {}, null],
  ])("names %s", (_, more, { customers, accounts = [] }, body) => {
    expect(bodyOf(draft(more), { customers, accounts })).toEqual(body && { ...body, strategy: "exact_match" })
  })

  it.each<[Partial<Draft>, string[]]>([
    [{ from: "2026-11-27", until: "2026-11-26" }, ["daysTurned"]],
    [{ from: "2026-11-27", until: "2026-11-27" }, []],
    [{ limit: "0" }, ["limitWrong"]],
    [{ limit: "1,000,001" }, ["limitWrong"]],
    [{ limit: "ten" }, ["limitWrong"]],
    [{ limit: " 1 000 000 " }, []],
  ])("is refused before it is sent: %j", (more, faults) => {
    expect(faultsOf(draft(more))).toEqual(faults)
    expect(bodyOf(draft(more), nobody) === null).toBe(faults.length > 0)
  })

  it("counts all accounts only where nothing narrows it, whatever is placed", () => {
    expect(isOfAll(draft({ isExact: false, strategy: "due_date" }))).toBe(true)
    for (const more of [
      { who: "group" },
      { currency: "eur" },
      { from: "2026-11-01" },
      { limit: "5" },
    ] as const)
      expect(isOfAll(draft(more))).toBe(false)
  })

  it("takes accounts from an address, each once, and nothing that is none", () => {
    expect(accountsIn(new URLSearchParams("new&accounts=12,9,12,x,-1,0,7e3"))).toEqual(["12", "9"])
    expect(accountsIn(new URLSearchParams("new"))).toEqual([])
  })
})

describe("F32: what a preview comes to", () => {
  it("is the sum of its answers, each currency by itself and exact", () => {
    const first = { ...PREVIEWS.rule, next_cursor: "more" }
    const second = { ...PREVIEWS.rule, in_scope: null }
    const { counts, inScope, pairsBroken, isWhole, moves } = summed([first, second])
    expect(counts).toMatchObject({ placed: 192, changed: 82, settled_orders: 94, left: 6, done: 824 })
    expect(counts.amounts.map(({ currency_code: code, moved }) => [code, moved])).toEqual([
      ["eur", "4621.10"],
      ["jpy", "9760"],
      ["kwd", "16.250"],
      ["usd", "16428.60"],
    ])
    expect([inScope, pairsBroken, isWhole, moves.length]).toEqual([412, 6, true, 12])
    expect(summed([first]).isWhole).toBe(false)
  })

  it("agrees only where before less placed is after, to the last unit", () => {
    const one = { currency_code: "kwd", digits: 3, before: "8.125", moved: "8.124", after: "0.001" }
    expect(agrees(one)).toBe(true)
    expect(agrees({ ...one, after: "0.002" })).toBe(false)
    expect(agrees({ ...one, moved: "-1.000", after: "9.125" })).toBe(true)
  })

  it("can be saved, with what would be left and why", () => {
    const csv = outlookCsv({ moves: MOVES.slice(2, 3), left: LEFT.slice(1, 2) }, en)
    expect(csv.replace("\uFEFF", "").trim().split("\r\n")).toEqual([
      "Account,From,To,Items,Amount,Currency,Order has open,Code,Why",
      'Noura Al-Mutairi,"Transfer, Nov 18",36,1,8.125,KWD,0.000,C,',
      "James Okafor,,,,26.95,USD,,,2 orders owe exactly this: choosing would be a guess.",
    ])
  })
})

describe("F32: a run beside what was looked at before it was started", () => {
  const state = stateOfPreviewed(summed([PREVIEWS.exact]))
  const seen = previewedIn(state) ?? ""
  const finished = named("14")
  const having = (more: Partial<RunView["counts"]>): RunView => ({
    ...finished,
    counts: { ...finished.counts, ...more },
  })

  it.each<[string, RunView, string, string]>([
    ["has placed exactly that", finished, "exactly as previewed", "exactement comme dans l’aperçu"],
    [
      "has placed other money",
      having({ amounts: finished.counts.amounts.slice(1) }),
      "not exactly as previewed",
      "pas exactement comme dans l’aperçu",
    ],
    ["has placed less", having({ placed: 95 }), "of 96 previewed", "sur 96 dans l’aperçu"],
    ["works still", RUNNING, "of 96 previewed", "sur 96 dans l’aperçu"],
  ])("says that it %s", (_, run, english, french) => {
    expect(besidePreview(run, seen, en)).toBe(english)
    expect(plain(besidePreview(run, seen, fr))).toBe(french)
  })

  it("says nothing where nobody saw all of it, or who looks came another way", () => {
    expect(stateOfPreviewed(summed([{ ...PREVIEWS.exact, next_cursor: "more" }]))).toBeUndefined()
    expect(stateOfPreviewed(undefined)).toBeUndefined()
    for (const other of [null, undefined, "previewed", {}, { isStep: true }, { previewed: 96 }])
      expect(previewedIn(other)).toBeUndefined()
  })
})

describe("F32: runs in words", () => {
  it.each<[RunScope, string, string]>([
    [{}, "All accounts", "Tous les comptes"],
    [{ account_ids: ["1"] }, "1 account", "1 compte"],
    [{ customer_ids: ["a", "b"] }, "Accounts of 2 customers", "Comptes de 2 clients"],
    [{ currency_code: "eur", limit: 5 }, "EUR accounts", "Comptes en EUR"],
    [
      { customer_ids: ["a"], currency_code: "eur" },
      "Accounts of 1 customer, EUR",
      "Comptes de 1 client, EUR",
    ],
  ])("says of %j whose accounts it is about", (scope, english, french) => {
    const run = { kind: "reconcile", undoes: null, scope } as const
    expect(scopeOf(run, en)).toBe(english)
    expect(plain(scopeOf(run, fr))).toBe(french)
  })

  it.each([
    ["14", "Reconcile all, 96 amounts", "Tout rapprocher, 96 montants"],
    ["16", "EUR accounts", "Comptes en EUR"],
    ["12", "Undo of run 11, 29 amounts", "Annulation du traitement 11, 29 montants"],
  ])("says what ran, and how much it did: %s", (id, english, french) => {
    expect([ranOf(named(id), en), plain(ranOf(named(id), fr))]).toEqual([english, french])
  })

  it.each<[string, string]>([
    ["16", "Starts as soon as the server is free"],
    ["15", "263 of 412 accounts, about 22 s left"],
    ["14", "41 accounts changed, 3 left to you"],
    ["13", "Stopped after 12 of 398 accounts; what it placed stays"],
    ["12", "20 accounts changed, 2 amounts stayed"],
    ["11", "Undone by run 12"],
    ["9", "52,123 accounts changed, 14,022 left to you, 2 accounts could not be processed"],
    ["4", "No account could be processed"],
  ])("says what came of run %s", (id, said) => {
    expect(resultOf(named(id), en, NOW)).toBe(said)
  })

  it("says who began it, when, and by which rule it places", () => {
    expect(["14", "9", "4"].map((id) => whoOf(named(id), en)).slice(0, 2)).toEqual([
      "Ada Ledger",
      "Nightly run",
    ])
    expect(["15", "16", "12", "4"].map((id) => termsOf(named(id), en))).toEqual([
      "exact balances only",
      "oldest first, items in order · money of Nov 1 to Nov 27 · at most 100 accounts",
      "except what later changes rest on",
      "my own strategy",
    ])
    expect(["14", "16"].map((id) => otherTermsOf(named(id), en).split(" · ")[0])).toEqual([
      "",
      "oldest first, items in order",
    ])
    expect(["14", "16", "12"].map((id) => kindOf(named(id), en))).toEqual([
      "Reconcile all · all accounts",
      "Reconcile all · EUR accounts",
      "Takes back what run 11 placed",
    ])
    expect(whenOf("2026-11-16T09:30:00.000Z", fr, new Date(NOW))).toMatch(/16 nov\., \d\d:30$/)
    expect(plain(whenOf("2026-11-27T08:02:00.000Z", en, new Date(NOW)))).toMatch(/^today, \d+:02 [AP]M$/)
    expect(whenOf("2026-11-20T08:02:00.000Z", en, new Date(NOW))).toMatch(/^Nov 20, /)
    expect(whenOf("2025-11-20T08:02:00.000Z", en, new Date(NOW))).toMatch(/^Nov 20, 2025, /)
  })

  it("counts time in the largest two units", () => {
    expect([0, 59.6, 64, 3_599, 3_661].map((seconds) => durationOf(seconds, en))).toEqual([
      "under 1 s",
      "1 min 0 s",
      "1 min 4 s",
      "59 min 59 s",
      "1 h 1 min",
    ])
    expect(secondsLeft({ ...RUNNING, state: "cancelling" }, NOW)).toBeNull()
  })

  it("offers an undo only of what has ended, was none itself, and nobody undoes", () => {
    expect(RUNS.filter(isUndoable).map(({ id }) => id)).toEqual(["14", "13", "9"])
  })

  it("calls money and credits as their account does, and says why something is left", () => {
    expect(MOVES.slice(0, 4).map((one) => fromOf(one, en))).toEqual([
      "Transfer, Nov 18",
      "Cheque of #7, Nov 10",
      "Transfer, Nov 18",
      "Credit of #9",
    ])
    expect(MOVES.slice(3).map((one) => toOf(one, en))).toEqual([
      "#27, 1 item",
      "#40, 1,200 items",
      "no order",
    ])
    expect(LEFT.flatMap((one) => whyLeft(one, en))).toEqual([
      "No order owes exactly this.",
      "2 orders owe exactly this: choosing would be a guess.",
      "The account could not be processed.",
    ])
  })
})
