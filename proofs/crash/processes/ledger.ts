/** A process that does what it is told on the ledger, says what is done, and may be killed at any moment. */
import ReconciliationModuleService from "../../../src/modules/reconciliation/service"
import { readHistories } from "../../../src/workflows/host/read-orders"
import { reconcileAll } from "../../../src/workflows/reconcile-orders/reconcile-all"
import { connect } from "../../../bench/lib/database"
import type { Answer, Orders, Work } from "../random/process"
import { customerOf, scenarioOf, nameOf, orderIdOf, type Scenario, type Step } from "../random/scenarios"
import { Source } from "../random/source"
import { stepwise } from "../random/stepwise"

async function open({ url, way, connections }: Orders): Promise<(work: Work) => Promise<boolean>> {
  const pool = connect(url, connections)
  const knex = way === "stepwise" ? stepwise(pool) : pool
  const source = new Source()
  // Money on account finds its orders where no event is lost; elsewhere it lies there, because what it
  // finds depends on what the ledger has heard of by then.
  const ledgers = {
    retries: new ReconciliationModuleService({ __pg_connection__: knex }, { unappliedMoney: "oldest_first" }),
    forgets: new ReconciliationModuleService({ __pg_connection__: knex }),
  }
  await warmUp(new ReconciliationModuleService({ __pg_connection__: pool }, {}))
  return async (work) => {
    const scenario = scenarioOf(work.scenario)
    const step = scenario.steps[work.step]
    if (!step) throw new Error(`scenario ${work.scenario} has no step ${work.step}`)
    const times = way === "ledger" && "twice" in step && step.twice ? 2 : 1
    const ledger = ledgers[scenario.bus]
    const changed = await Promise.all(
      Array.from({ length: times }, () => take({ work, scenario, step, ledger, source })),
    )
    return changed.some(Boolean)
  }
}

/** Work that leaves nothing, so that a kill a moment later does not only hit code that is being compiled. */
async function warmUp(ledger: ReconciliationModuleService): Promise<void> {
  const source = new Source()
  source.advance(0, 0, 99)
  const container = source.containerWith(ledger)
  const context = { actor: { type: "system", id: null }, cause: "warm-up" } as const
  for (let turn = 0; turn < 3; turn += 1) {
    const histories = await readHistories(container, [orderIdOf(0, 0)])
    for (const history of histories) await ledger.orders.preview(history, { context })
  }
}

interface Turn {
  readonly work: Work
  readonly scenario: Scenario
  readonly step: Step
  readonly ledger: ReconciliationModuleService
  readonly source: Source
}

/** @returns whether the ledger's journal tells of it */
async function take({ work, scenario, step, ledger, source }: Turn): Promise<boolean> {
  const context = {
    actor: { type: "system", id: nameOf(work.scenario, work.step) },
    cause: step.does === "close" ? "sweep" : "an event",
  } as const
  const read = async (orders: readonly number[]): Promise<boolean> => {
    const result = await reconcileAll(source.containerWith(ledger), {
      order_ids: orders.map((order) => orderIdOf(scenario.number, order)),
      ...context,
    })
    return result.orders.some(({ changed }) => changed)
  }
  if (step.does === "read") {
    source.advance(scenario.number, step.order, step.until)
    return read([step.order])
  }
  if (step.does === "deposit") {
    await ledger.payments.record({
      customerId: customerOf(scenario.number),
      currencyCode: "eur",
      digits: 2,
      amount: `${Math.floor(step.cents / 100)}.${String(step.cents % 100).padStart(2, "0")}`,
      method: "cheque",
      reference: null,
      occurredAt: "2026-01-01T12:00:00.000Z",
      idempotencyKey: nameOf(work.scenario, work.step),
      context,
    })
    return true
  }
  scenario.timelines.forEach(({ happenings }, order) =>
    source.advance(scenario.number, order, happenings.length),
  )
  const changed = await read([...scenario.timelines.keys()])
  // Orders of the same moment are paid in the order in which the ledger heard of them.
  if (scenario.bus === "forgets") return changed
  for (const { id } of await ledger.accounts.listOf(customerOf(scenario.number))) {
    await ledger.accounts.reconcile(id, "oldest_first", { context })
  }
  return changed
}

const tell = (answer: Answer): void => void process.send?.(answer)

async function start(orders: Orders): Promise<void> {
  const perform = await open(orders)
  process.on("message", (message) => {
    const work = message as Work
    perform(work).then(
      (changed) => tell({ ...work, changed }),
      (error: unknown) => tell({ ...work, error: String(error) }),
    )
  })
  process.send?.("ready")
}

process.once("message", (orders) => void start(orders as Orders))
// Whoever gave the orders is gone.
process.once("disconnect", () => process.exit())
