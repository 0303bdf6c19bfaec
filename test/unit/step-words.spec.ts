import type { NextStep, PlaceStep } from "../../src/admin/features/order/next-step"
import {
  placedWords,
  placeLabel,
  stepWords,
  type StepSpeech,
} from "../../src/admin/features/order/step-words"
import { daysBetween, dateFormat, todayOf } from "../../src/admin/lib/dates"
import type { MatrixColumn, Notice } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"
import { A, cash, ledger } from "../support/steps"

/** On a day of 2026. */
const speech = (language: "en" | "fr", currency?: [string, number]): StepSpeech => ({
  ...speechOf(language, currency),
  ...dateFormat(language, "2026-11-27"),
})
const [CASH] = ledger([A, cash(3n, 2695n, { occurredOn: "2026-11-26" })]).columns as [MatrixColumn]
const VIOLIN = { key: "line:1", title: "Violin" }
const STRINGS = { key: "line:2", title: "Strings" }
const NOTICE: Notice = {
  code: "refund_without_row",
  facts: { amount: "20.00" },
  detail: "The server's own words.",
  remedy: "r",
}

const money = (more: Partial<MatrixColumn> = {}, count = 1): PlaceStep["money"] => ({
  amount: "26.95",
  count,
  first: { ...CASH, ...more },
})
const place = (more: Partial<PlaceStep> = {}): PlaceStep => ({
  kind: "place",
  cells: [],
  amount: "26.95",
  money: money(),
  missing: "26.95",
  isExact: true,
  items: [VIOLIN],
  ...more,
})
const next = { kind: "next_instalment", amount: "100.00", dueOn: "2026-12-01", daysLeft: 4 } as const
const unpaid = { kind: "unpaid", amount: "70.00", isPaidInPart: false, isAuthorized: false } as const
const taken = { kind: "taken_back", amount: "66.45", occurredOn: "2026-11-25" } as const

