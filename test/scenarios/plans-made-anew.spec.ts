import { describeFlows } from "../support/flow"

describeFlows("F12: plans made when something is paid or planned already", {
  "a new plan takes the place of what is left of the old one": `
    #host
    place A 75, B 75
    plan 75 d5 for A, 75 d9 for B
    capture 50
    plan 100 d20 for B A
    capture 100
    #plan
    1 d5 75.00 paid 50.00 keeps nothing cancelled
    2 d9 75.00 paid 0.00 keeps nothing cancelled
    1 d20 100.00 paid 100.00 keeps nothing settled
    #state
    full A, 0.00 open, 0.00 unapplied
  `,
  "a plan for all of the order counts what is paid, which is put again by the plan": `
    #host
    place A 75, B 75
    capture 50
    plan 50 d2 for B, 100 d9
    #applied
    cap1 → B 50.00 instalment
    #plan
    1 d2 50.00 paid 50.00 keeps nothing settled
    2 d9 100.00 paid 0.00 keeps A 75.00 B 25.00 scheduled
    #state
    planned a, 100.00 open, 0.00 unapplied
  `,
  "put again, money settles the instalment that names it before others": `
    #host
    place A 75, B 75
    capture 50
    plan 50 d4 for A 50, 100 d9 ref pay_1 for B A
    #applied
    cap1 → A 25.00 instalment
    cap1 → B 25.00 instalment
    #plan
    1 d4 50.00 paid 0.00 keeps A 50.00 scheduled
    2 d9 100.00 paid 50.00 keeps B 50.00 scheduled
  `,
  "a plan for what is open leaves what is paid where it is": `
    #host
    place A 75, B 75
    capture 50
    plan 100 d9 for B A
    #applied
    cap1 → A 50.00 line_order
    #plan
    1 d9 100.00 paid 0.00 keeps B 75.00 A 25.00 scheduled
  `,
  "what instalments of an earlier plan were paid stays paid when the rest counts": `
    #host
    place A 75, B 75
    plan 75 d5 for A
    capture 100
    plan 75 d20
    #applied
    cap1 → A 75.00 instalment
    cap1 → B 25.00 instalment
    #plan
    1 d5 75.00 paid 75.00 keeps nothing settled
    1 d20 75.00 paid 25.00 keeps B 50.00 scheduled
  `,
})

describeFlows("F12: plans made when money was taken back", {
  "what a reversal took back is not paid: it neither fulfils an instalment nor moves": `
    #host
    place A 100, B 50
    capture 100
    reverse cap1 40
    plan 150 d6
    #applied
    cap1 → A 40.00 line_order
    cap1 → A 60.00 instalment
    #rows
    A 100.00 paid 60.00 open 40.00
    B 50.00 paid 0.00 open 50.00
    #plan
    1 d6 150.00 paid 60.00 keeps A 40.00 B 50.00 scheduled
    #state
    planned a, 90.00 open, 0.00 unapplied
  `,
  "what a reversal took of a surplus stays with it": `
    #host
    place A 100
    capture 150
    reverse cap1 50
    edit B 100
    plan 150 d6, 50 d9
    #applied
    cap1 → rev1 50.00 reversed_rest
    cap1 → A 100.00 instalment
    #plan
    1 d6 150.00 paid 100.00 keeps B 50.00 scheduled
    2 d9 50.00 paid 0.00 keeps B 50.00 scheduled
    #state
    planned a, 100.00 open, 0.00 unapplied
  `,
  "of several payments each keeps what was taken back of it": `
    #host
    place A 100, B 50
    capture 60 by pay_1
    capture 90 by pay_2
    reverse cap2 70
    plan 50 d6 for B, 100 d9
    #applied
    cap2 → B 50.00 line_order
    cap2 → A 20.00 line_order
    cap1 → rev1 50.00 instalment
    cap1 → A 10.00 instalment
    cap2 → A 20.00 instalment
    #rows
    A 100.00 paid 30.00 open 70.00
    B 50.00 paid 50.00 open 0.00
    #plan
    1 d6 50.00 paid 50.00 keeps nothing settled
    2 d9 100.00 paid 30.00 keeps A 70.00 scheduled
    #state
    planned a, 70.00 open, 0.00 unapplied
  `,
  "what paid a reopened line again stays there": `
    #host
    place A 100, B 50
    capture 100
    reverse cap1 40
    capture 40 by pay_2
    plan 110 d6
    #applied
    cap2 → rev1 40.00 line_order
    cap1 → A 40.00 line_order
    cap1 → A 60.00 instalment
    #plan
    1 d6 110.00 paid 60.00 keeps B 50.00 scheduled
    #state
    planned a, 50.00 open, 0.00 unapplied
  `,
  "of what paid a reopened line again a reversal takes first what came last": `
    #host
    place A 80
    capture 60 by pay_1
    capture 40 by pay_2
    reverse cap1 20
    reverse cap2 20
    plan 80 d6
    #applied
    cap2 → rev1 20.00 line_order
    cap1 → A 20.00 line_order
    cap1 → A 40.00 instalment
    cap2 → A 20.00 instalment
    #plan
    1 d6 80.00 paid 60.00 keeps A 20.00 due
  `,
  "a plan made a second time counts no more than the first one": `
    #host
    place A 100, B 50
    capture 100
    reverse cap1 40
    plan 150 d6
    plan 90 d7
    #applied
    cap1 → A 40.00 line_order
    cap1 → A 60.00 instalment
    #plan
    1 d6 150.00 paid 60.00 keeps nothing cancelled
    1 d7 90.00 paid 0.00 keeps A 40.00 B 50.00 scheduled
  `,
  "what the host took back of a payment is not paid": `
    #host
    place A 100, B 50
    capture 60 by pay_1
    capture 30 by pay_2
    vanish cap1
    plan 80 d6
    #applied
    cap1 → A 60.00 line_order
    cap2 → A 30.00 instalment
    #plan
    1 d6 80.00 paid 30.00 keeps A 10.00 B 40.00 scheduled
  `,
  "a reversal that the host records as well is taken back once": `
    #host
    place A 100, B 50
    capture 60 by pay_1
    capture 60 by pay_2
    reverse cap2 20
    vanish cap2
    plan 110 d6
    #applied
    cap2 → A 40.00 line_order
    cap2 → B 20.00 line_order
    rev-known → cap2#2 20.00 reversed_void
    cap1 → A 60.00 instalment
    #plan
    1 d6 110.00 paid 60.00 keeps B 50.00 due
  `,
})
