import { accountsOf, sumsOf } from "../../src/admin/features/lists/rows/chosen"
import { csvOf, record } from "../../src/admin/features/lists/rows/csv"
import { whyWords } from "../../src/admin/features/lists/rows/why"
import { rangeOf } from "../../src/admin/features/lists/sought/chips"
import { keepViews, viewsIn, withView } from "../../src/admin/features/lists/sought/saved-views"
import {
  addressOf,
  askedOf,
  daysOf,
  isFiltered,
  NO_FILTERS,
  soughtIn,
  type Sought,
} from "../../src/admin/features/lists/sought/sought"
import { speechOf as listSpeechOf } from "../../src/admin/features/lists/list-speech"
import { dateFormat } from "../../src/admin/lib/dates"
import type { ListedTransactionView, WhyOpen } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const NOTHING: Sought = { ...NO_FILTERS, view: "all", sort: "newest", pages: 1 }

describe("what a list is asked for, in the address of its page", () => {
  it.each<[string, Partial<Sought>]>([
    ["", {}],
    ["view=to_place&date=month", { view: "to_place", dates: { preset: "month" } }],
    ["sort=largest&currency=usd", { sort: "largest", currency: "usd" }],
    ["from=2026-11-01&to=2026-11-30", { dates: { from: "2026-11-01", to: "2026-11-30" } }],
    ["to=2026-11-30", { dates: { from: null, to: "2026-11-30" } }],
    ["kind=deposit&channel=sc_01&account=12", { kind: "deposit", channel: "sc_01", account: "12" }],
    ["account=7&state=partial&gl=6714", { account: "7", state: "partial", gl: "6714" }],
    ["view=owed&to_check=true", { view: "owed", toCheck: true }],
    ["q=Okafor+%2338&pages=3", { q: "Okafor #38", pages: 3 }],
  ])("%s is read, and written the same", (address, said) => {
    const sought = { ...NOTHING, ...said }
    expect(soughtIn(new URLSearchParams(address))).toEqual(sought)
    expect(addressOf(sought).toString()).toBe(address)
  })

  it("leaves out what makes no sense", () => {
    const address =
      "view=mine&sort=up&date=always&from=2026-13-01&kind=gift&currency=US&account=x&state=paid&gl=+&to_check=1&pages=0"
    expect(soughtIn(new URLSearchParams(address))).toEqual(NOTHING)
  })

  it("reads at most 40 pages", () => {
    expect(soughtIn(new URLSearchParams("pages=99")).pages).toBe(40)
  })

  it.each([
    [{ preset: "month" }, "2026-11-01"],
    [{ preset: "year" }, "2026-01-01"],
    [{ preset: "30" }, "2026-10-29"],
    [{ preset: "90" }, "2026-08-30"],
  ] as const)("means by %j the days since %s", (dates, from) => {
    expect(daysOf(dates, "2026-11-27")).toEqual({ from, to: null })
  })

  it("asks the server by its own names, and for nothing that is not sought", () => {
    const sought = {
      ...NOTHING,
      dates: { preset: "month" },
      currency: "usd",
      channel: "sc_1",
      q: "R-2026-0131",
    } as const
    expect(askedOf(sought, "2026-11-27").toString()).toBe(
      "currency_code=usd&sales_channel_id=sc_1&from=2026-11-01&q=R-2026-0131",
    )
    expect(askedOf({ ...NOTHING, toCheck: true }, "2026-11-27").toString()).toBe("to_check=true")
    expect(askedOf({ ...NOTHING, account: "7", state: "none", gl: "6714" }, "2026-11-27").toString()).toBe(
      "account_id=7&state=none&gl_account=6714",
    )
    expect(askedOf(NOTHING, "2026-11-27").toString()).toBe("")
  })

  it("counts the view and the order as no filter", () => {
    expect(isFiltered({ ...NOTHING, view: "overdue", sort: "owner" } as Sought)).toBe(false)
    expect(isFiltered({ ...NOTHING, q: "Okafor" })).toBe(true)
    for (const one of [{ toCheck: true }, { state: "none" }, { gl: "6714" }, { account: "7" }] as const)
      expect(isFiltered({ ...NOTHING, ...one })).toBe(true)
  })

  it("takes days in their order, or one of them alone", () => {
    expect(rangeOf("2026-11-02", "2026-11-01")).toBeNull()
    expect(rangeOf("", "")).toBeNull()
    expect(rangeOf("2026-11-02", "")).toEqual({ from: "2026-11-02", to: null })
  })
})

