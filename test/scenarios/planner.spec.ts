import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { runPlan } from "../support/planner"

const PLANS: Readonly<Partial<Record<StrategyName, Readonly<Record<string, string>>>>> = {
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
    "F32: of orders placed at the same moment the lower id comes first, whichever the ledger heard of first": `
      #owed
      2/A 40 d1
      2/B 5 d1
      1/A 30 d1
      #money
      cheque 50 d1
      #applied
      cheque → 1/A 30 oldest_first
      cheque → 2/A 20 oldest_first
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
}

describe.each(Object.entries(PLANS))("Strategy %s", (name, plans) => {
  it.each(Object.entries(plans))("%s", (_, text) => {
    runPlan(STRATEGIES[name as StrategyName], text)
  })
})
