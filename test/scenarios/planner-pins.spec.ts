import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import { runPlan } from "../support/planner"

describe("Pinned amounts", () => {
  it.each(
    Object.entries({
      "F12: go to their own line wherever it stands, and the rest follows line order": `
        #owed
        1/A 75 d1
        1/B 75 d1
        1/C 20 d1
        #money
        card 100 d1
        #pinned
        card → 1/C 20
        #applied
        card → 1/C 20 pinned
        card → 1/A 75 line_order
        card → 1/B 5 line_order
      `,
      "F12: take no more than the line has open": `
        #owed
        1/A 75 d1
        1/B 10 d1
        #money
        card 50 d1
        #pinned
        card → 1/B 30
        #applied
        card → 1/B 10 pinned
        card → 1/A 40 line_order
      `,
      "F12: take no more than the money has": `
        #owed
        1/A 75 d1
        #money
        card 50 d1
        #pinned
        card → 1/A 60
        #applied
        card → 1/A 50 pinned
      `,
      "F12: a second pin of the same line finds what the first left": `
        #owed
        1/A 30 d1
        #money
        card 20 d1
        cash 20 d2
        #pinned
        card → 1/A 20
        cash → 1/A 20
        #applied
        card → 1/A 20 pinned
        cash → 1/A 10 pinned
        #left
        cash 10: Nothing is owed any more.
      `,
      "F12: a pin of a line that is gone is passed over": `
        #owed
        1/A 30 d1
        #money
        card 20 d1
        #pinned
        card → 9/Z 20
        #applied
        card → 1/A 20 line_order
      `,
    }),
  )("%s", (_, text) => {
    runPlan(STRATEGIES.line_order, text)
  })
})