const SAID: readonly (readonly [NextStep, en: string, fr: string])[] = [
  [
    place(),
    "26.95 in cash of Nov 26 is on no item, and exactly 26.95 is missing.",
    "26,95 en espèces du 26 nov. ne sont sur aucun article, et il manque exactement 26,95.",
  ],
  [
    place({ isExact: false, missing: "126.90", money: money({}, 2) }),
    "26.95 of 2 payments is on no item, and the items lack 126.90.",
    "26,95 de 2 paiements ne sont sur aucun article, et il manque 126,90 aux articles.",
  ],
  [
    { kind: "overdue", amount: "100.00", dueOn: "2026-11-15", daysLate: 12 },
    "100.00 was due on Nov 15, 12 days ago.",
    "100,00 étaient dus le 15 nov., il y a 12 jours.",
  ],
  [
    { kind: "overdue", amount: "1.00", dueOn: "2025-11-15", daysLate: 1 },
    "1.00 was due on Nov 15, 2025, 1 day ago.",
    "1,00 étaient dus le 15 nov. 2025, il y a 1 jour.",
  ],
  [
    { kind: "failed", amount: "100.00", dueOn: "2026-12-01", daysLate: 0 },
    "The instalment of 100.00 for Dec 1 failed: no money came.",
    "L’échéance de 100,00 du 1ᵉʳ déc. a échoué : aucun argent n’est venu.",
  ],
  [
    { ...taken, how: "chargeback", items: [VIOLIN, STRINGS] },
    "The payer took 66.45 back on Nov 25. 2 items are open again.",
    "Le 25 nov., le payeur a repris 66,45. 2 articles sont de nouveau ouverts.",
  ],
  [
    { ...taken, how: "bounced_cheque", items: [VIOLIN] },
    "A cheque of 66.45 bounced on Nov 25. “Violin” is open again.",
    "Le 25 nov., un chèque de 66,45 a été rejeté. L’article « Violin » est de nouveau ouvert.",
  ],
  [
    { ...taken, how: "direct_debit_return", items: [] },
    "The bank returned a direct debit of 66.45 on Nov 25. It is owed again.",
    "Le 25 nov., la banque a rejeté un prélèvement de 66,45. Ce montant est de nouveau dû.",
  ],
  [
    { ...taken, how: "a kind of the store's own", items: [] },
    "66.45 was taken back on Nov 25. It is owed again.",
    "Le 25 nov., 66,45 ont été repris. Ce montant est de nouveau dû.",
  ],
  [
    { ...taken, how: "void", items: [] },
    "The payment of 66.45 of Nov 25 was deleted in the store. It is owed again.",
    "Le paiement de 66,45 du 25 nov. a été supprimé dans la boutique. Ce montant est de nouveau dû.",
  ],
  [
    { kind: "refund_unplaced", amount: "30.00", occurredOn: "2026-11-25" },
    "30.00 refunded on Nov 25 is on no item.",
    "30,00 remboursés le 25 nov. ne sont sur aucun article.",
  ],
  [
    { kind: "surplus", owed: "nothing", money: money({ kind: "credit", method: null }) },
    "26.95 in credit of Nov 26 has nothing to pay: the order owes nothing more.",
    "26,95 en avoir du 26 nov. n’ont rien à régler : la commande ne doit plus rien.",
  ],
  [
    { kind: "surplus", owed: "planned", money: money({ method: "manual" }) },
    "26.95 by manual payment of Nov 26 is on no item: what is open is kept for planned payments.",
    "26,95 par paiement manuel du 26 nov. ne sont sur aucun article : ce qui est ouvert est réservé aux échéances prévues.",
  ],
  [
    { kind: "error", notice: NOTICE, others: 0 },
    "The store counts a refund that was never made; the difference is €20.00. Nothing here was changed.",
    "La boutique compte un remboursement qui n’a jamais été effectué ; l’écart est de 20,00 €. Rien n’a été modifié ici.",
  ],
  [
    { kind: "warning", notice: NOTICE, others: 2 },
    "The store counts a refund that was never made; the difference is €20.00. And 2 more.",
    "La boutique compte un remboursement qui n’a jamais été effectué ; l’écart est de 20,00 €. Et 2 autres.",
  ],
  [
    { ...next, items: [VIOLIN], notCovered: null },
    "Next: 100.00 on Dec 1, for Violin.",
    "Prochaine échéance : 100,00 le 1ᵉʳ déc., pour Violin.",
  ],
  [
    { ...next, items: [VIOLIN, STRINGS], notCovered: "26.95" },
    "Next: 100.00 on Dec 1, for 2 items. 26.95 is in no plan.",
    "Prochaine échéance : 100,00 le 1ᵉʳ déc., pour 2 articles. 26,95 ne sont dans aucun plan.",
  ],
  [
    { ...next, daysLeft: 0, items: [VIOLIN], notCovered: null },
    "Due today: 100.00, for Violin.",
    "À payer aujourd’hui : 100,00, pour Violin.",
  ],
  [
    { kind: "return_expected", amount: "40.00" },
    "A return on its way will settle the 40.00 that is open.",
    "Un retour en cours soldera les 40,00 ouverts.",
  ],
  [
    { ...unpaid, items: [VIOLIN] },
    "No money has come yet: 70.00 is still to pay.",
    "Aucun encaissement : 70,00 restent à payer.",
  ],
  [
    { ...unpaid, isPaidInPart: true, items: [VIOLIN, STRINGS] },
    "70.00 is still to pay, for 2 items.",
    "70,00 restent à payer, pour 2 articles.",
  ],
  [
    { ...unpaid, isAuthorized: true, items: [VIOLIN] },
    "Authorised, not captured: authorised money pays nothing yet.",
    "Autorisé, non capturé : un montant autorisé ne règle encore rien.",
  ],
  [
    { kind: "nothing_to_pay", isCancelled: false },
    "The total is zero, so it counts as reconciled and needs no code.",
    "Le total est nul : la commande compte comme rapprochée et n’a pas besoin de code.",
  ],
  [
    { kind: "nothing_to_pay", isCancelled: true },
    "The order is cancelled: nothing is owed.",
    "La commande est annulée : rien n’est dû.",
  ],
  [
    { kind: "done", idle: money({ kind: "deposit", method: "cheque" }) },
    "This order is settled. 26.95 by cheque of Nov 26 pays nothing yet.",
    "Cette commande est soldée. 26,95 par chèque du 26 nov. ne règlent encore rien.",
  ],
  [
    { kind: "done", idle: null },
    "Every cent has its item. Nothing to do.",
    "Chaque centime a son article. Rien à faire.",
  ],
]

