/** One place of a source and what stands there instead. */
export interface Edit {
  /** Below src/modules/reconciliation. */
  readonly file: string
  /** Stands there exactly once. */
  readonly from: string
  readonly to: string
}

/** A mistake that somebody could make, and the tests that must find it. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
  readonly suite: "unit" | "integration"
  /** Parts of the names of spec files. */
  readonly tests: readonly string[]
}

const unit = (name: string, tests: readonly string[], ...edits: Edit[]): Mutant => ({
  name,
  edits,
  suite: "unit",
  tests,
})
const integration = (name: string, tests: readonly string[], ...edits: Edit[]): Mutant => ({
  name,
  edits,
  suite: "integration",
  tests,
})

const DOMAIN = [
  unit("drop the item cap", ["scenarios/planner.spec"], {
    file: "domain/allocation/fill.ts",
    from: "amount: least(credit.open, debit.open), rule",
    to: "amount: credit.open, rule",
  }),
  unit("drop the payment cap", ["scenarios/planner.spec"], {
    file: "domain/allocation/fill.ts",
    from: "amount: least(credit.open, debit.open), rule",
    to: "amount: debit.open, rule",
  }),
  unit("round half down", ["unit/money"], {
    file: "domain/quantise.ts",
    from: "toFixed(0, Decimal.ROUND_HALF_UP)",
    to: "toFixed(0, Decimal.ROUND_HALF_DOWN)",
  }),
  unit("forget the rounding item", ["scenarios/exact-money"], {
    file: "domain/posting/post.ts",
    from: "  postDifference(ledger, rounding)\n",
    to: "",
  }),
  unit("swap sides", ["scenarios/checkout"], {
    file: "domain/posting/post.ts",
    from: 'const side: Side = difference > 0n ? "debit" : "credit"',
    to: 'const side: Side = difference > 0n ? "credit" : "debit"',
  }),
  unit("ignore pins", ["scenarios/planner-pins"], {
    file: "domain/planner/allocation-plan.ts",
    from: "const pinned = placePins(pins, {",
    to: "const pinned = placePins([], {",
  }),
  unit("reverse line order", ["scenarios/planner.spec"], {
    file: "domain/allocation/order-of.ts",
    from: "compareTexts(one.orderId, other.orderId) ||\n    one.item.position - other.item.position",
    to: "compareTexts(one.orderId, other.orderId) ||\n    other.item.position - one.item.position",
  }),
  unit("lower case when full", ["unit/matching-codes"], {
    file: "domain/matching-code.ts",
    from: "closed ? letters.toUpperCase() : letters",
    to: "closed ? letters : letters.toUpperCase()",
  }),
  unit("quantise each capture alone", ["unit/money"], {
    file: "domain/quantise.ts",
    from: "const part = total - before",
    to: "const part = quantise(raw, digits)",
  }),
  unit("credit to the wrong line", ["scenarios/credit-lines"], {
    file: "domain/posting/working-ledger.ts",
    from: "const newest = this.paid.toReversed()",
    to: "const newest = [...this.paid]",
  }),
  unit("refund beyond received", ["scenarios/refunds"], {
    file: "domain/allocation/candidate.ts",
    from: "open: openAmount(item),",
    to: "open: item.amount,",
  }),
  unit("tax without the clamp", ["property/tax"], {
    file: "domain/tax.ts",
    from: "return clamped(amount, { due, left, rest: total - allocated })",
    to: "return due",
  }),
]

const INGEST = [
  unit("count a gift card as a payment", ["scenarios/checkout"], {
    file: "ingest/credit-lines.ts",
    from: 'class: givenBack ? "refund" : spent ? "stored_value" : "credit_line"',
    to: 'class: givenBack ? "refund" : spent ? "payment" : "credit_line"',
  }),
  unit("count a gift card as a lower price", ["scenarios/checkout"], {
    file: "ingest/credit-lines.ts",
    from: 'signOf(raw) < 0 || context.moneyReferences.includes(line.reference ?? "")',
    to: "signOf(raw) < 0",
  }),
  integration(
    "idempotency by event instead of cause",
    ["modules/overtaken-reads"],
    {
      file: "ingest/captures-and-refunds.ts",
      from: "{ digits, whenOf, paymentMethods }: MoneyContext,",
      to: "{ digits, whenOf, paymentMethods, readAt }: MoneyContext,",
    },
    {
      file: "ingest/captures-and-refunds.ts",
      from: "key: moneyKeyOf(row, direction),",
      to: "key: `${moneyKeyOf(row, direction)}:${readAt}`,",
    },
  ),
]

const DATABASE = [
  integration("release twice", ["modules/refusals"], {
    file: "migrations/Migration20260101000000Reconciliation.ts",
    from: "create unique index if not exists reconciliation_released_once",
    to: "create index if not exists reconciliation_released_once",
  }),
  integration("reuse a code", ["modules/refusals"], {
    file: "migrations/Migration20260101000000Reconciliation.ts",
    from: "  constraint reconciliation_code_never_reused unique (account_id, rank),\n",
    to: "",
  }),
  integration("commit the journal apart", ["modules/refusals"], {
    file: "migrations/Migration20260101000100Reconciliation.ts",
    from: "where c.transaction_id <> pg_current_xact_id()",
    to: "where c.transaction_id > pg_current_xact_id()",
  }),
  integration("skip the lock of an account by its owner", ["modules/concurrency"], {
    file: "ledger/lock-account.sql.ts",
    from: "and currency_code = $3\n     for update`",
    to: "and currency_code = $3`",
  }),
  integration("skip the lock of an account by its id", ["modules/concurrency"], {
    file: "ledger/lock-account.sql.ts",
    from: "where id = $1 for update`",
    to: "where id = $1`",
  }),
  integration("unsorted locks", ["modules/lock-order"], {
    file: "sweep/sweep.sql.ts",
    from: "     order by f.order_id\n",
    to: "",
  }),
]

/**
 * The mutants that every build must find. One more belongs here as soon as there is what it breaks: a period that is
 * closed ("ignore the period lock").
 */
export const MUTANTS: readonly Mutant[] = [...DOMAIN, ...INGEST, ...DATABASE]

/** Changes nothing, so whoever says that it was found says so of everything. Run with all tests that find another. */
export const NO_MUTANT: Edit = {
  file: "domain/allocation/fill.ts",
  from: "  const proposals: Proposal[] = []\n",
  to: "  // A comment.\n  const proposals: Proposal[] = []\n",
}
