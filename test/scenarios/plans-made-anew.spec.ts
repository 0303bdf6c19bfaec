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
