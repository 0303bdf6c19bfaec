import { authorization } from "./authorization/authorization"
import { events } from "./events/events"
import { capture } from "./capture/capture"
import { captureE2e } from "./capture-e2e/capture-e2e"
import { idempotency } from "./idempotency/idempotency"
import { databaseCut } from "./database-cut/database-cut"
import { crash } from "./crash/crash"
import { install } from "./install/install"
import { matrixWriters } from "./matrix-writers/matrix-writers"
import { model } from "./model/model"
import { moneyColumn } from "./money-column/money-column"
import { onePayment } from "./one-payment/one-payment"
import { planning } from "./plan/planning"
import { mutants } from "./mutants/mutants"
import { routes } from "./routes/routes"
import { upgrade } from "./upgrade/upgrade"
import type { Task } from "./lib/task"

/** What `npm run bench` measures and `npm run prove` proves. */
export const benches: readonly Task[] = [capture, captureE2e, planning, moneyColumn]
export const proofs: readonly Task[] = [
  onePayment,
  model,
  matrixWriters,
  crash,
  databaseCut,
  events,
  upgrade,
  authorization,
  idempotency,
  routes,
  install,
  mutants,
]
