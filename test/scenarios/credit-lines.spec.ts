import { describeFlows } from "../support/flow"

describeFlows("Credit lines of the host", {
  "F16: refunded as a gesture, then returned and refunded again: both stand": `
    #host
    place A 108, B 36, ship 24
    capture 168
    refund 54, credit 54
    edit A 54
    refund 54
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 debit refund ref1 54.00
    d3 credit credit_line cl1 30.00 of B
    d3 credit credit_line cl1#2 24.00 of ship
    d4 credit adjustment A#2 54.00
    d5 debit refund ref2 54.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    cl1#2 → ref1 24.00 refund_of_credit
    A#2 → ref2 54.00 refund_of_line
    #rows
    A 54.00 paid 54.00 open 0.00
    B 6.00 paid 6.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: the host credits only what a refund pays above what it owes": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit A 54
    refund 64, credit 10
    refund 5, credit 5
    refund 5, credit 5
    refund 94, credit 94
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 credit adjustment A#2 54.00
    d4 debit refund ref1 64.00
    d4 credit credit_line cl1 10.00 of ship
    d5 debit refund ref2 5.00
    d5 credit credit_line cl2 5.00 of ship
    d6 debit refund ref3 5.00
    d6 credit credit_line cl3 5.00 of ship
    d7 debit refund ref4 94.00
    d7 credit credit_line cl4 54.00 of A
    d7 credit credit_line cl4#2 36.00 of B
    d7 credit credit_line cl4#3 4.00 of ship
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → ref1 54.00 refund_of_line
    cl1 → ref1 10.00 refund_of_credit
    cl2 → ref2 5.00 refund_of_credit
    cl3 → ref3 5.00 refund_of_credit
    cl4 → ref4 54.00 refund_of_credit
    cl4#2 → ref4 36.00 refund_of_credit
    cl4#3 → ref4 4.00 refund_of_credit
    #rows
    A 0.00 paid 0.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    ship 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a gesture before payment lowers every line in proportion": `
    #host
    place A 108, B 36, ship 24
    credit 16.80 goodwill
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit credit_line cl1 10.80 of A
    d2 credit credit_line cl1#2 3.60 of B
    d2 credit credit_line cl1#3 2.40 of ship
    #applied
    cl1 → A 10.80 own_line
    cl1#2 → B 3.60 own_line
    cl1#3 → ship 2.40 own_line
    #rows
    A 97.20 paid 0.00 open 97.20
    B 32.40 paid 0.00 open 32.40
    ship 21.60 paid 0.00 open 21.60
    #state
    none –, 151.20 open, 0.00 unapplied
  `,

  "F16: equal credit lines of one version are both kept": `
    #host
    place A 108, B 36, ship 24
    credit 5 goodwill
    credit 5 goodwill
    credit 2 goodwill, 2 goodwill
    capture 154
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit credit_line cl1 3.22 of A
    d2 credit credit_line cl1#2 1.07 of B
    d2 credit credit_line cl1#3 0.71 of ship
    d3 credit credit_line cl2 3.21 of A
    d3 credit credit_line cl2#2 1.07 of B
    d3 credit credit_line cl2#3 0.72 of ship
    d4 credit credit_line cl3 1.29 of A
    d4 credit credit_line cl3#2 0.43 of B
    d4 credit credit_line cl3#3 0.28 of ship
    d4 credit credit_line cl4 1.28 of A
    d4 credit credit_line cl4#2 0.43 of B
    d4 credit credit_line cl4#3 0.29 of ship
    d5 credit payment cap1 154.00
    #applied
    cl1 → A 3.22 own_line
    cl1#2 → B 1.07 own_line
    cl1#3 → ship 0.71 own_line
    cl2 → A 3.21 own_line
    cl2#2 → B 1.07 own_line
    cl2#3 → ship 0.72 own_line
    cl3 → A 1.29 own_line
    cl4 → A 1.28 own_line
    cl3#2 → B 0.43 own_line
    cl4#2 → B 0.43 own_line
    cl3#3 → ship 0.28 own_line
    cl4#3 → ship 0.29 own_line
    cap1 → A 99.00 line_order
    cap1 → B 33.00 line_order
    cap1 → ship 22.00 line_order
    #rows
    A 99.00 paid 99.00 open 0.00
    B 33.00 paid 33.00 open 0.00
    ship 22.00 paid 22.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a credit that no line can take goes to the line worth most, the earlier of two": `
    #host
    place A 50, B 50
    capture 100
    refund 100, credit 100
    credit 10 goodwill
    #items
    d1 debit charge A 50.00
    d1 debit charge B 50.00
    d2 credit payment cap1 100.00
    d3 debit refund ref1 100.00
    d3 credit credit_line cl1 50.00 of A
    d3 credit credit_line cl1#2 50.00 of B
    d4 credit credit_line cl2 10.00 of A
    #applied
    cap1 → A 50.00 line_order
    cap1 → B 50.00 line_order
    cl1 → ref1 50.00 refund_of_credit
    cl1#2 → ref1 50.00 refund_of_credit
    #rows
    A -10.00 paid -10.00 open 0.00
    B 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 10.00 unapplied
  `,

  "F16: a negative credit line pays the customer's credit out": `
    #host
    place A 108, B 36, ship 24
    capture 168
    edit A 94
    credit -14 gift-card
    #items
    d1 debit charge A 108.00
    d1 debit charge B 36.00
    d1 debit shipping ship 24.00
    d2 credit payment cap1 168.00
    d3 credit adjustment A#2 14.00
    d4 debit refund out1 14.00
    #applied
    cap1 → A 108.00 line_order
    cap1 → B 36.00 line_order
    cap1 → ship 24.00 line_order
    A#2 → out1 14.00 refund_of_line
    #rows
    A 94.00 paid 94.00 open 0.00
    B 36.00 paid 36.00 open 0.00
    ship 24.00 paid 24.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "F16: a credit line that the host takes back is taken back from the very lines it lowered": `
    #host
    place A 50, B 50
    capture 60
    credit 100 goodwill
    undo
    #items
    d1 debit charge A 50.00
    d1 debit charge B 50.00
    d2 credit payment cap1 60.00
    d3 credit credit_line cl1 50.00 of A
    d3 credit credit_line cl1#2 50.00 of B
    d3 debit credit_line cl1#3 50.00 of A
    d3 debit credit_line cl1#4 50.00 of B
    #applied
    cap1 → A 50.00 line_order
    cap1 → B 10.00 line_order
    cl1#2 → B 40.00 own_line
    cl1 → cl1#3 50.00 own_line
    cl1#2 → cl1#4 10.00 own_line
    #rows
    A 50.00 paid 50.00 open 0.00
    B 50.00 paid 10.00 open 40.00
    #state
    partial a, 40.00 open, 0.00 unapplied
  `,

  "F17: a claimed line that was credited already is not credited again": `
    #host
    place A 50, B 50
    capture 100
    claim A
    refund 50, credit 50
    credit 10 goodwill
    #items
    d1 debit charge A 50.00
    d1 debit charge B 50.00
    d2 credit payment cap1 100.00
    d4 debit refund ref1 50.00
    d4 credit credit_line cl1 50.00 of A
    d5 credit credit_line cl2 10.00 of B
  `,

  "F17: of a claimed line only the units written off are likely, and only what credits have not paid back yet": `
    #host
    place A 100, B 50
    capture 150
    pack A 4
    claim A
    refund 20, credit 20
    refund 10, credit 10
    #items
    d1 debit charge A 100.00
    d1 debit charge B 50.00
    d2 credit payment cap1 150.00
    d5 debit refund ref1 20.00
    d5 credit credit_line cl1 20.00 of A
    d6 debit refund ref2 10.00
    d6 credit credit_line cl2 5.00 of A
    d6 credit credit_line cl2#2 5.00 of B
  `,

  "F17: a second claim on a line credits it a second time": `
    #host
    place A 100, B 50
    capture 150
    pack A 4
    claim A
    refund 25, credit 25
    claim A 2
    refund 25, credit 25
    #items
    d1 debit charge A 100.00
    d1 debit charge B 50.00
    d2 credit payment cap1 150.00
    d5 debit refund ref1 25.00
    d5 credit credit_line cl1 25.00 of A
    d7 debit refund ref2 25.00
    d7 credit credit_line cl2 25.00 of A
  `,

  "F17: a credit on an order that costs nothing stands on its line, and falls with a cancellation": `
    #host
    place A 0
    credit 10 goodwill
    cancel
    #items
    d2 credit credit_line cl1 10.00 of A
    d3 debit cancellation cancel A 10.00
    #applied
    cl1 → cancel A 10.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full –, 0.00 open, 0.00 unapplied
  `,

  "F17: a credit on an order whose lines are all gone before it was read is a row of its own": `
    #host
    unread: place A 0
    unread: edit A gone
    credit 10 goodwill
    #rows
    order_1:3:goodwill::10:#1 -10.00 paid -10.00 open 0.00
    #state
    full –, 0.00 open, 10.00 unapplied
  `,
})
