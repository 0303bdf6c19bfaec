import { describeFlows } from "../support/flow"

describeFlows("F12: planned payments", {
  "money settles instalments in the order in which they fall due, wherever their items stand": `
    #host
    place A 75, B 75, C 20
    plan 95 d9 for A 75 C, 75 d5 for B
    capture 100
    #applied
    cap1 → B 75.00 instalment
    cap1 → A 25.00 instalment
    #plan
    1 d9 95.00 paid 25.00 keeps A 50.00 C 20.00 scheduled
    2 d5 75.00 paid 75.00 keeps nothing settled
    #state
    planned a, 70.00 open, 0.00 unapplied
  `,
  "money that names an instalment settles that one first, however early: by its capture": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 ref order_1_cap1 for B
    capture 80
    #applied
    cap1 → B 75.00 instalment
    cap1 → A 5.00 instalment
    #state
    planned a, 70.00 open, 0.00 unapplied
  `,
  "by its payment": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 ref pay_2 for B
    capture 75 by pay_2
    #applied
    cap1 → B 75.00 instalment
  `,
  "by its payment collection": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 ref paycol_1 for B
    capture 75 by pay_2
    #applied
    cap1 → B 75.00 instalment
  `,
  "an item without an amount takes what its instalment has left; what is not pinned avoids what others pin": `
    #host
    place A 75, B 75, C 20
    plan 50 d5, 120 d9 for C 20 A
    capture 50
    #applied
    cap1 → B 50.00 instalment
    #plan
    1 d5 50.00 paid 50.00 keeps nothing settled
    2 d9 120.00 paid 0.00 keeps C 20.00 A 75.00 B 25.00 scheduled
  `,
  "a part of an instalment leaves the rest of its pins": `
    #host
    place A 75, B 75
    plan 100 d5 for B A, 50 d9
    capture 80
    #applied
    cap1 → A 25.00 instalment
    cap1 → B 55.00 instalment
    #plan
    1 d5 100.00 paid 80.00 keeps B 20.00 scheduled
    2 d9 50.00 paid 0.00 keeps A 50.00 scheduled
  `,
  "one that is not paid on its day is overdue; it is paid late, and the plan covers again": `
    #host
    place A 100
    plan 50 d3, 50 d20
    wait
    wait
    capture 50
    #plan
    1 d3 50.00 paid 50.00 keeps nothing settled
    2 d20 50.00 paid 0.00 keeps A 50.00 scheduled
    #state
    planned a, 50.00 open, 0.00 unapplied
  `,
  "one that failed is not covered by what is due later": `
    #host
    place A 100
    plan 50 d8, 50 d20
    fail 1
    #plan
    1 d8 50.00 paid 0.00 keeps A 50.00 failed
    2 d20 50.00 paid 0.00 keeps A 50.00 scheduled
    #state
    none –, 100.00 open, 0.00 unapplied
  `,
  "one that failed is paid again": `
    #host
    place A 100
    plan 50 d8, 50 d20
    fail 1
    capture 50
    #plan
    1 d8 50.00 paid 50.00 keeps nothing settled
    2 d20 50.00 paid 0.00 keeps A 50.00 scheduled
    #state
    planned a, 50.00 open, 0.00 unapplied
  `,
  "one that was postponed falls due on its new day, after others": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 for B
    postpone 1 d12
    capture 75
    #applied
    cap1 → B 75.00 instalment
    #plan
    1 d12 75.00 paid 0.00 keeps A 75.00 scheduled
    2 d9 75.00 paid 75.00 keeps nothing settled
  `,
  "one that was cancelled keeps nothing, and what it kept follows the rest of the plan": `
    #host
    place A 75, B 75
    plan 75 d5 for B, 60 d9
    drop 1
    capture 60
    #applied
    cap1 → A 60.00 instalment
    #plan
    1 d5 75.00 paid 0.00 keeps nothing cancelled
    2 d9 60.00 paid 60.00 keeps nothing settled
    #state
    partial a, 90.00 open, 0.00 unapplied
  `,
  "money past all instalments follows the strategy": `
    #host
    place A 75, B 75
    plan 20 d5 for B
    capture 50
    #applied
    cap1 → B 20.00 instalment
    cap1 → A 30.00 line_order
    #state
    partial a, 100.00 open, 0.00 unapplied
  `,
  "an order that is lowered keeps less for its last instalments, which say by how much they are too large": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 for B
    edit B 30
    #plan
    1 d5 75.00 paid 0.00 keeps A 75.00 scheduled
    2 d9 75.00 paid 0.00 keeps B 30.00 shrunk by 45.00 scheduled
    #state
    planned –, 105.00 open, 0.00 unapplied
  `,
  "what is paid after the order was lowered settles what it owes, and a surplus stays the customer's": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 for B
    edit B 30
    capture 75
    capture 75
    #plan
    1 d5 75.00 paid 75.00 keeps nothing settled
    2 d9 75.00 paid 30.00 keeps nothing shrunk by 45.00 lapsed
    #state
    full A, 0.00 open, 45.00 unapplied
  `,
  "an order that is raised is no longer covered; the plan says planned until it ended": `
    #host
    place A 75
    plan 75 d9 for A
    edit A 100, B 20
    #plan
    1 d9 75.00 paid 0.00 keeps A 75.00 scheduled
    #state
    planned –, 120.00 open, 0.00 unapplied
  `,
  "and then is partly paid": `
    #host
    place A 75
    plan 75 d9 for A
    edit A 100, B 20
    capture 75
    #applied
    cap1 → A 75.00 instalment
    #state
    partial a, 45.00 open, 0.00 unapplied
  `,
  "a line that is returned frees the instalment of its line, and its credit pays the next one's lines": `
    #host
    place A 75, B 75
    plan 75 d2 for A, 75 d9 for B
    capture 75
    edit A gone
    #applied
    cap1 → A 75.00 instalment
    A#2 → B 75.00 own_order
    #plan
    1 d2 75.00 paid 75.00 keeps nothing settled
    2 d9 75.00 paid 0.00 keeps nothing shrunk by 75.00 lapsed
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
  "instalments of a cancelled order lapse": `
    #host
    place A 75, B 75
    plan 75 d5, 75 d9
    cancel
    #plan
    1 d5 75.00 paid 0.00 keeps nothing shrunk by 75.00 lapsed
    2 d9 75.00 paid 0.00 keeps nothing shrunk by 75.00 lapsed
    #state
    full –, 0.00 open, 0.00 unapplied
  `,
  "and come back when the cancellation is taken back": `
    #host
    place A 75, B 75
    plan 75 d5, 75 d9
    cancel
    uncancel
    #plan
    1 d5 75.00 paid 0.00 keeps A 75.00 scheduled
    2 d9 75.00 paid 0.00 keeps B 75.00 scheduled
    #state
    planned –, 150.00 open, 0.00 unapplied
  `,
  "a return on its way covers as an instalment does": `
    #host
    place A 100, B 40
    plan 100 d20
    request B
    #state
    planned –, 140.00 open, 0.00 unapplied
  `,
})
