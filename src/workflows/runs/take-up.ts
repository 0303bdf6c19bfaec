import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { syncWriteOffCredits } from "../host/write-off-credits"
import { ledgerOf } from "../ledger-of"
import { wantWorker } from "./announce"
import { readOld } from "./read-old"
import { tellEnded } from "./tell-ended"

/** So long one worker goes on; shorter than the minute after which the job sets the next one going. */
const SHIFT_MILLISECONDS = 50_000
/** A worker rests as long as it worked, so that the shop has half of the time at least; never longer than this. */
const LONGEST_REST_MILLISECONDS = 2_000

/**
 * Takes chunks of runs until there are none or its time is over; then another worker goes on. Any number of them may do
 * so at once, in any process: each chunk is one worker's.
 */
export async function takeUpRuns(container: MedusaContainer, shift = SHIFT_MILLISECONDS): Promise<void> {
  const until = Date.now() + shift
  try {
    if (!(await workUntil(container, until))) await wantWorker(container)
    await tellEnded(container)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: a worker of runs broke off, another one goes on: ${String(error)}`)
  }
}

/** @returns whether nothing is left to take */
async function workUntil(container: MedusaContainer, until: number): Promise<boolean> {
  const { runs } = ledgerOf(container)
  const holder = randomUUID()
  while (Date.now() < until) {
    const began = Date.now()
    // oxlint-disable-next-line no-await-in-loop -- one chunk after the other
    const worked = await runs.work(holder, async (orderIds) => readOld(container, orderIds))
    if (!worked) return true
    // oxlint-disable-next-line no-await-in-loop -- of this chunk, before the next one
    if (worked.writtenOff.length > 0) await syncWriteOffCredits(container, worked)
    // oxlint-disable-next-line no-await-in-loop -- the rest is what this is for
    await sleep(Math.min(Date.now() - began, LONGEST_REST_MILLISECONDS))
  }
  return false
}
