import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { SetUpParts } from "../../modules/reconciliation/set-up/set-up"
import type { OpeningBalanceRowBody, SetUpOpeningRow } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import type { PostOpeningBalancesInput } from "../opening-balances/inputs"
import { openingBalancesOf } from "../opening-balances/rows"
import { wantWorker } from "../runs/announce"

const ATTEMPTS = 5

/** How the parts of a set-up are done: each is the act that a person could do by itself. */
export function partsOf(container: MedusaContainer): SetUpParts {
  const { configuration, openingBalances, runs } = ledgerOf(container)
  return {
    /** Needs no key: what says already what it is to say is not changed again. */
    settings: async (wanted, { context }) => {
      for (let attempt = 1; ; attempt += 1) {
        // oxlint-disable-next-line no-await-in-loop -- each attempt goes by what is in force then
        const { version, settings } = await configuration.view()
        const inForce = new Map(settings.map(({ name, value }) => [name, JSON.stringify(value)]))
        const changes = Object.entries(wanted)
          .filter(([name, value]) => inForce.get(name) !== JSON.stringify(value))
          .map(([name, value]) => ({ name, value }))
        if (changes.length === 0) return 0
        try {
          // oxlint-disable-next-line no-await-in-loop -- as above
          await configuration.change({ changes, version, context })
          return changes.length
        } catch (error) {
          // Somebody else finished it at the same moment, or changed a setting: what is left is looked for again.
          const isStale = error instanceof ReconciliationError && error.code === "settings_stale"
          if (!isStale || attempt === ATTEMPTS) throw error
        }
      }
    },
    /** Dated the day before go-live, which is in force by now, or today: all of them or none. */
    opening: async (rows, { key, context }) => {
      const { settings, today } = await configuration.view()
      const goLive = settings.find(({ name }) => name === "goLive")?.value
      const input: PostOpeningBalancesInput = {
        // Books that begin later have their balances as they stand today.
        ...(typeof goLive === "string" && goLive <= today ? { go_live_on: goLive } : { date: today }),
        rows: rows.map(rowOf),
        actor: context.actor,
        cause: context.cause,
        idempotency_key: key,
      }
      return (await openingBalances.post(await openingBalancesOf(container, input))).posted
    },
    history: async ({ since, until }, { key, context }) => {
      const scope = { ...(since !== "" && { from: since }), ...(until !== "" && { until }) }
      const run = await runs.start({ kind: "backfill", scope, context, idempotencyKey: key })
      await wantWorker(container)
      return run.id
    },
  }
}

/** Two rows that say the same are two balances: who typed them saw both. */
const rowOf = (row: SetUpOpeningRow): OpeningBalanceRowBody => ({
  customer: row.customer_id ?? row.email,
  balance: row.side === "owes" ? "owes" : "has_money",
  amount: row.amount,
  currency_code: row.currency_code,
  confirm_duplicate: true,
  ...(row.on !== "" && { date: row.on }),
  ...(row.due_on !== "" && row.side === "owes" && { due_on: row.due_on }),
  ...(row.number !== "" && { document_number: row.number }),
})
