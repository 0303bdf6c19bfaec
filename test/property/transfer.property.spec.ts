import fc from "fast-check"
import { STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import type { Matrix } from "../../src/modules/reconciliation/domain/order/matrix"
import {
  openAmount,
  signedAmount,
  type OpenItem,
  type TaxPart,
} from "../../src/modules/reconciliation/domain/open-item"
import {
  throughTransfers,
  transferOf,
  type Transfer,
} from "../../src/modules/reconciliation/domain/posting/transfer"
import { Book, DOCUMENT_ID } from "../support/book"
import { brokenIdentities } from "../support/matrix-identities"
import { holds, sameText } from "../support/property"
import { randomTimeline, tell, type RandomTimeline } from "../support/random-timeline"

const strategy = fc.constantFrom(...STRATEGY_NAMES)
/** Strategies that use all the money they can. */
const filling = fc.constantFrom<StrategyName>("line_order", "oldest_first", "due_date", "pro_rata")
const rates = { A: [20], B: [20, 7], C: [], ship: [7] }
/** How often the order changes hands after each happening. */
const gifts = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 13 })

/** Gives a book's order to another account; both stand in one book, as the rows of an order do. */
function give(book: Book): Transfer {
  const on = "2026-01-01"
  const transfer = transferOf({ items: book.items, at: `${on}T10:00:00.000Z`, on })
  const { closing, proposals, reopened } = transfer
  if (closing.length === 0) return transfer
  book.store({ items: closing, proposals })
  book.store({ items: reopened, proposals: [] })
  return transfer
}

/** What an item is called, whatever ids there are. */
const nameOf = ({ key, sequence }: OpenItem): string => `${key}#${sequence}`

/** A matrix as text, ids apart. */
function textOf({ columns, rows, cells, applied, open }: Matrix): unknown {
  const names = new Map(columns.map(({ item }) => [item.id, nameOf(item)]))
  const sorted = (parts: string[]): string[] => parts.toSorted()
  return {
    columns: sorted(
      columns.map(({ item, kind, amount, onThisOrder, paidBack, elsewhere, unallocated }) =>
        [nameOf(item), kind, amount, onThisOrder, paidBack, elsewhere.amount, unallocated].join(" "),
      ),
    ),
    rows: rows.map(({ key, amount, net, allocated, open: left }) =>
      [key, amount, net, allocated, left].join(" "),
    ),
    cells: sorted(
      cells.map(({ row, columnItemId, amount }) => [row, names.get(columnItemId), amount].join(" ")),
    ),
    sums: [applied, open].join(" "),
  }
}

/** What a book's order costs, what each of its money comes to, and what is open of it all. */
function totalsOf(book: Book): unknown {
  const { columns, rows, applied, open } = book.matrix()
  const sum = (amounts: readonly bigint[]): string =>
    amounts.reduce((total, one) => total + one, 0n).toString()
  const money = columns.filter(({ amount }) => amount !== 0n)
  return {
    money: money.map(({ item, kind, amount }) => [nameOf(item), kind, amount].join(" ")).toSorted(),
    rows: rows.map(({ key, amount }) => [key, amount].join(" ")),
    net: sum(rows.map(({ net }) => net)),
    unallocated: sum(columns.map(({ unallocated }) => unallocated)),
    sums: [applied, open].join(" "),
  }
}

/** Tax of some items by rate, debits positive. */
function taxesOf(items: readonly OpenItem[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { side, taxes } of items) {
    for (const { code, rate, amount } of taxes) {
      const name = `${code} ${rate}`
      sums.set(name, (sums.get(name) ?? 0n) + (side === "debit" ? amount : -amount))
    }
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0n))
}

/** The tax of an item that no allocation took. */
function untaxedRest({ taxes, taxesAllocated }: OpenItem): TaxPart[] {
  const rest = taxes.map((tax, rate) => ({ ...tax, amount: tax.amount - (taxesAllocated[rate] ?? 0n) }))
  return rest.filter(({ amount }) => amount !== 0n)
}

const sumOf = (items: readonly OpenItem[]): bigint =>
  items.reduce((sum, item) => sum + signedAmount(item), 0n)

function read(timeline: RandomTimeline, until: number, book: Book): void {
  book.read(tell(timeline, until, { rates }))
}

describe("An order that goes to another account", () => {
  it("is closed there and open again here, to the same amount and the same tax of each rate", () => {
    holds(
      fc.property(randomTimeline, strategy, (timeline, name) => {
        const book = new Book({ strategy: name })
        read(timeline, timeline.happenings.length, book)
        const before = book.items
        const open = before.filter((item) => openAmount(item) > 0n)
        const { closing, proposals, reopened } = give(book)
        expect([closing.length, reopened.length]).toEqual([open.length, open.length])
        expect(sumOf(closing)).toBe(-sumOf(reopened))
        const [closed, again] = [taxesOf(closing), taxesOf(reopened)]
        expect(new Map([...closed].map(([rate, amount]) => [rate, -amount]))).toEqual(again)
        for (const [index, item] of open.entries()) {
          const [closes, goesOn] = [closing[index], reopened[index]]
          expect([closes?.amount, goesOn?.amount, goesOn?.side]).toEqual([
            openAmount(item),
            openAmount(item),
            item.side,
          ])
          expect(goesOn?.taxes).toEqual(untaxedRest(item))
          expect(closes?.allocated).toBe(closes?.amount)
          expect(closes?.taxesAllocated).toEqual(closes?.taxes.map(({ amount }) => amount))
        }
        expect(proposals).toHaveLength(open.length)
        for (const item of book.items.slice(0, before.length)) {
          expect(openAmount(item)).toBe(0n)
          expect(item.taxesAllocated).toEqual(item.taxes.map(({ amount }) => amount))
        }
      }),
    )
  })

  it("has the same matrix as before, however often it goes back and forth", () => {
    holds(
      fc.property(randomTimeline, strategy, fc.integer({ min: 1, max: 4 }), (timeline, name, times) => {
        const book = new Book({ strategy: name })
        read(timeline, timeline.happenings.length, book)
        const before = textOf(book.matrix())
        for (let time = 0; time < times; time += 1) {
          give(book)
          sameText(textOf(book.matrix()), before)
          const { items } = throughTransfers(DOCUMENT_ID, book.items, book.allocations)
          expect(brokenIdentities(book.matrix(), [...items])).toEqual([])
        }
      }),
    )
  })

  it("owes, is paid and has left what it would have with the one that had it", () => {
    holds(
      fc.property(randomTimeline, filling, gifts, (timeline, name, given) => {
        const [moved, stayed] = [new Book({ strategy: name }), new Book({ strategy: name })]
        for (let until = 0; until <= timeline.happenings.length; until += 1) {
          read(timeline, until, moved)
          read(timeline, until, stayed)
          // What is reopened came on one day, so which of two credits pays which line may be another.
          sameText(totalsOf(moved), totalsOf(stayed))
          for (let time = given[until] ?? 0; time > 0; time -= 1) give(moved)
        }
      }),
    )
  })
})
