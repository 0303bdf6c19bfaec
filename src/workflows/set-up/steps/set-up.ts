import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import type { FinishSetUpInput, SaveSetUpInput } from "../inputs"
import { partsOf } from "../parts"

export const saveSetUpStep = createStep(
  "reconciliation-save-set-up",
  async (input: SaveSetUpInput, { container }) => {
    const { version, step, draft } = input
    return new StepResponse(
      await ledgerOf(container).setUp.save({ version, step, draft, ...calledBy(input) }),
    )
  },
)

/** Nothing compensates it: each part stands by itself, and repeating it does what is left. */
export const finishSetUpStep = createStep(
  "reconciliation-finish-set-up",
  async (input: FinishSetUpInput, { container }) => {
    const { version } = input
    const { context, idempotencyKey: key } = calledBy(input)
    const ledger = ledgerOf(container)
    const request = { operation: "finish_set_up", key, content: [version] }
    const finished = await ledger.answerOnce(request, async () =>
      ledger.setUp.finish({ version, context }, partsOf(container)),
    )
    return new StepResponse(finished)
  },
)
