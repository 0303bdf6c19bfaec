import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RunAsked, StartRun, UndoRun } from "../../../modules/reconciliation/facets/runs"
import type { Called } from "../../money/inputs"
import { ledgerOf } from "../../ledger-of"
import { wantWorker } from "../announce"
import type { CancelRunInput, StartRunInput, UndoRunInput } from "../inputs"

const contextOf = ({ actor, cause }: Called): RunAsked["context"] => ({
  actor: actor ?? { type: "system", id: null },
  cause: cause ?? "workflow",
})

/** What the service is asked of a run; the preview asks the same. */
export const runOf = ({
  kind,
  strategy,
  actor,
  cause,
  idempotency_key: idempotencyKey,
  ...scope
}: StartRunInput): StartRun => ({
  kind,
  scope,
  strategy,
  context: contextOf({ actor, cause }),
  idempotencyKey,
})

/** What the service is asked of an undo; the preview asks the same. */
export const undoOf = (input: UndoRunInput): UndoRun => ({
  runId: input.run_id,
  dependants: input.dependants,
  context: contextOf(input),
  idempotencyKey: input.idempotency_key,
})

export const startRunStep = createStep(
  "reconciliation-start-run",
  async (input: StartRunInput, { container }) => {
    const run = await ledgerOf(container).runs.start(runOf(input))
    await wantWorker(container)
    return new StepResponse(run)
  },
)

export const cancelRunStep = createStep(
  "reconciliation-cancel-run",
  async (input: CancelRunInput, { container }) =>
    new StepResponse(
      await ledgerOf(container).runs.cancel(input.run_id, {
        actorId: input.actor?.id ?? null,
        idempotencyKey: input.idempotency_key,
      }),
    ),
)

export const undoRunStep = createStep(
  "reconciliation-undo-run",
  async (input: UndoRunInput, { container }) => {
    const run = await ledgerOf(container).runs.undo(undoOf(input))
    await wantWorker(container)
    return new StepResponse(run)
  },
)
