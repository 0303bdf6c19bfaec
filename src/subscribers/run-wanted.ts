import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { RUN_WANTED } from "../workflows/runs/announce"
import { takeUpRuns } from "../workflows/runs/take-up"

/** Somebody has started a run, or a worker's time was over: this process works on. */
export default async function onRunWanted({ container }: SubscriberArgs<object>): Promise<void> {
  await takeUpRuns(container)
}

export const config: SubscriberConfig = {
  event: [RUN_WANTED],
  context: { subscriberId: "reconciliation-run-wanted" },
}
