import type { MedusaContainer } from "@medusajs/framework/types"
import type { SoughtInstalments } from "../../modules/reconciliation/instalments/instalment-filter"
import { foundInHost } from "./account-answer"

/** Whose instalments a search means: owners by name, company or e-mail, an order by its number; undefined of no search. */
export async function soughtInstalments(
  scope: MedusaContainer,
  q: string | undefined,
): Promise<SoughtInstalments | undefined> {
  if (q === undefined) return undefined
  const { customerIds = [], companyIds = [], orderIds = [] } = (await foundInHost(scope, q)) ?? {}
  return { customerIds, companyIds, orderIds }
}
