import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Acted } from "../../../modules/reconciliation/facets/acts"
import type { EndRequest, JoinRequest, OwnerRef } from "../../../modules/reconciliation/owners/join"
import type { MembershipChangeView } from "../../../types/http"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import { requireCustomer } from "../../record-payment/customers"
import type { EndMembershipInput, JoinOwnerInput } from "../inputs"

type Ref = JoinOwnerInput["member"] | JoinOwnerInput["to"]

/** @throws customer_not_found */
async function refOf(container: MedusaContainer, ref: Ref): Promise<OwnerRef> {
  if ("account_id" in ref) return { accountId: ref.account_id }
  if ("company_id" in ref) return { type: "company", id: ref.company_id }
  await requireCustomer(container, ref.customer_id)
  return { type: "customer", id: ref.customer_id }
}

/** What the service is asked of a joining; the preview asks the same. @throws customer_not_found */
export async function joinOf(container: MedusaContainer, input: JoinOwnerInput): Promise<JoinRequest> {
  const { member, to } = input
  return {
    member: await refOf(container, member),
    of: await refOf(container, to),
    companyName: "company_id" in to ? (to.name ?? null) : null,
    ...calledBy(input),
  }
}

export const endOf = (input: EndMembershipInput): EndRequest => ({
  id: input.membership_id,
  ...calledBy(input),
})

/** Tells the host what was written off by the way, and has the orders follow that have nothing open. */
async function done(
  container: MedusaContainer,
  acted: Acted<MembershipChangeView>,
): Promise<MembershipChangeView> {
  const { view } = await syncWriteOffCredits(container, acted)
  await followOwners(container)
  return view
}

/** What belongs to another account than it is in goes there; what fails is for the next sweep, and fails nothing. */
export async function followOwners(container: MedusaContainer): Promise<void> {
  try {
    await ledgerOf(container).owners.follow()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: orders of members wait for the sweep: ${String(error)}`)
  }
}

export const joinOwnerStep = createStep(
  "reconciliation-join-owner",
  async (input: JoinOwnerInput, { container }) =>
    new StepResponse(
      await done(container, await ledgerOf(container).owners.join(await joinOf(container, input))),
    ),
)

export const endMembershipStep = createStep(
  "reconciliation-end-membership",
  async (input: EndMembershipInput, { container }) =>
    new StepResponse(await done(container, await ledgerOf(container).owners.end(endOf(input)))),
)