describe("views that somebody keeps", () => {
  const keeper = (text: string | null) => {
    const kept = { text }
    return {
      kept,
      getItem: () => kept.text,
      setItem: (_: string, value: string) => {
        kept.text = value
      },
    }
  }

  it("are kept under their names, and one of the same name is replaced", () => {
    const browser = keeper(null)
    const once = withView(viewsIn(browser, "unreconciled"), { name: "Cheques", address: "kind=deposit" })
    expect(keepViews(browser, "unreconciled", once)).toBe(true)
    const twice = withView(viewsIn(browser, "unreconciled"), { name: "Cheques", address: "q=CHQ" })
    expect(twice).toEqual([{ name: "Cheques", address: "q=CHQ" }])
  })

  it.each(["no JSON", "{}", '[{"name":1,"address":""},null]'])("are none where %s is kept", (text) => {
    expect(viewsIn(keeper(text), "all")).toEqual([])
  })

  it("says so when the browser refuses", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError")
      },
    }
    expect(keepViews(full, "all", [])).toBe(false)
  })
})

const ONE: ListedTransactionView = {
  number: "131",
  id: "item_131",
  kind: "deposit",
  occurred_on: "2026-11-26",
  order: null,
  item_id: "131",
  title: null,
  lines: 0,
  reference: "",
  receipt_number: "R-2026-0131",
  document_number: null,
  method: "cash",
  provider_id: null,
  detail: null,
  state: "none",
  codes: [],
  charges: "0.00",
  payments: "1026.95",
  open: "1026.95",
  side: "credit",
  owner: { account_id: "1", type: "customer", id: "cus_1", name: "James Okafor", company: null },
  currency_code: "usd",
  digits: 2,
  sales_channel_id: null,
  due_on: null,
  age_days: 1,
  why: { code: "fits_order", order: { id: "order_38", display_id: "38" } },
  next_step: null,
  to_check: false,
  notes: 0,
  note: null,
  attachments: 0,
}

describe("why a transaction is open", () => {
  const order = { id: "order_38", display_id: "38" }
  it.each<[WhyOpen, Partial<ListedTransactionView>, string, string]>([
    [{ code: "fits_order", order }, {}, "Fits #38 exactly.", "Correspond exactement à #38."],
    [{ code: "fits_none" }, {}, "Fits no open order exactly.", "Ne correspond exactement à aucune commande."],
    [
      { code: "contradiction", problem: "refund_without_row" },
      {},
      "Medusa shows a refund that has no refund row.",
      "Medusa montre un remboursement sans écriture.",
    ],
    [
      { code: "contradiction", problem: "of_a_later_release" },
      {},
      "The store’s records contradict each other.",
      "Les écritures de la boutique se contredisent.",
    ],
    [
      { code: "instalment_late", amount: "100.00", due_on: "2026-11-15", days: 12 },
      {},
      "The instalment of 100.00 is 12 days overdue.",
      "L’échéance de 100,00 a 12 jours de retard.",
    ],
    [
      { code: "instalment_late", amount: "100.00", due_on: "2026-11-26", days: 1 },
      {},
      "The instalment of 100.00 is 1 day overdue.",
      "L’échéance de 100,00 a 1 jour de retard.",
    ],
    [
      { code: "planned", planned: "1000.00", uncovered: "840.95", next: null },
      {},
      "Planned payments cover 1,000.00; 840.95 has none.",
      "Les paiements prévus couvrent 1 000,00 ; rien n’est prévu pour 840,95.",
    ],
    [
      { code: "planned", planned: "1000.00", uncovered: "0.00", next: null },
      {},
      "Planned payments cover all 1,000.00.",
      "Les paiements prévus couvrent tout, soit 1 000,00.",
    ],
    [{ code: "nothing_paid", unapplied: null }, {}, "No money yet.", "Pas encore d’argent."],
    [
      { code: "not_captured", paid: null, total: "126.90" },
      {},
      "Authorised, not captured.",
      "Autorisé, non capturé.",
    ],
    [
      { code: "not_captured", paid: "10.00", total: "14.00" },
      {},
      "Paid 10.00 of 14.00; more is authorised, not captured.",
      "Payé 10,00 sur 14,00 ; le reste est autorisé, non capturé.",
    ],
    [
      { code: "nothing_paid", unapplied: "624.00" },
      {},
      "No money yet; the account has 624.00 unapplied.",
      "Pas encore d’argent ; le compte a 624,00 non imputés.",
    ],
    [
      { code: "partly_paid", paid: "10.00", total: "14.00", lines: 2, unapplied: null },
      {},
      "Paid 10.00 of 14.00; 2 items are open.",
      "Payé 10,00 sur 14,00 ; 2 articles sont ouverts.",
    ],
    [
      { code: "partly_paid", paid: "10.00", total: "14.00", lines: 2, unapplied: "4.00" },
      {},
      "Paid 10.00 of 14.00; the account has 4.00 unapplied.",
      "Payé 10,00 sur 14,00 ; le compte a 4,00 non imputés.",
    ],
    [
      { code: "nothing_owed" },
      { kind: "credit" },
      "Its order is paid; it may pay another or go back.",
      "Sa commande est payée ; il peut en payer une autre ou être remboursé.",
    ],
    [
      { code: "nothing_owed" },
      {},
      "The account owes nothing; it may wait or go back.",
      "Le compte ne doit rien ; l’argent peut attendre ou être rendu.",
    ],
    [
      { code: "taken_back" },
      { kind: "reversal", side: "debit", charges: "66.45" },
      "66.45 was taken back; what it had paid is owed again.",
      "66,45 ont été repris ; ce qui avait été réglé est de nouveau dû.",
    ],
    [{ code: "open" }, { side: "debit" }, "It is owed.", "C’est dû."],
    [{ code: "open" }, { side: "credit" }, "It pays nothing yet.", "Cela ne règle encore rien."],
  ])("%j %j: %s", (why, more, english, french) => {
    const said = (["en", "fr"] as const).map((language) =>
      plain(whyWords({ ...ONE, why, ...more }, speechOf(language)) ?? ""),
    )
    expect(said).toEqual([english, french])
  })

  it("is nothing of what is settled", () => {
    expect(whyWords({ ...ONE, why: null }, speechOf("en"))).toBeNull()
  })
})

