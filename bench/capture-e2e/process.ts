/** A process that is a whole host with the plugin's sources as its own, and measures itself. */
import path from "node:path"
import { startApp } from "@medusajs/test-utils/dist/medusa-test-runner-utils/bootstrap-app"
import { RECONCILIATION_MODULE } from "../../src/modules/reconciliation"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { connect } from "../lib/database"
import { answerOrders } from "../lib/host-process"
import type { Server } from "../lib/task"
import { compareCheckouts } from "./checkouts"
import { HeldBus } from "./held-bus"
import { LedgerState } from "./ledger-state"
import { Measures } from "./measures"
import { captureOrders, placeOrders } from "./orders"
import { openShop } from "./shop"
import type { Measured, Sizes } from "./sizes"

export interface Order {
  readonly server: Server
  readonly database: string
  readonly sizes: Sizes
}

const root = path.resolve(__dirname, "..", "..")

async function measure({ server, database, sizes }: Order, say: (line: string) => void): Promise<Measured> {
  const { container, port } = await startApp({ cwd: root })
  const ledger = container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
  // The job of every minute would fall on one side of a comparison only.
  ledger.sweep.readWatermark = () => new Promise(() => undefined)
  const bus = new HeldBus(container)
  const store = await openShop(container, port)
  const pool = connect(database, 1)
  say(`a host runs after ${Math.round(process.uptime())} s`)

  const measures = new Measures({ container, ledger, server, bus })
  const placed = await placeOrders(container, sizes.orders)
  await measures.post(placed.map(({ orderId }) => orderId))
  const state = await LedgerState.keep(pool)
  const captured = await captureOrders(container, bus, placed)
  const [{ events } = { events: [] }] = captured
  say(
    `${captured.length} orders are placed and captured after ${Math.round(process.uptime())} s; ` +
      `of each capture the plugin hears ${events.map(({ name }) => name).join(", ")}`,
  )

  const burst = await measures.burst(captured, state, { rounds: sizes.rounds, control: sizes.control })
  say(`burst: ${JSON.stringify(burst)}`)
  await state.restore()
  const pace = await measures.pace(captured.slice(0, sizes.paced * 2))
  say(`pace: ${JSON.stringify(pace)}`)
  const checkouts = await compareCheckouts(store, bus, { server, pairs: sizes.pairs })
  say(`checkouts: ${JSON.stringify(checkouts)}`)
  await pool.destroy()
  return { eventsACapture: events.length, burst, pace, checkouts }
}

answerOrders(measure)
