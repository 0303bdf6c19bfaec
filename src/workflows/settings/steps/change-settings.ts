import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import type { ChangeSettingsInput } from "../inputs"

export const changeSettingsStep = createStep(
  "reconciliation-change-settings",
  async (input: ChangeSettingsInput, { container }) => {
    const { changes, version } = input
    return new StepResponse(
      await ledgerOf(container).configuration.change({ changes, version, ...calledBy(input) }),
    )
  },
)
