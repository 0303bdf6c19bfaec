import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import { runPlan } from "../support/planner"

describe("Strategy exact_match", () => {
  it.each(
    Object.entries({
      "F14 F15: money that is exactly one order's open balance pays that order, line by line": `
          #owed
          1/A 60 d1
          2/A 30 d2
          2/B 20 d2
          #money
          cheque 50 d3
          #applied
          cheque → 2/A 30 exact_match
          cheque → 2/B 20 exact_match
        `,
      "F15: no order has this balance: nothing": `
          #owed
          1/A 60 d1
          #money
          cheque 50 d3
          #applied
          #left
          cheque 50: No order has exactly this open balance.
        `,
      "F15: two orders have this balance: nothing, for choosing one would be a guess": `
          #owed
          1/A 50 d1
          2/A 50 d2
          #money
          cheque 50 d3
          #applied
          #left
          cheque 50: 2 orders have exactly this open balance; choosing one would be a guess.
        `,
      "F15: an order placed after the money came is no candidate": `
          #owed
          1/A 50 d4
          #money
          cheque 50 d3
          #applied
          #left
          cheque 50: The order with this open balance was placed after the money came.
        `,
      "F15: of two orders with this balance only one was placed before the money came": `
          #owed
          1/A 50 d1
          2/A 50 d4
          #money
          cheque 50 d3
          #applied
          cheque → 1/A 50 exact_match
          #left
        `,
      "F15: an order placed on the day of the money is a candidate": `
          #owed
          1/A 50 d3
          #money
          cheque 50 d3
          #applied
          cheque → 1/A 50 exact_match
        `,
      "F15: money that is exactly what the whole account owes pays it": `
          #owed
          1/A 30 d1
          2/A 40 d2
          #money
          cheque 70 d3
          #applied
          cheque → 1/A 30 exact_balance
          cheque → 2/A 40 exact_balance
        `,
      "F15: the whole account's balance is what is left when every payment has had its turn": `
          #owed
          1/A 30 d1
          2/A 40 d2
          3/A 50 d2
          #money
          big 70 d3
          small 50 d4
          #applied
          small → 3/A 50 exact_match
          big → 1/A 30 exact_balance
          big → 2/A 40 exact_balance
        `,
      "F15: an order placed on the day of the money, and the whole account's balance, count": `
          #owed
          1/A 30 d1
          2/A 40 d3
          #money
          cheque 70 d3
          #applied
          cheque → 1/A 30 exact_balance
          cheque → 2/A 40 exact_balance
        `,
      "F15: an order that is paid by then does not make the account younger": `
          #owed
          1/A 30 d1
          2/A 40 d2
          3/A 50 d4
          #money
          big 70 d3
          small 50 d4
          #applied
          small → 3/A 50 exact_match
          big → 1/A 30 exact_balance
          big → 2/A 40 exact_balance
        `,
      "F15: of two orders with this balance one was placed on the day of the money: nothing": `
          #owed
          1/A 50 d1
          2/A 50 d3
          #money
          cheque 50 d3
          #applied
          #left
          cheque 50: 2 orders have exactly this open balance; choosing one would be a guess.
        `,
      "F15: money that was used up is not matched again": `
          #owed
          1/A 50 d1
          2/A 20 d1
          3/A 20 d1
          #money
          first 50 d2
          #applied
          first → 1/A 50 exact_match
        `,
      "F15: the whole account's balance does not count when part of it is younger than the money": `
          #owed
          1/A 30 d1
          2/A 40 d5
          #money
          cheque 70 d3
          #applied
          #left
          cheque 70: No order has exactly this open balance.
        `,
    }),
  )("%s", (_, text) => {
    runPlan(STRATEGIES.exact_match, text)
  })
})
