import { describeFlows } from "../support/flow"

describeFlows("F12: planned payments whose money was taken back", {
  "an instalment whose money the host took back is open again": `
    #host
    place A 100
    plan 50 d2, 50 d20
    capture 50
    vanish cap1
    #plan
    1 d2 50.00 paid 0.00 keeps 50.00 overdue
    2 d20 50.00 paid 0.00 keeps A 50.00 scheduled
    #state
    partial a, 100.00 open, 0.00 unapplied
  `,
  "other money fulfils it then, before what falls due later": `
    #host
    place A 50, B 50
    plan 50 d2 for A, 50 d20 for B
    capture 50
    vanish cap1
    capture 70
    #applied
    cap1 → A 50.00 instalment
    cap2 → cap1#2 50.00 instalment
    cap2 → B 20.00 instalment
    #plan
    1 d2 50.00 paid 50.00 keeps nothing settled
    2 d20 50.00 paid 20.00 keeps B 30.00 scheduled
    #state
    planned a, 30.00 open, 0.00 unapplied
  `,
  "an instalment whose money is reversed is open again, for the line that it had paid": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d20 for B
    capture 100
    reverse cap1 40
    #plan
    1 d5 75.00 paid 60.00 keeps A 15.00 scheduled
    2 d20 75.00 paid 0.00 keeps B 75.00 scheduled
  `,
  "what is paid again after a reversal fulfils it, and a second reversal opens it once more": `
    #host
    place A 75, B 75
    plan 75 d9 for A, 75 d20 for B
    capture 75
    reverse cap1 75
    capture 75
    reverse cap2 75
    #plan
    1 d9 75.00 paid 0.00 keeps A 75.00 scheduled
    2 d20 75.00 paid 0.00 keeps B 75.00 scheduled
    #state
    planned a, 150.00 open, 0.00 unapplied
  `,
  "a reversal opens what was paid past the plan before the instalments": `
    #host
    place A 75, B 75
    plan 50 d5 for A
    capture 100
    reverse cap1 40
    #plan
    1 d5 50.00 paid 50.00 keeps nothing settled
  `,
  "money that is reversed where a credit had carried it opens its instalment for that line": `
    #host
    place A 60, B 40
    plan 100 d9
    capture 100
    edit B 0, C 40
    reverse cap1 40
    #plan
    1 d9 100.00 paid 60.00 keeps C 40.00 scheduled
  `,
})
