import fc from "fast-check"
import { STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import { Book, DOCUMENT_ID } from "../support/book"
import { describeBook } from "../support/flow"
import { brokenIdentities } from "../support/matrix-identities"
import { holds, sameText } from "../support/property"
import { brokenSharing } from "../support/sharing-identities"
import { randomTimeline, tell } from "../support/random-timeline"

const strategy = fc.constantFrom(...STRATEGY_NAMES)
const digits = fc.constantFrom(0, 2, 3)

describe("The history of an order", () => {
  it("ends in the same items and allocations whether it was read at every step, at some, or once at the end", () => {
    holds(
      fc.property(
        randomTimeline,
        fc.array(fc.boolean(), { maxLength: 20 }),
        strategy,
        digits,
        (timeline, reads, name, places) => {
          const late = new Book({ strategy: name, digits: places })
          late.read(tell(timeline, timeline.happenings.length))
          const prompt = new Book({ strategy: name, digits: places })
          timeline.happenings.forEach((_, index) => {
            if (reads[index]) prompt.read(tell(timeline, index))
          })
          prompt.read(tell(timeline, timeline.happenings.length))
          sameText(describeBook(prompt), describeBook(late))
        },
      ),
    )
  })

  it("adds nothing when it is read a second time", () => {
    holds(
      fc.property(randomTimeline, strategy, digits, (timeline, name, places) => {
        const book = new Book({ strategy: name, digits: places })
        book.read(tell(timeline, timeline.happenings.length))
        if (book.read(tell(timeline, timeline.happenings.length)) !== 0)
          throw new Error("the second read added something")
      }),
    )
  })

  it("adds up to the host's exact amounts, rounded once, in items that keep the matrix's identities", () => {
    holds(
      fc.property(randomTimeline, strategy, digits, (timeline, name, places) => {
        const book = new Book({ strategy: name, digits: places })
        const told = tell(timeline, timeline.happenings.length)
        book.read(told)
        sameText(String(book.sum()), String(book.historyOf(told).states.at(-1)?.balance))
        sameText(brokenIdentities(book.matrix(), book.items), [])
        sameText(brokenSharing(DOCUMENT_ID, book), [])
      }),
    )
  })

  it("adds up also when the host takes back a cancellation, money, and changes the order again", () => {
    holds(
      fc.property(
        randomTimeline,
        strategy,
        digits,
        fc.array(fc.nat(), { maxLength: 4 }),
        (timeline, name, places, vanishing) => {
          const book = new Book({ strategy: name, digits: places })
          const told = tell(timeline, timeline.happenings.length)
          const check = (): void => {
            book.read(told)
            sameText(String(book.sum()), String(book.historyOf(told).states.at(-1)?.balance))
            sameText(brokenIdentities(book.matrix(), book.items), [])
            sameText(brokenSharing(DOCUMENT_ID, book), [])
          }
          check()
          if (told.isCanceled) {
            told.uncancel()
            check()
          }
          for (const which of vanishing) {
            const ids = told.moneyIds
            const id = ids[which % ids.length]
            if (id === undefined) break
            told.vanish(id)
            check()
          }
          told.edit("2026-01-09T00:00:00.000Z", { E: "12.3456" })
          check()
          sameText(book.read(told), 0)
        },
      ),
    )
  })
})