describe("The next step in words", () => {
  it.each(SAID.map(([step, en, fr]) => [step.kind, step, en, fr] as const))("%s: %#", (_, step, en, fr) => {
    expect(plain(stepWords(step, speech("en")).text)).toBe(en)
    expect(plain(stepWords(step, speech("fr")).text)).toBe(fr)
  })

  it("has a sentence for every kind of step", () => {
    const kinds = new Set(SAID.map(([{ kind }]) => kind))
    expect(kinds.size).toBe(13)
  })

  it("says whole on a page what a card says short", () => {
    expect(plain(stepWords(place(), speech("fr"), true).text)).toBe(
      "26,95 en espèces du 26 nov. ne sont sur aucun article, et il manque exactement 26,95 à cette commande.",
    )
    expect(plain(stepWords(place({ isExact: false }), speech("en"), true).text)).toBe(
      "26.95 in cash of Nov 26 is on no item, and 26.95 of this order has no money.",
    )
  })

  it("leaves a notice without facts to the server, and says that it is the server's", () => {
    const old: NextStep = { kind: "error", notice: { ...NOTICE, facts: {} }, others: 0 }
    expect(stepWords(old, speech("fr"))).toEqual({
      text: "The server's own words. Rien n’a été modifié ici.",
      isOfServer: true,
    })
    expect(stepWords(place(), speech("fr")).isOfServer).toBe(false)
  })

  it.each<[Partial<MatrixColumn>, string]>([
    [{ method: "card" }, "by card"],
    [{ method: "cheque" }, "by cheque"],
    [{ method: "transfer" }, "by transfer"],
    [{ method: "direct_debit" }, "by direct debit"],
    [{ method: "wallet" }, "by wallet"],
    [{ method: "voucher_of_town" }, "by Voucher of town"],
    [{ method: "other", provider_id: "pp_klarna_eu" }, "by Klarna"],
    [{ method: "other", provider_id: null }, "in a payment"],
    [{ method: null }, "in a payment"],
    [{ method: null, kind: "deposit" }, "on account"],
    [{ method: "cash", kind: "deposit" }, "in cash"],
    [{ method: null, kind: "stored_value" }, "by gift card or store credit"],
  ])("says of %p that it came %s", (column, means) => {
    const { text } = stepWords(place({ money: money(column) }), speech("en"))
    expect(text).toContain(`26.95 ${means} of Nov 26`)
  })

  it("writes the amounts of an order with its own digits, and rows of the ledger's own in the reader's words", () => {
    const yen = {
      ...unpaid,
      isPaidInPart: true,
      amount: "4880",
      items: [{ key: "round:order_1", title: "Rounding" }],
    }
    expect(plain(stepWords(yen, speech("fr", ["jpy", 0])).text)).toBe("4 880 restent à payer, pour Arrondi.")
  })
})

describe("What is placed, in words", () => {
  it("is named by the button only where it is not all of the money", () => {
    expect(placeLabel(place(), speech("en"))).toBe("Put it there")
    expect(placeLabel(place({ amount: "12.00" }), speech("fr"))).toBe("Placer 12,00")
  })

  it("is said afterwards, with its item or how many they are", () => {
    expect(placedWords(place(), speech("en"))).toBe("26.95 placed on “Violin”")
    expect(plain(placedWords(place({ items: [VIOLIN, STRINGS] }), speech("fr")))).toBe(
      "26,95 placés sur 2 articles",
    )
  })
})

describe("Days", () => {
  it("are counted from one to the other, over the change of the clock and of the year", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2)
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1)
    expect(daysBetween("2026-11-27", "2026-11-15")).toBe(-12)
  })

  it("are the reader's own", () => {
    expect(todayOf(new Date(2026, 0, 5, 0, 30))).toBe("2026-01-05")
    expect(todayOf(new Date(2026, 11, 31, 23, 30))).toBe("2026-12-31")
  })

  it("are shown as they came where they are no day", () => {
    const { dayInSentence, day } = dateFormat("en", "2026-11-27")
    expect([dayInSentence("soon"), day("soon")]).toEqual(["soon", "soon"])
  })
})
