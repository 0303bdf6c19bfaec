import { authorization } from "./authorization/authorization"
import { events } from "./events/events"
import { idempotency } from "./idempotency/idempotency"
import { databaseCut } from "./database-cut/database-cut"
import { crash } from "./crash/crash"
import { install } from "./install/install"
import { matrixWriters } from "./matrix-writers/matrix-writers"
import { mirror } from "./mirror/mirror"
import { model } from "./model/model"
import { onePayment } from "./one-payment/one-payment"
import { mutants } from "./mutants/mutants"
import { reader } from "./reader/reader"
import { routes } from "./routes/routes"
import { screens } from "./screens/screens"
import { upgrade } from "./upgrade/upgrade"
import type { Task } from "../bench/lib/task"

/** What `npm run prove` proves. */
export const proofs: readonly Task[] = [
  onePayment,
  model,
  matrixWriters,
  mirror,
  crash,
  databaseCut,
  events,
  upgrade,
  authorization,
  idempotency,
  routes,
  reader,
  screens,
  install,
  mutants,
]
