import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { databaseUnreachable, isReachable } from "../../modules/reconciliation/ledger/reachable"

/** A request that takes longer asks whether the database is there; nearly none does. */
const PATIENCE_MILLISECONDS = 2_500

/**
 * Waits for what a route does, for as long as the database can be reached: the host's pool waits a minute for a
 * database that is gone, and whoever asked would wait with it.
 *
 * @throws database_unreachable
 */
export async function whileReachable(request: MedusaRequest, work: Promise<void>): Promise<void> {
  const done = work.then(() => true as const)
  // oxlint-disable no-await-in-loop -- each look follows the wait before it
  while (!(await endsInTime(done))) {
    const lost = await Promise.race([done.then(() => undefined), unreachable(request)])
    if (!lost) continue
    // It may still end, with an answer for which it is too late.
    done.catch(() => undefined)
    throw lost
  }
  // oxlint-enable no-await-in-loop
}

async function endsInTime(done: Promise<true>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS)
  })
  try {
    return await Promise.race([done, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** What to answer when the database is gone, undefined when it is there. */
export async function unreachable({ scope }: MedusaRequest): Promise<ReconciliationError | undefined> {
  const there = await isReachable(scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  return there ? undefined : databaseUnreachable()
}
