import { setTimeout as sleep } from "node:timers/promises"
import type { ChildProcess } from "node:child_process"
import type { OwnDatabase } from "../../bench/lib/database"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { answerOf, killHard, startProcess } from "../crash/child"
import type { WorkerOrders } from "../crash/processes/worker"
import type { Fate } from "./dying"

/** As long as a worker is left to work at the most before one of both is killed; a chunk takes about that long. */
const LONGEST_LIFE = 300
const LOOK_AGAIN = 200

export interface Killed {
  readonly kills: number
  /** Chunks that more than one worker has begun. */
  readonly cut: number
}

interface Through {
  readonly runs: ReconciliationModuleService["runs"]
  readonly runId: string
  readonly kills: number
  /** Of the first worker; the others live until they are killed. */
  readonly fate: Fate
}

/** Two workers do a run; one of them is killed at random moments, and another one takes its place. */
export async function finishThroughKills(
  own: OwnDatabase,
  { runs, runId, kills, fate }: Through,
): Promise<Killed> {
  const orders: WorkerOrders = { url: own.url, fate: "lives" }
  const start = (): Promise<ChildProcess> => startProcess("worker", orders)
  const isOver = async (): Promise<boolean> => (await runs.retrieve(runId)).state === "finished"
  if (fate !== "lives") await diesAlone(own.url, fate)
  let workers = await Promise.all([start(), start()])
  let killed = 0
  for (; killed < kills && !(await isOver()); killed += 1) {
    for (const worker of workers) worker.send("work")
    await sleep(Math.random() * LONGEST_LIFE)
    const [dead, other] = Math.random() < 1 / 2 ? workers : [workers[1], workers[0]]
    await killHard(dead)
    // The other one rests until both can go on, or the run would be over before the last kill.
    const rests = answerOf(other, (message) => message === "rests")
    other.send("rest")
    await rests
    workers = [other, await start()]
  }
  for (const worker of workers) worker.send("work")
  while (!(await isOver())) await sleep(LOOK_AGAIN)
  await Promise.all(workers.map(killHard))
  const { cut } = await own.row<{ cut: number }>(
    "select count(*) filter (where attempts > 1)::int as cut from reconciliation_run_chunk where run_id = $1",
    [runId],
  )
  return { kills: killed, cut }
}

/** A worker whose connections end it; the chunk that it had is left to the others. */
async function diesAlone(url: string, fate: Fate): Promise<void> {
  const worker = await startProcess("worker", { url, fate } satisfies WorkerOrders)
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()))
  worker.send("work")
  await gone
}
