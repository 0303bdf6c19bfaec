import { events } from "./events/events"
import { capture } from "./capture/capture"
import { crash } from "./crash/crash"
import { moneyColumn } from "./money-column/money-column"
import { onePayment } from "./one-payment/one-payment"
import { planning } from "./plan/planning"
import { mutants } from "./mutants/mutants"
import type { Task } from "./lib/task"

/** What `npm run bench` measures and `npm run prove` proves. */
export const benches: readonly Task[] = [capture, planning, moneyColumn]
export const proofs: readonly Task[] = [onePayment, crash, events, mutants]
