import { describeFlows } from "../support/flow"

describeFlows("F17: a refund pays back what lines have received", {
  "not a line whose money was taken back": `
    #host
    place A 100, B 50
    capture 150
    reverse cap1 50
    refund 30, credit 30
    #applied
    cap1 → A 100.00 line_order
    cap1 → B 50.00 line_order
    cl1 → ref1 30.00 refund_of_credit
    #rows
    A 70.00 paid 70.00 open 0.00
    B 50.00 paid 0.00 open 50.00
    #state
    partial a, 50.00 open, 0.00 unapplied
  `,

  "but one that was paid again since": `
    #host
    place A 100, B 50
    capture 150
    reverse cap1 50
    capture 50 by pay_2
    refund 30 of pay_2, credit 30
    #rows
    A 100.00 paid 100.00 open 0.00
    B 20.00 paid 20.00 open 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "not a line on its way back that was never paid": `
    #host
    place A 100, B 40
    capture 100
    request B
    refund 30, credit 30
    #rows
    A 70.00 paid 70.00 open 0.00
    B 40.00 paid 0.00 open 40.00
    #state
    planned a, 40.00 open, 0.00 unapplied
  `,

  "of a line on its way back what it received, and of the others the rest": `
    #host
    place A 100, B 40
    capture 110
    request B
    refund 30, credit 30
    #rows
    A 80.00 paid 80.00 open 0.00
    B 30.00 paid 0.00 open 30.00
    #state
    planned a, 30.00 open, 0.00 unapplied
  `,

  "while a credit that is no refund's still lowers what is on its way back": `
    #host
    place A 100, B 40
    capture 100
    request B
    credit 30 goodwill
    #rows
    A 100.00 paid 100.00 open 0.00
    B 10.00 paid 0.00 open 10.00
    #state
    planned a, 10.00 open, 0.00 unapplied
  `,
})

describeFlows(
  "F17: a refund shared in proportion",
  {
    "goes over the lines that received something": `
      #host
      place A 108, B 36, ship 24
      capture 100
      refund 30, credit 30
      #rows
      A 78.00 paid 70.00 open 8.00
      B 36.00 paid 0.00 open 36.00
      ship 24.00 paid 0.00 open 24.00
    `,
    "by what each received": `
      #host
      place A 90, B 60
      capture 120
      refund 40, credit 40
      #rows
      A 60.00 paid 60.00 open 0.00
      B 50.00 paid 20.00 open 30.00
    `,
    "and over all of them once all are paid": `
      #host
      place A 90, B 60
      capture 150
      refund 50, credit 50
      #rows
      A 60.00 paid 60.00 open 0.00
      B 40.00 paid 40.00 open 0.00
    `,
  },
  { refundLines: "pro_rata" },
)
