import fc from "fast-check"
import { STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocate/strategies"
import { Book } from "../support/book"
import { describeBook } from "../support/flow"
import { brokenIdentities } from "../support/matrix-identities"
import { holds, sameText } from "../support/property"
import { randomStory, tell } from "../support/random-story"

const strategy = fc.constantFrom(...STRATEGY_NAMES)
const digits = fc.constantFrom(0, 2, 3)

describe("The history of an order", () => {
  it("ends in the same items and allocations whether it was read at every step, at some, or once at the end", () => {
    holds(
      fc.property(
        randomStory,
        fc.array(fc.boolean(), { maxLength: 20 }),
        strategy,
        digits,
        (story, reads, name, places) => {
          const late = new Book({ strategy: name, digits: places })
          late.read(tell(story, story.happenings.length))
          const prompt = new Book({ strategy: name, digits: places })
          story.happenings.forEach((_, index) => {
            if (reads[index]) prompt.read(tell(story, index))
          })
          prompt.read(tell(story, story.happenings.length))
          sameText(describeBook(prompt), describeBook(late))
        },
      ),
    )
  })

  it("adds nothing when it is read a second time", () => {
    holds(
      fc.property(randomStory, strategy, digits, (story, name, places) => {
        const book = new Book({ strategy: name, digits: places })
        book.read(tell(story, story.happenings.length))
        if (book.read(tell(story, story.happenings.length)) !== 0)
          throw new Error("the second read added something")
      }),
    )
  })

  it("adds up to the host's exact amounts, rounded once, in items that keep the matrix's identities", () => {
    holds(
      fc.property(randomStory, strategy, digits, (story, name, places) => {
        const book = new Book({ strategy: name, digits: places })
        const told = tell(story, story.happenings.length)
        book.read(told)
        sameText(String(book.sum()), String(book.historyOf(told).states.at(-1)?.balance))
        sameText(brokenIdentities(book.matrix(), book.items), [])
      }),
    )
  })

  it("adds up also when the host takes back a cancellation, money, and changes the order again", () => {
    holds(
      fc.property(
        randomStory,
        strategy,
        digits,
        fc.array(fc.nat(), { maxLength: 4 }),
        (story, name, places, vanishing) => {
          const book = new Book({ strategy: name, digits: places })
          const told = tell(story, story.happenings.length)
          const check = (): void => {
            book.read(told)
            sameText(String(book.sum()), String(book.historyOf(told).states.at(-1)?.balance))
            sameText(brokenIdentities(book.matrix(), book.items), [])
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
