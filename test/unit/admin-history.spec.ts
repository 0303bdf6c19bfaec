import { sentencesOf, type Facts } from "../../src/admin/features/order/history/sentence"
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
  STAND,
  STRINGS,
  VIOLIN,
} from "../support/admin-items"
import { plain, speechOf } from "../support/admin-speech"

const facts = (kind: string, more: Partial<Facts> = {}): Facts => {
  const { allocated = [], released = [] } = more
  return {
    kind,
    posted: [],
    planned: [],
    redo: false,
    moves: allocated.length + released.length,
    ...more,
    allocated,
    released,
  }
}
const said = (entry: Facts, original?: Facts, language: "en" | "fr" = "en"): string[] =>
  sentencesOf(entry, {
    speech: speechOf(language, ["usd", 2]),
    wholes: new Map([[CHEQUE.id, "500.00"]]),
    original,
  }).map(plain)

const PAID = facts("ingest", {
  posted: [{ item: CARD, amount: "-600.00" }],
  allocated: [move(CARD, VIOLIN, "600.00")],
})
const APPLIED = facts("reconcile_account", {
  allocated: [
    move(CHEQUE, VIOLIN, "12.00"),
    move(CHEQUE, STAND, "107.10"),
    move(CHEQUE, STRINGS, "114.75"),
    move(CHEQUE, BOOK, "30.60"),
    move(CHEQUE, COURSE, "25.55"),
  ],
})
const MOVED = facts("edit", {
  released: [move(CARD, VIOLIN, "75.00")],
  allocated: [move(CARD, VIOLIN, "55.00"), move(CARD, STAND, "20.00")],
})

