import type { Host } from "../../integration-tests/setup/host"
import type { OrderReconciliation } from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Call } from "./call"

const BY = { actor: { type: "user", id: "user_1" }, cause: "scene" } as const

/** Checks, and what they find. @param paid makes an order that is paid */
export function checkScenes({
  open,
  paid,
}: {
  readonly open: () => Host
  readonly paid: () => Promise<OrderReconciliation>
}): Readonly<Record<string, () => Promise<Call>>> {
  /** Where a row of the lists that says another day than its items is repaired. */
  const atFault = async (): Promise<string> => {
    const { document_id: id } = await paid()
    await open().sql(
      "update reconciliation_transaction set due_on = '2030-01-01' where document_id = ? and kind = 'order'",
      [id],
    )
    const { checks } = ledgerOf(open().container())
    const check = await checks.run({ context: BY })
    const { findings } = await checks.retrieve(check.id, { limit: 500 })
    const finding = findings.find((one) => one.document_id === id)
    return `checks/${check.id}/findings/${finding?.id ?? "0"}/repair`
  }
  return {
    "post orders/{id}/rebuild": async () => {
      const { id, version } = await paid()
      return { path: `orders/${id}/rebuild`, body: { version }, other: { body: {} } }
    },
    "post checks": async () => ({
      path: "checks",
      body: {},
      other: { path: `orders/${(await paid()).id}/reconcile` },
    }),
    "post checks/{id}/findings/{finding}/repair": async () => ({
      path: await atFault(),
      body: {},
      other: { path: await atFault() },
    }),
  }
}
