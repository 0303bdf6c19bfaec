import { check } from "./check/check"
import { authorization } from "./authorization/authorization"
import { events } from "./events/events"
import { idempotency } from "./idempotency/idempotency"
import { cluster } from "./cluster/cluster"
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
import { runKills } from "./run-kills/run-kills"
import { screens } from "./screens/screens"
import { upgrade } from "./upgrade/upgrade"
import type { Task } from "../bench/lib/task"

/** What `npm run prove` proves. */
export const proofs: readonly Task[] = [
  onePayment,
  check,
  model,
  matrixWriters,
  mirror,
  crash,
  runKills,
  cluster,
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
