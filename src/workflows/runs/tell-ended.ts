import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { RunView } from "../../types/http"
import { ledgerOf } from "../ledger-of"

const NAMES: Readonly<Record<RunView["kind"], string>> = {
  reconcile: "Reconciliation run",
  backfill: "Back-fill",
  undo: "The undo of a reconciliation run",
}

const TITLES: Readonly<Partial<Record<RunView["state"], string>>> = {
  finished: "finished",
  cancelled: "was stopped",
  failed: "failed",
}

/** Puts a message with the file of what it did into the admin's feed for each run that has ended, where the store has one. */
export async function tellEnded(container: MedusaContainer): Promise<void> {
  const ended = await ledgerOf(container).runs.takeUntold()
  const feed = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true })
  if (!feed || ended.length === 0) return
  try {
    await feed.createNotifications(ended.map(messageOf))
  } catch (error) {
    // A store may have no provider for the feed; the run says of itself that it has ended.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: nobody was told that a run has ended: ${String(error)}`)
  }
}

function messageOf({ id, kind, state, counts }: RunView): {
  to: string
  channel: string
  template: string
  idempotency_key: string
  data: Record<string, unknown>
} {
  const what = NAMES[kind]
  const moved = counts.amounts.map((one) => `${one.moved} ${one.currency_code.toUpperCase()}`).join(", ")
  const told = kind === "undo" ? "taken back" : "placed"
  return {
    to: "",
    channel: "feed",
    template: "admin-ui",
    idempotency_key: `reconciliation-run-${id}`,
    data: {
      title: `${what} ${id} ${TITLES[state] ?? "ended"}`,
      description: `${counts.placed} amounts ${told} on ${counts.changed} of ${counts.done} ${kind === "backfill" ? "orders" : "accounts"}${moved === "" ? "" : ` (${moved})`}, ${counts.left} left.`,
      file: {
        filename: `run-${id}.csv`,
        url: `/admin/reconciliation/runs/${id}/file`,
        mimeType: "text/csv",
      },
    },
  }
}
