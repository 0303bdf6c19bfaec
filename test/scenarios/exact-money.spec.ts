import { describeFlows } from "../support/flow"

describeFlows("Amounts that are not whole cents", {
  'F60: the item "rounding" closes an order whose rounded parts miss the exact sum by a cent': `
    #host
    place A 89.964, B 168, ship 18
    capture 275.964
    edit A 59.976
    refund 29.99, credit 0.002
    #items
    d1 debit charge A 89.96
    d1 debit charge B 168.00
    d1 debit shipping ship 18.00
    d2 credit payment cap1 275.96
    d3 credit adjustment A#2 29.98
    d3 credit rounding round 0.01
    d4 debit refund ref1 29.99
    #applied
    cap1 → A 89.96 line_order
    cap1 → B 168.00 line_order
    cap1 → ship 18.00 line_order
    A#2 → ref1 29.98 refund_of_line
    round → ref1 0.01 refund_of_line
    #rows
    A 59.98 paid 59.98 open 0.00
    B 168.00 paid 168.00 open 0.00
    ship 18.00 paid 18.00 open 0.00
    round -0.01 paid -0.01 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F60: three captures of a third each are rounded as running totals": `
    #host
    place A 83.333333, B 83.333333, C 83.333334
    capture 83.333333
    capture 83.333333
    capture 83.333334
    #items
    d1 debit charge A 83.33
    d1 debit charge B 83.33
    d1 debit charge C 83.33
    d1 debit rounding round 0.01
    d2 credit payment cap1 83.33
    d3 credit payment cap2 83.34
    d4 credit payment cap3 83.33
    #applied
    cap1 → A 83.33 line_order
    cap2 → B 83.33 line_order
    cap2 → C 0.01 line_order
    cap3 → C 83.32 line_order
    cap3 → round 0.01 line_order
    #rows
    A 83.33 paid 83.33 open 0.00
    B 83.33 paid 83.33 open 0.00
    C 83.33 paid 83.33 open 0.00
    round 0.01 paid 0.01 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F60: captures of two payments are rounded each by itself": `
    #host
    place A 10.005, B 10.005
    capture 10.005
    capture 10.005 by pay_2
    #items
    d1 debit charge A 10.01
    d1 debit charge B 10.01
    d1 credit rounding round 0.01
    d2 credit payment cap1 10.01
    d2 debit rounding round#2 0.01
    d3 credit payment cap2 10.01
    #applied
    round → A 0.01 own_order
    cap1 → A 10.00 line_order
    cap1 → B 0.01 line_order
    cap2 → B 10.00 line_order
    cap2 → round#2 0.01 line_order
    #rows
    A 10.01 paid 10.01 open 0.00
    B 10.01 paid 10.01 open 0.00
    round 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F60: a cent of rounding has no column: the money is shown as if it had paid the line in full": `
    #host
    place A 23.988, B 25.188, C 26.388, ship 12
    capture 87.564
    #applied
    round → A 0.01 own_order
    cap1 → A 23.98 line_order
    cap1 → B 25.19 line_order
    cap1 → C 26.39 line_order
    cap1 → ship 12.00 line_order
    #rows
    A 23.99 paid 23.99 open 0.00
    B 25.19 paid 25.19 open 0.00
    C 26.39 paid 26.39 open 0.00
    ship 12.00 paid 12.00 open 0.00
    round -0.01 paid -0.01 open 0.00
    #columns
    cap1 payment 87.56 here 87.56 back 0.00 left 0.00
  `,

  "F60: until money comes the line shows the cent as open, and the rounding as owed back": `
    #host
    place A 10.005, B 10.005
    #rows
    A 10.01 paid 0.00 open 10.01
    B 10.01 paid 0.00 open 10.01
    round -0.01 paid 0.00 open -0.01
    #columns
    #state
    none –, 20.01 open, 0.00 unapplied
  `,

  "F60: half a cent too much is a cent too much": `
    #host
    place A 10.005
    capture 10.01
    #items
    d1 debit charge A 10.01
    d2 credit payment cap1 10.01
    d2 credit rounding round 0.01
    #applied
    round → A 0.01 own_order
    cap1 → A 10.00 line_order
    #rows
    A 10.01 paid 10.01 open 0.00
    round -0.01 paid -0.01 open 0.00
    #state
    full A, 0.00 open, 0.01 unapplied
  `,

  "F60: a credit line below half a cent is not posted": `
    #host
    place A 10
    credit 0.004 goodwill
    capture 9.996
    #items
    d1 debit charge A 10.00
    d3 credit payment cap1 10.00
    #applied
    cap1 → A 10.00 line_order
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F60: the rounding item goes when the line that caused it goes": `
    #host
    place A 0.334, B 0.334, C 0.334
    edit B gone
    #items
    d1 debit charge A 0.33
    d1 debit charge B 0.33
    d1 debit charge C 0.33
    d1 debit rounding round 0.01
    d2 credit adjustment B#2 0.33
    #applied
    B#2 → B 0.33 own_line
    #rows
    A 0.33 paid 0.00 open 0.33
    B 0.00 paid 0.00 open 0.00
    C 0.33 paid 0.00 open 0.33
    round 0.01 paid 0.00 open 0.01
    #state
    none –, 0.67 open, 0.00 unapplied
  `,

  "F60: the rounding of a cancelled order is its money's alone": `
    #host
    place A 0.334, B 0.334, C 0.334
    capture 0.334
    cancel
    #items
    d1 debit charge A 0.33
    d1 debit charge B 0.33
    d1 debit charge C 0.33
    d1 debit rounding round 0.01
    d2 credit payment cap1 0.33
    d3 credit cancellation cancel A 0.33
    d3 credit cancellation cancel B 0.33
    d3 credit cancellation cancel C 0.33
    d3 credit rounding round#2 0.01
    #applied
    cap1 → A 0.33 line_order
    cancel B → B 0.33 own_line
    cancel C → C 0.33 own_line
    round#2 → round 0.01 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    C 0.00 paid 0.00 open 0.00
    round 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.33 unapplied
  `,
})
