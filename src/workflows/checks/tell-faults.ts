import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { CheckView } from "../../types/http"
import { ledgerOf } from "../ledger-of"

/** Puts a message into the admin's feed for each check that found what the one before it had not, where the store has a feed. */
export async function tellFaults(container: MedusaContainer): Promise<void> {
  const checks = await ledgerOf(container).checks.takeUntold()
  const feed = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true })
  if (!feed || checks.length === 0) return
  try {
    await feed.createNotifications(checks.map(messageOf))
  } catch (error) {
    // A store may have no provider for the feed; the overview says what the last check found.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: nobody was told what a check has found: ${String(error)}`)
  }
}

const messageOf = ({ id, faults, fresh, counts }: CheckView) => ({
  to: "",
  channel: "feed",
  template: "admin-ui",
  idempotency_key: `reconciliation-check-${id}`,
  data: {
    title: `The check of the ledger found ${faults} ${faults === 1 ? "row" : "rows"} at fault`,
    description: `${counts.length} ${counts.length === 1 ? "rule is" : "rules are"} broken, by ${fresh} ${fresh === 1 ? "row" : "rows"} that no check has found before. Which, why and what to do: Reconciliation, Checks.`,
  },
})
