import { describeFlows } from "../support/flow"

describeFlows("F66: money that the payer or the bank took back", {
  "reopens the lines it had paid, and new money pays them": `
    #host
    place A 60, B 40
    capture 100
    reverse cap1 100
    capture 100
    #items
    d1 debit charge A 60.00
    d1 debit charge B 40.00
    d2 credit payment cap1 100.00
    d3 debit reversal rev1 40.00 of B
    d3 debit reversal rev1#2 60.00 of A
    d4 credit payment cap2 100.00
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 40.00 line_order
    cap2 → rev1#2 60.00 line_order
    cap2 → rev1 40.00 line_order
    #rows
    A 60.00 paid 60.00 open 0.00
    B 40.00 paid 40.00 open 0.00
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    rev1 reversal -100.00 here -100.00 back 0.00 left 0.00
    cap2 payment 100.00 here 100.00 back 0.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "in part takes back what it paid last": `
    #host
    place A 60, B 40
    capture 100
    reverse cap1 50
    #applied
    cap1 → A 60.00 line_order
    cap1 → B 40.00 line_order
    #rows
    A 60.00 paid 50.00 open 10.00
    B 40.00 paid 0.00 open 40.00
    #state
    partial a, 50.00 open, 0.00 unapplied
  `,

  "twice in part never reopens the same money twice": `
    #host
    place A 60, B 40
    capture 100
    reverse cap1 50
    reverse cap1 50
    #items
    d1 debit charge A 60.00
    d1 debit charge B 40.00
    d2 credit payment cap1 100.00
    d3 debit reversal rev1 40.00 of B
    d3 debit reversal rev1#2 10.00 of A
    d4 debit reversal rev2 50.00 of A
    #rows
    A 60.00 paid 0.00 open 60.00
    B 40.00 paid 0.00 open 40.00
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    rev1 reversal -50.00 here -50.00 back 0.00 left 0.00
    rev2 reversal -50.00 here -50.00 back 0.00 left 0.00
    #state
    none a, 100.00 open, 0.00 unapplied
  `,

  "takes the surplus first, which no line misses": `
    #host
    place A 100
    capture 130
    reverse cap1 40
    #applied
    cap1 → A 100.00 line_order
    cap1 → rev1 30.00 reversed_rest
    #rows
    A 100.00 paid 90.00 open 10.00
    #columns
    cap1 payment 130.00 here 100.00 back 30.00 left 0.00
    rev1 reversal -40.00 here -10.00 back -30.00 left 0.00
    #state
    partial a, 10.00 open, 0.00 unapplied
  `,

  "after a refund is owed on top of it: the money went out twice": `
    #host
    place A 100
    capture 150
    refund 50
    reverse cap1 150
    #applied
    cap1 → A 100.00 line_order
    cap1 → ref1 50.00 refund_of_surplus
    #rows
    A 100.00 paid 0.00 open 100.00
    #columns
    cap1 payment 150.00 here 100.00 back 50.00 left 0.00
    ref1 refund -50.00 here 0.00 back -50.00 left 0.00
    rev1 reversal -150.00 here -100.00 back 0.00 left -50.00
    #state
    none a, 150.00 open, 0.00 unapplied
  `,

  "and paid again after such a refund closes without a line": `
    #host
    place A 100
    capture 150
    refund 50
    reverse cap1 150
    capture 150
    #columns
    cap1 payment 150.00 here 100.00 back 50.00 left 0.00
    ref1 refund -50.00 here 0.00 back -50.00 left 0.00
    rev1 reversal -150.00 here -100.00 back -50.00 left 0.00
    cap2 payment 150.00 here 100.00 back 50.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "that another payment's surplus can replace at once": `
    #host
    place A 100
    capture 100
    capture 30
    reverse cap1 100
    #applied
    cap1 → A 100.00 line_order
    cap2 → rev1 30.00 line_order
    #rows
    A 100.00 paid 30.00 open 70.00
    #state
    partial a, 70.00 open, 0.00 unapplied
  `,

  "for a line that is lowered afterwards": `
    #host
    place A 100
    capture 100
    reverse cap1 100
    edit A 40
    #applied
    cap1 → A 100.00 line_order
    A#2 → rev1 60.00 own_line
    #rows
    A 40.00 paid 0.00 open 40.00
    #state
    none a, 40.00 open, 0.00 unapplied
  `,

  "which the host deletes later: it was taken back once": `
    #host
    place A 100
    capture 100
    reverse cap1 100
    vanish cap1
    #items
    d1 debit charge A 100.00
    d2 credit payment cap1 100.00
    d3 debit reversal rev1 100.00 of A
    d2 debit void cap1#2 100.00
    d3 credit reversal rev-known 100.00
    #applied
    cap1 → A 100.00 line_order
    rev-known → cap1#2 100.00 reversed_void
    #rows
    A 100.00 paid 0.00 open 100.00
    #state
    none a, 100.00 open, 0.00 unapplied
  `,

  "which the host refunds later: it was taken back once": `
    #host
    place A 100
    capture 100
    reverse cap1 100
    refund 100, credit 100
    #applied
    cap1 → A 100.00 line_order
    rev-known → ref1 100.00 reversed_refund
    cl1 → rev1 100.00 own_line
    #rows
    A 0.00 paid 0.00 open 0.00
    #columns
    cap1 payment 100.00 here 100.00 back 0.00 left 0.00
    rev1 reversal -100.00 here -100.00 back 0.00 left 0.00
    ref1 refund -100.00 here 0.00 back -100.00 left 0.00
    rev-known reversal 100.00 here 0.00 back 100.00 left 0.00
    #state
    full A, 0.00 open, 0.00 unapplied
  `,

  "in part, and what is left of it refunded: both went out": `
    #host
    place A 100
    capture 100
    reverse cap1 40
    refund 60, credit 60
    #applied
    cap1 → A 100.00 line_order
    cl1 → ref1 60.00 refund_of_credit
    #rows
    A 40.00 paid 0.00 open 40.00
    #state
    none a, 40.00 open, 0.00 unapplied
  `,

  "paid again, and then refunded by the host: the customer has it back": `
    #host
    place A 100
    capture 100 by pay_1
    reverse cap1 100
    capture 100 by pay_2
    refund 100 of pay_1, credit 100
    #rows
    A 0.00 paid 0.00 open 0.00
    #state
    full A, 0.00 open, 100.00 unapplied
  `,
})
