import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { Strategy, StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { planAllocations } from "../../src/modules/reconciliation/domain/planner/allocation-plan"
import { median, rounded } from "../lib/figures"
import type { Outcome, Setting, Task } from "../lib/task"
import { copyOf, exactAccount, openAccount, shuffledAccount, type OpenAccount } from "./candidates"
import { naiveLineOrder } from "./naive"

const GOAL = 2_000_000
/** On any machine, beside other work: times the rate of the naive planner in the same run. */
const SMALL_GOAL = 5
const ITEMS = 10_000
const PAYMENTS = 1_000
const ROUNDS = 5
const PLANS_A_ROUND = 4
const WARM_UP_ITEMS = 200_000
/** From a tenth of the items to all: ten times the work, a bit more for sorting; a hundred would be quadratic. */
const GROWTH = 40
/** These two are held to the goal; the others are shown. */
const HELD: readonly StrategyName[] = ["line_order", "oldest_first"]

/** The planner alone: no database, no clock but the one that measures it. */
export const planning: Task = {
  name: "plan",
  goal: `at least ${GOAL.toLocaleString("en")} allocations a second (small: ${SMALL_GOAL} times the naive planner's), 10 k items and 1 k payments, growing linearly`,
  small: { scale: 1, trials: 1 },
  run: (setting) => Promise.resolve(measure(setting)),
}

function measure({ scale, trials, say }: Setting): Outcome {
  const items = Math.round(ITEMS * scale)
  const payments = Math.max(1, Math.round(PAYMENTS * scale))
  const rates = new Map<string, Rate>()
  const show = (name: string, rate: Rate): void => {
    rates.set(name, rate)
    say(
      `${name.padEnd(24)} ${rate.allocations} allocations in ${rate.milliseconds} ms: ${rate.perSecond} a second`,
    )
  }
  const account = openAccount(items, payments)
  for (const name of ["line_order", "oldest_first", "due_date"] as const)
    show(name, rateOf(STRATEGIES[name], account))
  show("line_order, shuffled", rateOf(STRATEGIES.line_order, shuffledAccount(items, payments)))
  // Every payment is spread over every open item, so the same rate takes fewer of them.
  show("pro_rata", rateOf(STRATEGIES.pro_rata, openAccount(Math.ceil(items / 20), Math.ceil(payments / 20))))
  show("exact_match", rateOf(STRATEGIES.exact_match, exactAccount(items)))
  show("naive, which must miss", rateOf(naiveLineOrder, account))

  const sizes = [items / 10, items, items * 10].map((size) => Math.max(20, Math.round(size)))
  const growth = {
    line_order: growthOf(
      "line_order",
      STRATEGIES.line_order,
      sizes.map((size) => openAccount(size, size / 10)),
      say,
    ),
    exact_match: growthOf(
      "exact_match",
      STRATEGIES.exact_match,
      sizes.map((size) => exactAccount(size)),
      say,
    ),
  }
  const naiveGrowth = growthOf(
    "naive",
    naiveLineOrder,
    sizes.slice(0, 2).map((size) => openAccount(size, size / 10)),
    say,
  )
  const naive = rates.get("naive, which must miss")?.perSecond ?? Infinity
  const goal = trials === undefined ? GOAL : SMALL_GOAL * naive
  const reached = HELD.every((name) => (rates.get(name)?.perSecond ?? 0) >= goal)
  return {
    holds:
      reached &&
      Object.values(growth).every((factor) => factor <= GROWTH) &&
      naive < goal &&
      naiveGrowth > GROWTH,
    full: scale >= 1 && trials === undefined,
    figures: { items, payments, rates: Object.fromEntries(rates), growth, naiveGrowth },
  }
}

interface Rate {
  readonly allocations: number
  readonly milliseconds: number
  /** Of the fastest run: what other work on the machine does to a caller only adds. */
  readonly least: number
  readonly perSecond: number
}

/** CPU time of the planner, median of five after it is warm. */
function rateOf(strategy: Strategy, account: OpenAccount): Rate {
  const warmUp = Math.min(30, Math.ceil(WARM_UP_ITEMS / account.debits.length))
  for (let round = 0; round < warmUp; round += 1) planAllocations({ ...copyOf(account), strategy })
  const runs = Array.from({ length: ROUNDS }, () => {
    // Made before the clock runs: the garbage of making them is none of the planner's.
    const inputs = Array.from({ length: PLANS_A_ROUND }, () => ({ ...copyOf(account), strategy }))
    const before = process.cpuUsage()
    const [allocations = 0] = inputs.map((input) => planAllocations(input).allocate.length)
    const { user, system } = process.cpuUsage(before)
    return { allocations, milliseconds: (user + system) / 1000 / PLANS_A_ROUND }
  })
  const milliseconds = median(runs.map((run) => run.milliseconds))
  const allocations = runs[0]?.allocations ?? 0
  return {
    allocations,
    milliseconds: rounded(milliseconds),
    least: rounded(Math.min(...runs.map((run) => run.milliseconds))),
    perSecond: Math.round((allocations / milliseconds) * 1000),
  }
}

/**
 * How many times longer an account takes than one of a tenth of its size: the least of the steps, because one of them may
 * be where a processor's cache ends, and every step of what is quadratic takes a hundred times as long.
 */
function growthOf(
  name: string,
  strategy: Strategy,
  accounts: readonly OpenAccount[],
  say: (line: string) => void,
): number {
  const times = accounts.map((account) => rateOf(strategy, account).least)
  const shown = accounts.map(({ debits }, index) => `${debits.length} items ${times[index]} ms`)
  const steps = times.slice(1).map((time, index) => time / (times[index] ?? 1))
  const factor = rounded(Math.min(...steps))
  say(`${name}: ${shown.join(", ")}; ten times the items take ${factor} times as long`)
  return factor
}