describe("F25: a change of an order is told in the reader's language", () => {
  it.each<[string, Facts, string[]]>([
    ["a payment that came", PAID, ["Card payment of Oct 2, 2026: 600.00 on Violin outfit"]],
    [
      "the first read of an order without money",
      facts("ingest", {
        posted: [VIOLIN, STAND, COURSE].map((one) => ({ item: one, amount: "100.00" })),
      }),
      ["3 items charged: 300.00"],
    ],
    [
      "money that went nowhere",
      facts("ingest", { posted: [{ item: CARD, amount: "-26.95" }] }),
      ["Card payment of Oct 2, 2026: 26.95, on no item yet"],
    ],
    [
      "a refund",
      facts("ingest", {
        posted: [{ item: REFUND, amount: "30.60" }],
        allocated: [move(BOOK_CREDIT, REFUND, "30.60")],
      }),
      ["Refund of 30.60 taken from Beethoven"],
    ],
    [
      "a refund of money that had paid nothing",
      facts("ingest", {
        posted: [{ item: REFUND, amount: "30.60" }],
        allocated: [move(CARD, REFUND, "30.60")],
      }),
      ["Refund of 30.60 taken from Card payment of Oct 2, 2026"],
    ],
    [
      "a refund that nothing can give",
      facts("ingest", { posted: [{ item: REFUND, amount: "30.60" }] }),
      ["Refund of 30.60, taken from no item yet"],
    ],
    [
      "a return, whose own line is settled first",
      facts("ingest", {
        posted: [{ item: RETURNED, amount: "-38.25" }],
        allocated: [move(RETURNED, STRINGS, "8.25"), move(RETURNED, COURSE, "30.00")],
      }),
      ["30.00 moved from Guitar strings to Course of six lessons", "Guitar strings: 38.25 less"],
    ],
    [
      "a payment that the store took back",
      facts("ingest", {
        posted: [{ item: item({ kind: "void", side: "debit" }), amount: "600.00" }],
        released: [move(CARD, VIOLIN, "600.00")],
      }),
      [
        "600.00 of Card payment of Oct 2, 2026 taken off Violin outfit",
        "Payment taken back of Oct 2, 2026: 600.00",
      ],
    ],
    [
      "a cancelled order",
      facts("ingest", {
        posted: [VIOLIN, STAND].map((one) => ({
          item: item({ ...one, kind: "cancellation", side: "credit" }),
          amount: "-50.00",
        })),
      }),
      ["2 items cancelled: 100.00"],
    ],
    ["a move by hand", MOVED, ["20.00 moved from Violin outfit to Music stand"]],
    [
      "an edit that puts less than it takes",
      facts("edit", {
        released: [move(CARD, VIOLIN, "75.00"), move(CARD, STAND, "10.00")],
        allocated: [move(CARD, COURSE, "20.00")],
      }),
      ["Card payment of Oct 2, 2026: 85.00 taken off 2 items, 20.00 put on Course of six lessons"],
    ],
    [
      "a deletion",
      facts("deletion", { released: APPLIED.allocated }),
      ["290.00 of Cheque CHQ 7315 taken off 5 items"],
    ],
    ["money that was applied", APPLIED, ["Cheque CHQ 7315: 290.00 of 500.00 applied to 5 items"]],
    [
      "money that was recorded, and paid",
      facts("deposit", { allocated: [move(CHEQUE, COURSE, "25.55")] }),
      ["Cheque CHQ 7315: 25.55 of 500.00 on Course of six lessons"],
    ],
    [
      "a reversal",
      facts("reversal", {
        posted: [VIOLIN, STAND].map((one) => ({
          item: item({ ...one, kind: "reversal", side: "debit", detail: "chargeback" }),
          amount: "50.00",
        })),
      }),
      ["Chargeback: 100.00 taken back, 2 items open again"],
    ],
    [
      "a reversal of money that paid nothing",
      facts("reversal", {
        posted: [
          { item: item({ kind: "reversal", side: "debit", detail: "bounced_cheque" }), amount: "50.00" },
        ],
        allocated: [
          move(CHEQUE, item({ kind: "reversal", side: "debit", detail: "bounced_cheque" }), "50.00"),
        ],
      }),
      ["Bounced cheque: 50.00 taken back"],
    ],
    [
      "a rest that is given up",
      facts("write_off", {
        allocated: [move(item({ kind: "write_off", side: "credit" }), COURSE, "0.05")],
      }),
      ["0.05 of Course of six lessons written off"],
    ],
    [
      "a write-off that was undone",
      facts("write_off", {
        released: [move(item({ kind: "write_off", side: "credit" }), COURSE, "0.05")],
      }),
      ["Write-off of 0.05 undone, Course of six lessons open again"],
    ],
    [
      "a surplus that is kept",
      facts("write_off", {
        allocated: [move(CARD, item({ kind: "write_off", side: "debit" }), "0.05")],
      }),
      ["0.05 of Card payment of Oct 2, 2026 kept as a small surplus"],
    ],
    [
      "an order that moves on",
      facts("transfer", {
        released: [move(CARD, VIOLIN, "75.00")],
        posted: [{ item: item({ ...VIOLIN, kind: "transfer", side: "credit" }), amount: "-75.00" }],
      }),
      ["Order moved to another account"],
    ],
    [
      "a plan in the place of another",
      facts("plan", {
        planned: [
          { kind: "cancelled", number: 1, amount: "300.00", due_on: "2026-11-15", due_before: null },
          { kind: "planned", number: 1, amount: "150.00", due_on: "2026-12-01", due_before: null },
          { kind: "planned", number: 2, amount: "150.00", due_on: "2027-01-04", due_before: null },
        ],
      }),
      ["2 instalments planned: 300.00, the first due Dec 1, 2026"],
    ],
    [
      "a plan that ended",
      facts("plan", {
        planned: [{ kind: "cancelled", number: 1, amount: "300.00", due_on: "2026-11-15", due_before: null }],
      }),
      ["1 instalment cancelled: 300.00"],
    ],
    [
      "an instalment that was postponed",
      facts("instalment", {
        planned: [
          {
            kind: "postponed",
            number: 1,
            amount: "150.00",
            due_on: "2026-12-01",
            due_before: "2026-11-15",
          },
        ],
      }),
      ["Instalment of 150.00 postponed from Nov 15, 2026 to Dec 1, 2026"],
    ],
    [
      "what a new plan of the ledger only put where it was",
      facts("ingest", {
        released: [move(CARD, VIOLIN, "5.00")],
        allocated: [move(CARD, VIOLIN, "5.00")],
      }),
      ["No amount of this order was moved"],
    ],
    ["a change that moved nothing", facts("edit"), ["No amount of this order was moved"]],
    ["terms that a person gave", facts("terms"), ["Other payment terms given"]],
    [
      "a read that brought days alone",
      facts("ingest"),
      ["Days moved on which items fall due, by their delivery"],
    ],
    [
      "a change of a later release's kind",
      facts("of_a_later_release", { allocated: [move(CARD, VIOLIN, "1.00")] }),
      ["Card payment of Oct 2, 2026: 1.00 on Violin outfit"],
    ],
    [
      "more moves than are listed, of which sums would be wrong",
      facts("edit", { allocated: [move(CARD, VIOLIN, "1.00")], moves: 214 }),
      ["214 amounts moved"],
    ],
    [
      "more than a person reads at once",
      facts("edit", {
        allocated: [VIOLIN, STAND, STRINGS, BOOK].map((one) =>
          move(item({ kind: "payment", side: "credit", method: "cash" }), one, "1.00"),
        ),
      }),
      [
        "Cash payment of Oct 2, 2026: 1.00 on Violin outfit",
        "Cash payment of Oct 2, 2026: 1.00 on Music stand",
        "and 2 more",
      ],
    ],
  ])("%s", (_, entry, sentences) => {
    expect(said(entry)).toEqual(sentences)
  })

  const UNDO = facts("undo", {
    released: [...APPLIED.allocated, move(BOOK_CREDIT, REFUND, "30.60")],
  })

  it("an undo by what it undid, and by what was taken back with it", () => {
    expect(said(UNDO, APPLIED)).toEqual([
      "Undone: Cheque CHQ 7315: 290.00 of 500.00 applied to 5 items",
      "30.60 of the refund of Nov 24, 2026 no longer taken from Beethoven",
    ])
  })

  it("an undo of something that is not shown yet, by what it did itself", () => {
    expect(said(UNDO)[0]).toBe("Undone: 290.00 of Cheque CHQ 7315 taken off 5 items")
  })

  it("a redo by what it makes again", () => {
    expect(said(facts("undo", { redo: true, allocated: MOVED.allocated }), MOVED)).toEqual([
      "Redone: 20.00 moved from Violin outfit to Music stand",
    ])
  })

  it("in French", () => {
    expect(said(PAID, undefined, "fr")).toEqual([
      "Paiement (Carte) du 2 oct. 2026 : 600,00 sur Violin outfit",
    ])
    expect(said(UNDO, APPLIED, "fr")[0]).toBe(
      "Annulé : Chèque CHQ 7315 : 290,00 sur 500,00 imputés à 5 articles",
    )
  })
})
