import type { AllocationsPreview, HistoryEntry, OrderEffect, TouchedOrder } from "../../src/types/http"
import { deletionsOf, numbersIn } from "../../src/admin/features/order/deletion/deleted"
import { titleOf, whatOf } from "../../src/admin/features/order/deletion/titles"
import { differencesOf, outcomeOf, restingOn } from "../../src/admin/features/order/history/outcome"
import { refusalWords } from "../../src/admin/features/order/history/refusal-words"
import {
  BOOK,
  BOOK_CREDIT,
  CARD,
  CHEQUE,
  COURSE,
  item,
  move,
  REFUND,
  RETURNED,
  STRINGS,
  VIOLIN,
} from "../support/admin-items"
import { plain, speechOf } from "../support/admin-speech"

const speech = speechOf("en", ["usd", 2])
const told = (preview: Partial<Pick<AllocationsPreview, "allocated" | "released">>): string[] =>
  outcomeOf({ allocated: [], released: [], ...preview }, speech).map(({ text, amount }) =>
    plain(`${text}: ${amount}`),
  )

describe("F23: what taking amounts back would change is told before anybody agrees to it", () => {
  it("items that are open again, money that becomes unapplied, and a refund that stands on no item", () => {
    expect(
      told({
        released: [
          move(CHEQUE, VIOLIN, "12.00"),
          move(CHEQUE, BOOK, "30.60"),
          move(BOOK_CREDIT, REFUND, "30.60"),
        ],
      }),
    ).toEqual([
      "2 items open again: 42.60",
      "Cheque CHQ 7315 becomes unapplied: 42.60",
      "Credit of Beethoven becomes unapplied: 30.60",
      "Refund of Nov 24, 2026 without item: -30.60",
    ])
  })

  it("adds up: what is open again is what is unapplied, less the refund that stands on no item", () => {
    const lines = outcomeOf(
      {
        released: [
          move(CHEQUE, VIOLIN, "12.00"),
          move(CHEQUE, STRINGS, "114.75"),
          move(CHEQUE, BOOK, "30.60"),
          move(RETURNED, COURSE, "42.50"),
          move(BOOK_CREDIT, REFUND, "30.60"),
        ],
        allocated: [move(RETURNED, STRINGS, "42.50"), move(BOOK_CREDIT, BOOK, "30.60")],
      },
      speech,
    )
    expect(lines.map(({ text, amount }) => plain(`${text}: ${amount}`))).toEqual([
      "3 items open again: 126.75",
      "Cheque CHQ 7315 becomes unapplied: 157.35",
      "Refund of Nov 24, 2026 without item: -30.60",
    ])
  })

  it("what is paid again, and by what", () => {
    expect(
      told({ allocated: [move(CARD, COURSE, "20.00")], released: [move(CHEQUE, COURSE, "5.00")] }),
    ).toEqual([
      "Course of six lessons paid again: 15.00",
      "Cheque CHQ 7315 becomes unapplied: 5.00",
      "Card payment of Oct 2, 2026 is applied again: 20.00",
    ])
  })

  it("a refund that takes from its item again", () => {
    expect(told({ allocated: [move(BOOK_CREDIT, REFUND, "30.60")] })).toEqual([
      "Credit of Beethoven is applied again: 30.60",
      "Refund of Nov 24, 2026 taken from Beethoven again: -30.60",
    ])
  })

  it("credit of an item that waits again, less what its own item needs itself", () => {
    expect(
      told({
        released: [move(RETURNED, COURSE, "38.25"), move(CHEQUE, STRINGS, "8.25")],
        allocated: [move(RETURNED, STRINGS, "8.25")],
      }),
    ).toEqual([
      "Course of six lessons open again: 38.25",
      "Credit of Guitar strings becomes unapplied: 30.00",
      "Cheque CHQ 7315 becomes unapplied: 8.25",
    ])
  })

  it("nothing of what is only put where it was", () => {
    expect(told({ released: [move(CARD, VIOLIN, "5.00")], allocated: [move(CARD, VIOLIN, "5.00")] })).toEqual(
      [],
    )
  })

  it("nothing of money that only changes its item", () => {
    expect(told({ released: [move(CARD, VIOLIN, "5.00")], allocated: [move(CARD, COURSE, "5.00")] })).toEqual(
      ["Violin outfit open again: 5.00", "Course of six lessons paid again: 5.00"],
    )
  })

  it("finds the later changes that rest on something by what they allocated, each once", () => {
    const later = { id: "9", allocated: [move(CARD, VIOLIN, "1.00", "70"), move(CARD, BOOK, "1.00", "71")] }
    const entries = [later, { id: "8", allocated: [move(CARD, BOOK, "1.00", "60")] }] as HistoryEntry[]
    const [one, other] = [move(CARD, VIOLIN, "1.00", "70"), move(CARD, BOOK, "1.00", "71")]
    expect(restingOn([one, other], entries)).toEqual([later])
    expect(restingOn([move(CARD, VIOLIN, "1.00", "unknown"), one], entries)).toEqual([null, later])
  })

  const effect = (more: Partial<OrderEffect>): OrderEffect => ({
    id: "order_1",
    display_id: "1",
    state_before: "full",
    state_after: "partial",
    code_before: null,
    code_after: null,
    open_before: "0.00",
    open_after: "0.00",
    unallocated_before: "0.00",
    unallocated_after: "0.00",
    ...more,
  })

  it("what an order has open and unapplied before and after, in its currency's digits", () => {
    expect(differencesOf(effect({ open_before: "26.95", open_after: "316.95" }), speech)).toEqual([
      "open 26.95 → 316.95",
    ])
    expect(differencesOf(effect({ open_before: "5.00", unallocated_before: "20.00" }), speech)).toEqual([
      "open 5.00 → 0.00",
      "on no item 20.00 → 0.00",
    ])
    expect(differencesOf(effect({}), speech)).toEqual([])
  })
})

