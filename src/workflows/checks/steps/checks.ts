import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"
import type { CheckLedgerInput, RebuildOrderInput, RepairFindingInput } from "../inputs"
import { rebuildOrder } from "../rebuild-order"
import { repairFinding } from "../repair-finding"
import { tellFaults } from "../tell-faults"

/** It has no compensation: what a check saw was so. */
export const checkLedgerStep = createStep(
  "reconciliation-check-ledger",
  async (input: CheckLedgerInput, { container }) => {
    const check = await ledgerOf(container).checks.run({
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
      idempotencyKey: input.idempotency_key,
    })
    await tellFaults(container)
    return new StepResponse(check)
  },
)

export const repairFindingStep = createStep(
  "reconciliation-repair-finding",
  async (input: RepairFindingInput, { container }) => new StepResponse(await repairFinding(container, input)),
)

export const rebuildOrderStep = createStep(
  "reconciliation-rebuild-order",
  async (input: RebuildOrderInput, { container }) => {
    const { order_id: orderId, version, idempotency_key: key } = input
    const context = {
      actor: input.actor ?? { type: "system" as const, id: null },
      cause: input.cause ?? "workflow",
    }
    return new StepResponse(
      await rebuildOrder(container, orderId, { context, expectedVersion: version, idempotencyKey: key }),
    )
  },
)
