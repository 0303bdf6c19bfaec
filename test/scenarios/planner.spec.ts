import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocate/strategies"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocate/strategy"
import { runPlan } from "../support/planner"

const PLANS: Readonly<Record<StrategyName, Readonly<Record<string, string>>>> = {
  line_order: {
    "F11: 100 on 75, 75 and 20 gives 75, 25 and 0": `
      #owed
      1/A 75 d1
      1/B 75 d1
      1/C 20 d1
      #money
      card 100 d1
      #applied
      card → 1/A 75 line_order
      card → 1/B 25 line_order
    `,
    "F11: 70 more finishes the lines where the first 100 stopped": `
      #owed
      1/A 75 d1
      1/B 75 d1
      1/C 20 d1
      #money
      card 100 d1
      cash 70 d2
      #applied
      card → 1/A 75 line_order
      card → 1/B 25 line_order
      cash → 1/B 50 line_order
      cash → 1/C 20 line_order
    `,
    "what is left when nothing is owed stays with the money": `
      #owed
      1/A 75 d1
      #money
      card 100 d1
      #applied
      card → 1/A 75 line_order
      #left
      card 25: Nothing is owed any more.
    `,
    "money is used in the order in which it came, not in which it is listed": `
      #owed
      1/A 50 d1
      #money
      second 50 d3
      first 30 d2
      #applied
      first → 1/A 30 line_order
      second → 1/A 20 line_order
      #left
      second 30: Nothing is owed any more.
    `,
  },
  oldest_first: {
    "F32: the oldest order is paid first, its lines in order, whatever day the money came": `
      #owed
      2/A 40 d5
      1/A 30 d2
      1/B 20 d2
      #money
      cheque 60 d1
      #applied
      cheque → 1/A 30 oldest_first
      cheque → 1/B 20 oldest_first
      cheque → 2/A 10 oldest_first
    `,
    "F3: one payment settles several orders, and one order is settled by several payments": `
      #owed
      1/A 30 d1
      2/A 40 d2
      #money
      cheque 50 d3
      cash 20 d4
      #applied
      cheque → 1/A 30 oldest_first
      cheque → 2/A 20 oldest_first
      cash → 2/A 20 oldest_first
    `,
  },
  due_date: {
    "what falls due first is paid first, even of a younger order": `
      #owed
      1/A 30 d1 due d20
      2/A 40 d5 due d10
      #money
      cheque 50 d6
      #applied
      cheque → 2/A 40 due_date
      cheque → 1/A 10 due_date
    `,
    "without a due day a line falls due on the day it arose": `
      #owed
      1/A 30 d7
      2/A 40 d5 due d9
      #money
      cheque 50 d9
      #applied
      cheque → 1/A 30 due_date
      cheque → 2/A 20 due_date
    `,
  },
  pro_rata: {
    "660 = 100 + 200 + 300 + 60 paid in three parts of 200 adds up in every row and every column; shares are of what is open": `
      #owed
      1/A 100 d1
      1/B 200 d1
      1/C 300 d1
      1/D 60 d1
      #money
      first 200 d1
      second 200 d2
      third 200 d3
      fourth 60 d4
      #applied
      first → 1/A 30 pro_rata
      first → 1/B 61 pro_rata
      first → 1/C 91 pro_rata
      first → 1/D 18 pro_rata
      second → 1/A 31 pro_rata
      second → 1/B 60 pro_rata
      second → 1/C 91 pro_rata
      second → 1/D 18 pro_rata
      third → 1/A 30 pro_rata
      third → 1/B 61 pro_rata
      third → 1/C 91 pro_rata
      third → 1/D 18 pro_rata
      fourth → 1/A 9 pro_rata
      fourth → 1/B 18 pro_rata
      fourth → 1/C 27 pro_rata
      fourth → 1/D 6 pro_rata
    `,
    "equal remainders go to the earlier line": `
      #owed
      1/A 10 d1
      1/B 10 d1
      1/C 10 d1
      #money
      card 11 d1
      #applied
      card → 1/A 4 pro_rata
      card → 1/B 4 pro_rata
      card → 1/C 3 pro_rata
    `,
    "a share of nothing is no allocation": `
      #owed
      1/A 1000 d1
      1/B 1 d1
      #money
      card 1 d1
      #applied
      card → 1/A 1 pro_rata
    `,
    "money above what is owed is left over": `
      #owed
      1/A 5 d1
      1/B 5 d1
      #money
      card 12 d1
      #applied
      card → 1/A 5 pro_rata
      card → 1/B 5 pro_rata
      #left
      card 2: Nothing is owed any more.
    `,
  },
  exact_match: {
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
  },
}

describe.each(Object.entries(PLANS))("Strategy %s", (name, plans) => {
  it.each(Object.entries(plans))("%s", (_, text) => {
    runPlan(STRATEGIES[name as StrategyName], text)
  })
})

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