describe("F21: what deleting takes off which item", () => {
  const dependant = move(BOOK_CREDIT, REFUND, "30.60", "9")

  it("an item's amounts of one payment in one line, what rests on them apart, and all in all", () => {
    const { asked, withIt, total, isOfSeveral } = deletionsOf(
      {
        released: [
          move(CHEQUE, VIOLIN, "12.00", "1"),
          move(CHEQUE, VIOLIN, "3.00", "2"),
          move(CHEQUE, BOOK, "30.60", "3"),
          dependant,
        ],
        dependants: [dependant],
      },
      2,
    )
    expect(asked.map(({ item: { title }, amount }) => `${title} ${amount}`)).toEqual([
      "Violin outfit 15.00",
      "Beethoven 30.60",
    ])
    expect(withIt).toMatchObject([{ item: BOOK_CREDIT, money: REFUND, amount: "30.60" }])
    expect([total, isOfSeveral]).toEqual(["45.60", false])
  })

  it("one line for each payment of an item, and no digits where the currency has none", () => {
    const { asked, total, isOfSeveral } = deletionsOf(
      { released: [move(CHEQUE, VIOLIN, "12", "1"), move(CARD, VIOLIN, "3", "2")], dependants: [] },
      0,
    )
    expect([asked.length, total, isOfSeveral]).toEqual([2, "15", true])
  })

  it("names the order of each row, of several orders each its own", () => {
    const effect = { display_id: "38", rows: ["line:violin", "line:book"] }
    const orders = [effect, { ...effect, display_id: "41", rows: ["line:course"] }] as TouchedOrder[]
    const numberOf = numbersIn(orders)
    expect(["line:book", "line:course", "line:other", null].map(numberOf)).toEqual([
      "38",
      "41",
      undefined,
      undefined,
    ])
  })

  const column = (id: string, kind: "deposit" | "refund") => ({
    ...item({ kind, side: "credit", method: "cheque", reference: "CHQ 7315" }),
    id,
    amount: "500.00",
  })
  const order = {
    display_id: "38",
    columns: [column("1", "deposit"), column("2", "refund")],
  } as unknown as Parameters<typeof titleOf>[0]

  it.each<[string[] | undefined, string, string]>([
    [["1"], "Delete the allocations of this cheque?", "Cheque CHQ 7315, 500.00."],
    [["2"], "Delete the allocations of this refund?", ""],
    [["1", "2"], "Delete the allocations of 2 payments?", ""],
    [undefined, "Delete all allocations of #38?", ""],
  ])("of %p is asked by name", (columns, title, what) => {
    expect([titleOf(order, columns, speech), whatOf(order, columns, speech)]).toEqual([title, what])
  })
})

