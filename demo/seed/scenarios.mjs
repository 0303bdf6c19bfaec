/** The story whose order waits for somebody; the demo prints the way to its page. */
export const SOMETHING_TO_DO = "Something to do"

/**
 * The stories the demo tells. `expect` is what the plugin must make of each; nothing else about the
 * outcome is written down here: the table is computed from the plugin's answers.
 *
 * @type {import("../lib/types.js").Scenario[]}
 */
export const SCENARIOS = [
  {
    person: "maya",
    title: "Part payment, line by line",
    story:
      "Three items of 75, 75 and 20; 100 is captured. Money fills the lines as the order's page lists them.",
    basket: {
      currency: "usd",
      items: [
        ["ukulele", 1],
        ["amplifier", 1],
        ["strings", 1],
      ],
    },
    settle: (till) => till.capture(100),
    expect: { state: "partial", code: "a" },
  },
  {
    person: "james",
    title: "Discount, tax, shipping",
    story: "10 % off, 6.25 % sales tax on top and a parcel, captured in two parts.",
    basket: {
      currency: "usd",
      items: [
        ["violin", 1],
        ["sonatas", 1],
      ],
      shipping: "parcel",
      promotion: "WELCOME10",
    },
    async settle(till) {
      await till.capture(200)
      await till.capture()
    },
    expect: { state: "full", code: "A" },
  },
  {
    person: "chloe",
    title: "Prices with tax inside",
    story: "French prices contain 20 % TVA; the order is captured in full.",
    basket: {
      currency: "eur",
      items: [
        ["course", 1],
        ["sonatas", 2],
      ],
      shipping: "parcel",
    },
    settle: (till) => till.capture(),
    expect: { state: "full", code: "A" },
  },
  {
    person: "hiroshi",
    title: "Yen have no cents",
    story: "10,000 yen are captured: whole yen only, first line first.",
    basket: {
      currency: "jpy",
      items: [
        ["ukulele", 1],
        ["sonatas", 1],
      ],
      shipping: "parcel",
    },
    settle: (till) => till.capture(10_000),
    expect: { state: "partial", code: "a" },
  },
  {
    person: "noura",
    title: "Dinars have three digits",
    story: "8.125 twice and 9.875: fils are kept to the last digit.",
    basket: {
      currency: "kwd",
      items: [
        ["metronome", 2],
        ["sonatas", 1],
      ],
      shipping: "parcel",
    },
    settle: (till) => till.capture(),
    expect: { state: "full", code: "A" },
  },
  {
    person: "rosa",
    title: "A total that is no whole cent",
    story: "3 × 24.99 plus 10.75 % tax: the host keeps six digits, the ledger settles it to the cent.",
    basket: { currency: "usd", items: [["metronome", 3]] },
    settle: (till) => till.capture(),
    expect: { state: "full", code: "A" },
  },
  {
    person: "jonas",
    title: "First part of a large order",
    story: "300 euros are captured of a piano, a stand and the parcel.",
    basket: {
      currency: "eur",
      items: [
        ["piano", 1],
        ["stand", 1],
      ],
      shipping: "parcel",
    },
    settle: (till) => till.capture(300),
    expect: { state: "partial", code: "a" },
  },
  {
    person: "maya",
    title: "Her second order, paid",
    story: "The same customer pays her next order in full: the next code of her account, in capitals.",
    basket: {
      currency: "usd",
      items: [
        ["course", 1],
        ["stand", 1],
      ],
    },
    settle: (till) => till.capture(),
    expect: { state: "full", code: "B" },
  },
  {
    person: "giulia",
    title: "Part of the money given back",
    story: "Captured in full; 24.50 is refunded because the stand arrived bent.",
    basket: {
      currency: "eur",
      items: [
        ["violin", 1],
        ["stand", 1],
      ],
      shipping: "parcel",
    },
    async settle(till) {
      await till.capture()
      await till.refund(24.5, "The stand arrived bent.")
    },
    expect: { state: "full", refunds: 1 },
  },
  {
    person: "priya",
    title: "Captured by the checkout",
    story: "A card provider that captures at once: no clerk touches this order.",
    basket: {
      currency: "usd",
      items: [
        ["lesson", 2],
        ["strings", 1],
      ],
      card: true,
    },
    expect: { state: "full", code: "A" },
  },
  {
    person: "aoife",
    title: "Not paid yet",
    story: "Authorised only; nothing has been captured.",
    basket: {
      currency: "eur",
      items: [
        ["ukulele", 1],
        ["lesson", 1],
      ],
      shipping: "parcel",
    },
    expect: { state: "none" },
  },
  {
    person: "tomas",
    title: "Cancelled before payment",
    story: "The order is cancelled, so it owes nothing any more.",
    basket: {
      currency: "usd",
      items: [
        ["amplifier", 1],
        ["strings", 2],
      ],
    },
    settle: (till) => till.cancel(),
    expect: { state: "full", owed: "0.00" },
  },
  {
    person: "aoife",
    title: "Paid in three instalments",
    story: "129 down, the rest in a month and in two: nothing is overdue, so the plan covers the order.",
    basket: { currency: "eur", items: [["violin", 1]] },
    async settle(till) {
      await till.plan([
        [0, "129.00"],
        [30, "100.00"],
        [60, "100.00"],
      ])
      await till.capture(129)
    },
    expect: { state: "planned", code: "a" },
  },
  {
    person: "rosa",
    title: "Charged back",
    story: "Paid in full, then the card's owner takes the money back: the very lines are open again.",
    basket: {
      currency: "usd",
      items: [
        ["lesson", 1],
        ["strings", 1],
      ],
    },
    async settle(till) {
      await till.capture()
      await till.chargeBack("The card was stolen.")
    },
    expect: { state: "none", code: "b" },
  },
  {
    person: "chloe",
    title: "One item refunded",
    story:
      "A stand and a book are paid; the clerk refunds part of the stand, and that row alone gives it back.",
    basket: {
      currency: "eur",
      items: [
        ["stand", 1],
        ["sonatas", 1],
      ],
    },
    async settle(till) {
      await till.capture()
      await till.refundRow("Folding music stand", "10.00")
    },
    expect: { state: "full", code: "B", refunds: 1 },
  },
  {
    person: "grace",
    title: "A school's cheque, first order",
    story: "Bought on account; the cheque of 500 pays this order first.",
    basket: { currency: "usd", items: [["violin", 1]] },
    expect: { state: "full", code: "A" },
  },
  {
    person: "grace",
    title: "A school's cheque, second order",
    story: "The rest of the cheque pays this one too, and what is left stays on the account.",
    basket: {
      currency: "usd",
      items: [
        ["stand", 4],
        ["strings", 1],
      ],
    },
    expect: { state: "full" },
  },
  {
    person: "nadia",
    title: SOMETHING_TO_DO,
    story:
      "A capture, a cheque, cash, a refund, credit between items, two instalments: 12.75 in cash is on no item, and the parcel lacks as much.",
    basket: {
      currency: "usd",
      items: [
        ["violin", 2],
        ["stand", 4],
        ["strings", 6],
        ["sonatas", 1],
        ["lesson", 10],
      ],
      shipping: "parcel",
      promotion: "WELCOME10",
      placed: true,
    },
    async settle(till) {
      await till.capture(600)
      await till.untilAllocated("600.00")
      await till.takeOnAccount({ amount: "290.00", method: "cheque", reference: "CHQ 2209" })
      await till.refundRow("Beethoven", "30.60")
      await till.setQuantity("Guitar strings", 4)
      await till.takeOnAccount({ amount: "26.95", method: "cash", reference: "Till 7" })
      await till.putByHand(
        "Till 7",
        [
          ["Trial lesson", "14.20"],
          ["Insured parcel", "12.75"],
        ],
        "She paid the parcel and what was short of the lessons.",
      )
      await till.plan(
        [
          [30, "150.00"],
          [60, "150.25"],
        ],
        "Trial lesson",
      )
      await till.putByHand("Till 7", [["Insured parcel", "0.00"]], "The parcel shall be paid at the door.")
    },
    expect: { state: "planned", code: "a", owed: "1186.60", refunds: 1, unallocated: "12.75" },
  },
]
