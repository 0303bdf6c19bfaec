import type { MedusaContainer } from "@medusajs/framework/types"
import type { RepairView } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import type { RepairFindingInput } from "./inputs"
import { followRebuild, toldFromBeginning } from "./rebuild-order"

const askedOf = ({ check_id: checkId, finding_id: findingId, actor, cause }: RepairFindingInput) => ({
  checkId,
  findingId,
  context: { actor: actor ?? { type: "system" as const, id: null }, cause: cause ?? "workflow" },
})

/** Repairs what a finding names: from the ledger's own rows, or by building its order anew. @throws what either throws */
export async function repairFinding(
  container: MedusaContainer,
  input: RepairFindingInput,
): Promise<RepairView> {
  const { checks } = ledgerOf(container)
  const asked = { ...askedOf(input), idempotencyKey: input.idempotency_key }
  const orderId = await checks.orderToRead(asked.checkId, asked.findingId)
  if (orderId === null) return checks.repair(asked)
  const { history, recheckAt } = await toldFromBeginning(container, orderId)
  const repaired = await checks.repairByRebuild(history, { ...asked, recheckAt })
  await followRebuild(container, orderId)
  return repaired
}

/** What that would do. Changes nothing. @throws what repairing throws */
export async function previewRepair(
  container: MedusaContainer,
  input: RepairFindingInput,
): Promise<RepairView> {
  const { checks } = ledgerOf(container)
  const asked = askedOf(input)
  const orderId = await checks.orderToRead(asked.checkId, asked.findingId)
  if (orderId === null) return checks.previewRepair(asked)
  const { history, recheckAt } = await toldFromBeginning(container, orderId)
  return checks.previewRepairByRebuild(history, { ...asked, recheckAt })
}