describe("A refusal says why and the way out, in the reader's words where there are any", () => {
  const words = { ...speechOf("fr"), serverLang: "en" as const }
  const wordsOf = (refused: Parameters<typeof refusalWords>[0]): string[] => {
    const { text, remedy, lang } = refusalWords(refused, "manage", words)
    return [text, remedy, String(lang)].map(plain)
  }
  const said = (status: number | null, code?: string, ids: Record<string, string> = {}): string[] => {
    const body =
      code === undefined ? null : { type: "conflict" as const, code, message: "m", ids, remedy: "r" }
    return wordsOf({ status, body })
  }

  it("that something could not be done, and not that it could not be read, where it was sent to be done", () => {
    const sent = "Rien de ce qui a été saisi n’est perdu. Réessayer envoie exactement la même chose"
    const [title, remedy] = wordsOf({ status: 500, body: null, isAct: true })
    expect(title).toBe("Cela n’a pas pu être fait")
    expect(remedy).toContain(sent)
    const [lost, again] = wordsOf({ status: null, body: null, isAct: true })
    expect(lost).toBe("Aucune réponse : cela a peut-être été fait")
    expect(again).toContain(sent)
    expect(wordsOf({ status: 500, body: null })[0]).toBe("Le rapprochement n’a pas pu être chargé")
    expect(wordsOf({ status: 403, body: null, isAct: true })).toEqual(wordsOf({ status: 403, body: null }))
  })

  it("names the right that lacks: the one of the answer, else the one that the act needs", () => {
    expect(said(403, "right_missing", { right: "write_off" })[0]).toContain("passer en perte")
    expect(said(403, "right_missing", { right: "constructor" })[0]).toContain("gérer")
    const refused = refusalWords({ status: 403, body: null, isAct: true }, "refund", words)
    expect(refused.text).toContain("rembourser des paiements, dans Medusa")
  })

  it.each<[string, string[], string[]]>([
    [
      "an undone change",
      said(409, "change_undone"),
      ["C’est déjà annulé.", "Pour le refaire, rétablissez-le à l’annulation plus haut.", "undefined"],
    ],
    [
      "a dependant that stays, by its own way out",
      said(409, "dependant_stays", { why: "instalment_bound" }),
      [
        "Rien n’a été modifié : un montant postérieur qui en dépend ne peut pas être remis.",
        "Annulez d’abord l’échéance, puis réessayez.",
        "undefined",
      ],
    ],
    [
      "the right that is missing, whether or not the plugin's own answer says it",
      said(403),
      [
        "Modifier ceci demande le droit « gérer ».",
        "Un administrateur de la boutique peut vous le donner.",
        "undefined",
      ],
    ],
    ["the same of the plugin", said(403, "right_missing"), said(403)],
    [
      "an error that every page knows",
      said(409, "account_busy"),
      ["Une autre modification du compte dure trop longtemps.", "Réessayez dans un instant.", "undefined"],
    ],
    ["an error of a later release", said(409, "new_code"), ["m", "r", "en"]],
    [
      "no answer",
      said(null),
      ["Le serveur est injoignable", "Vérifiez votre connexion et réessayez.", "undefined"],
    ],
  ])("%s", (_, got, expected) => {
    expect(got).toEqual(expected)
  })
})