describe("a file of rows for spreadsheets", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-2", "'-2"],
    ["@here", "'@here"],
    ["\tnext", "'\tnext"],
    ["\rnext", `"'\rnext"`],
    ['Strings, "Inc."', '"Strings, ""Inc."""'],
    ["James", "James"],
  ])("writes %j as %j", (text, written) => {
    expect(record([text])).toBe(`${written}\r\n`)
  })

  it("leaves amounts as numbers, with a point, below zero too", () => {
    expect(record([{ plain: "-1026.95" }, null, { plain: "12" }])).toBe("-1026.95,,12\r\n")
  })

  it("has a head and a row a transaction, in the reader's words", () => {
    const owner = { ...ONE.owner, name: "=James", company: "Charles River, Inc." }
    const note = { text: "=Whose?", at: "2026-11-27T09:00:00.000Z" }
    const document_number = { number: "F-2026-17", kind: "invoice", issued_on: null } as const
    const marked = { ...ONE, owner, document_number, to_check: true, notes: 1, note }
    const lines = csvOf([marked], listSpeechOf(wordsOf("fr"))).split("\r\n")
    expect(lines[0]?.startsWith("\uFEFFDate,Type,")).toBe(true)
    expect(lines[1]).toBe(
      `2026-11-26,Dépôt au compte,Espèces,R-2026-0131,F-2026-17,,'=James,"Charles River, Inc.",Aucun,,USD,0.00,1026.95,1026.95,,1,Correspond exactement à #38.,À vérifier,'=Whose?`,
    )
    expect(lines).toHaveLength(3)
  })
})

const wordsOf = (language: "en" | "fr") => ({
  ...speechOf(language),
  ...dateFormat(language),
  serverLang: undefined,
})

describe("rows that are chosen", () => {
  const speech = listSpeechOf(wordsOf("en"))

  it("come to what is owed and what is unapplied, apart and by currency", () => {
    const rows = [
      ONE,
      { ...ONE, open: "0.05" },
      { ...ONE, side: "debit" as const, open: "84.00" },
      { ...ONE, currency_code: "jpy", digits: 0, open: "4880" },
      { ...ONE, currency_code: "eur", open: "0.00" },
    ]
    expect(sumsOf(rows, speech)).toEqual(["1,027.00 USD unapplied", "84.00 USD owed", "4,880 JPY unapplied"])
  })

  it("stand on accounts, each once, and nobody's is none to reconcile", () => {
    const nobody = { ...ONE.owner, account_id: "9", type: "suspense" as const, name: null }
    const accounts = accountsOf([ONE, { ...ONE, number: "132" }, { ...ONE, owner: nobody }], speech)
    expect(accounts).toEqual([{ id: "1", name: "James Okafor", currency: "usd", digits: 2 }])
  })
})
