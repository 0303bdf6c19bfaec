import fc from "fast-check"
import { STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"

const order = fc.nat({ max: 2 })
const cents = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20_000 }).map(BigInt) },
  { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 45n, max: 10n ** 14n }) },
)
const payment = fc.nat({ max: 1 })
/** When the ledger learns of it: at once, not yet, twice in turn, or twice at the same time. */
const heard = fc.constantFrom("now", "now", "now", "later", "twice", "doubled")
const strategy = fc.constantFrom(...STRATEGY_NAMES)
/** Strategies that use all the money they can, so that the model knows what must be left of an order. */
const filling = fc.constantFrom<StrategyName>("line_order", "oldest_first", "due_date", "pro_rata")

/** What can happen between a shop and its ledger. */
export const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("capture" as const), order, cents, payment, heard }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("refund" as const),
      order,
      share: fc.integer({ min: 1, max: 100 }),
      payment,
      credited: fc.boolean(),
      heard,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("edit" as const),
      order,
      line: fc.nat({ max: 4 }),
      total: fc.option(cents, { freq: 6 }),
      heard,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("credit" as const), order, cents, heard }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("payOut" as const), order, cents, heard }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel" as const), order, heard }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("reconcileOrder" as const), order, strategy: filling }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("staleRead" as const), order }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("deposit" as const), cents }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom("repeatDeposit" as const, "reuseKey" as const) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("reconcileAccount" as const), strategy }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom("staleOrder" as const, "staleAccount" as const), order }),
  },
)
export type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

export interface Scenario {
  readonly digits: number
  readonly strategy: StrategyName
  readonly orders: readonly { readonly lines: bigint[]; readonly giftCard: bigint }[]
  readonly commands: readonly Command[]
}

/** A customer's scenario: up to three orders and what happens to them. */
export function scenarioOf(commands: number): fc.Arbitrary<Scenario> {
  return fc.record({
    digits: fc.constantFrom(0, 2, 2, 3),
    strategy: filling,
    orders: fc.array(
      fc.record({
        lines: fc.array(cents, { minLength: 1, maxLength: 4 }),
        giftCard: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: cents }),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    commands: fc.array(command, { minLength: commands, maxLength: commands, size: "max" }),
  })
}
