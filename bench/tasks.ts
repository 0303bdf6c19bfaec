import { backfill } from "./backfill/backfill"
import { capture } from "./capture/capture"
import { captureE2e } from "./capture-e2e/capture-e2e"
import { entities } from "./entities/entities"
import { lists } from "./lists/lists"
import { matrix } from "./matrix/matrix"
import { moneyColumn } from "./money-column/money-column"
import { openItems } from "./open-items/open-items"
import { planning } from "./plan/planning"
import { reconcileAll } from "./reconcile-all/reconcile-all"
import type { Task } from "./lib/task"

/** What `npm run bench` measures. */
export const benches: readonly Task[] = [
  capture,
  captureE2e,
  planning,
  entities,
  openItems,
  reconcileAll,
  backfill,
  matrix,
  lists,
  moneyColumn,
]
