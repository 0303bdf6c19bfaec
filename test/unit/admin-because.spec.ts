import type { AllocationExplanation, NamedItem, Notice } from "../../src/types/http"
import { becauseOf, nameOf, ruleLabel } from "../../src/admin/lib/because"
import { noticeWords } from "../../src/admin/lib/notices"
import { errorWords } from "../../src/admin/lib/errors"
import { plain, speechOf as speech } from "../support/admin-speech"

const PAYMENT: NamedItem = {
  kind: "payment",
  side: "credit",
  row: null,
  title: null,
  occurred_on: "2026-03-12",
  method: "cash",
  provider_id: null,
  detail: null,
  reference: "capt_01J00000000000000000000000",
}
const BOOTS: NamedItem = {
  kind: "charge",
  side: "debit",
  row: "line:1",
  title: "Boots",
  occurred_on: "2026-03-01",
  method: null,
  provider_id: null,
  detail: null,
  reference: "ordli_1",
}
const filled: AllocationExplanation = {
  allocation_id: "1",
  origin: "auto",
  step: 1,
  amount: "25.00",
  rule: "line_order",
  credit: PAYMENT,
  debit: BOOTS,
  credit_open_before: "25.00",
  debit_open_before: "75.00",
  limit: "used_up",
  because: "English.",
  recorded_at: "2026-03-12T09:00:00.000Z",
}

describe("F18: an amount is explained in the reader's language", () => {
  it.each<["en" | "fr", AllocationExplanation, string]>([
    [
      "en",
      filled,
      "€25.00 from “Payment (Cash) of Mar 12, 2026”: money fills the items in the order’s own order, first to last; “Boots” had €75.00 open, but only €25.00 was left; later items wait for the next payment.",
    ],
    [
      "fr",
      filled,
      "25,00 € provenant de « Paiement (Espèces) du 12 mars 2026 » : le paiement s’impute sur les articles dans l’ordre de la commande, du premier au dernier ; le poste « Boots » était ouvert pour 75,00 €, mais il ne restait que 25,00 € ; les articles suivants attendent le prochain paiement.",
    ],
    [
      "fr",
      { ...filled, rule: "pinned", limit: "settled" },
      "25,00 € provenant de « Paiement (Espèces) du 12 mars 2026 » : ce montant était réservé à cet article ; le poste « Boots » était ouvert pour 75,00 € et a été soldé.",
    ],
    [
      "fr",
      { ...filled, rule: "dearest_first", limit: "share" },
      "25,00 € provenant de « Paiement (Espèces) du 12 mars 2026 » : choisi par la règle propre à la boutique « Dearest first » ; le poste « Boots » était ouvert pour 75,00 €, et sa part de « Paiement (Espèces) du 12 mars 2026 » est de 25,00 €.",
    ],
    [
      "fr",
      {
        ...filled,
        allocation_id: null,
        rule: "reversed_line",
        credit: null,
        debit: { ...BOOTS, kind: "reversal", detail: "chargeback" },
        limit: null,
      },
      "25,00 € sur « Boots » : le payeur ou la banque a repris ce qui le réglait : il est de nouveau ouvert.",
    ],
    [
      "en",
      {
        ...filled,
        allocation_id: null,
        rule: "credit_waiting",
        credit: { ...BOOTS, side: "credit" },
        debit: null,
        limit: null,
      },
      "€25.00 of “Boots”: it was lowered by so much, and nothing uses that credit yet.",
    ],
  ])("in %s: %#", (language, explanation, text) => {
    expect(plain(becauseOf(explanation, speech(language)))).toBe(text)
  })

  it("with the digits of the answer, whatever the currency", () => {
    const yen = { ...filled, amount: "2500", credit_open_before: "2500", debit_open_before: "7500" }
    expect(plain(becauseOf(yen, speech("fr", ["jpy", 0])))).toMatch(/^2 500 JPY provenant .* pour 7 500 JPY,/)
    const dinars = { ...filled, amount: "2.500", debit_open_before: "7.500" }
    expect(plain(becauseOf(dinars, speech("en", ["kwd", 3])))).toMatch(
      /^KWD 2.500 from .* had KWD 7.500 open/,
    )
  })

  it("calls a rule of the store's own by its name", () => {
    expect(ruleLabel("dearest_first", speech("fr"))).toBe("Dearest first")
    expect(ruleLabel("manual", speech("fr"))).toBe("Placé à la main")
  })
})

describe("What people call an item", () => {
  it.each<["en" | "fr", Partial<NamedItem>, string]>([
    ["en", {}, "Payment (Cash) of Mar 12, 2026"],
    ["fr", { kind: "refund", side: "debit", method: null }, "Remboursement du 12 mars 2026"],
    [
      "fr",
      { kind: "deposit", method: "cheque", reference: "CHQ 7315" },
      "Dépôt au compte CHQ 7315 (Chèque) du 12 mars 2026",
    ],
    ["en", { kind: "void", side: "debit", method: null }, "Payment taken back of Mar 12, 2026"],
    [
      "fr",
      { kind: "adjustment", row: "line:1", title: "Boots", method: null },
      "Modification de commande du 12 mars 2026 : Boots",
    ],
    [
      "fr",
      { kind: "credit_line", row: "cl:order_1", title: "Credit", method: null },
      "Ligne d’avoir du 12 mars 2026",
    ],
    ["fr", { kind: "rounding", side: "debit", row: "round:order_1", title: "Rounding" }, "Arrondi"],
  ])("in %s, of %p: %s", (language, item, name) => {
    expect(nameOf({ ...PAYMENT, ...item }, speech(language))).toBe(name)
  })
})

describe("What is to be looked at, in the reader's language", () => {
  const note: Notice = {
    code: "refund_unexplained",
    facts: { amount: "30.00", occurred_on: "2026-03-12", reference: "ref_1" },
    detail: "English.",
    remedy: "English too.",
  }

  it("is told by its facts", () => {
    expect(plain(noticeWords(note, speech("fr"))?.detail ?? "")).toBe(
      "30,00 € du remboursement du 12 mars 2026 ne rend rien que la commande avait à restituer.",
    )
  })

  it("is left to the server's own words where it brings no facts, or a code that is not known here", () => {
    expect(noticeWords({ ...note, facts: {} }, speech("fr"))).toBeNull()
    expect(noticeWords({ ...note, code: "new_code" }, speech("fr"))).toBeNull()
  })

  it("is an error by its code, and in the server's words where the code is not known here", () => {
    const body = { type: "conflict", code: "account_busy", message: "m", ids: {}, remedy: "r" } as const
    expect(errorWords(body, speech("fr"))).toEqual({
      text: "Une autre modification du compte dure trop longtemps.",
      remedy: "Réessayez dans un instant.",
      ofServer: false,
    })
    expect(errorWords({ ...body, code: "new_code" }, speech("fr"))).toEqual({
      text: "m",
      remedy: "r",
      ofServer: true,
    })
  })
})
