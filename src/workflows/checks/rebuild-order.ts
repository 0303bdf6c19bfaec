import type { MedusaContainer } from "@medusajs/framework/types"
import type { Checks } from "../../modules/reconciliation/facets/checks"
import { orderNotRead } from "../../modules/reconciliation/ledger/lock"
import type { RebuildView } from "../../types/http"
import { readHistories } from "../host/read-orders"
import { syncWriteOffCredits } from "../host/write-off-credits"
import { ledgerOf } from "../ledger-of"
import { mirrorChanged } from "../mirror/mirror-changed"

type Asked = Omit<Parameters<Checks["rebuild"]>[1], "recheckAt">

/**
 * Reads an order of the host from its beginning, takes off what is posted of it, and posts it anew.
 *
 * @throws order_not_read, what rebuilding throws
 */
export async function rebuildOrder(
  container: MedusaContainer,
  orderId: string,
  asked: Asked,
): Promise<RebuildView> {
  const { history, recheckAt } = await toldFromBeginning(container, orderId)
  const built = await ledgerOf(container).checks.rebuild(history, { ...asked, recheckAt })
  await followRebuild(container, orderId)
  return built
}

/** What that would do. Changes nothing. @throws what rebuilding throws */
export async function previewRebuild(
  container: MedusaContainer,
  orderId: string,
  asked: Asked,
): Promise<RebuildView> {
  const { history, recheckAt } = await toldFromBeginning(container, orderId)
  return ledgerOf(container).checks.previewRebuild(history, { ...asked, recheckAt })
}

/** An order as the host shows it now, with all that it ever was. @throws order_not_read */
export async function toldFromBeginning(
  container: MedusaContainer,
  orderId: string,
): Promise<{ history: Parameters<Checks["rebuild"]>[0]; recheckAt: string | null | undefined }> {
  const [read] = await readHistories(container, [orderId], { fromBeginning: true })
  if (!read) throw orderNotRead(orderId)
  const { recheckAt, basedOn: _, ...history } = read
  return { history, recheckAt }
}

/** What comes after an order was posted anew: what was written off of it, numbers for its money, what the host is to count. */
export async function followRebuild(container: MedusaContainer, orderId: string): Promise<void> {
  await syncWriteOffCredits(container, { writtenOff: [orderId] })
  await ledgerOf(container).receipts.assign()
  await mirrorChanged(container, [orderId])
}
