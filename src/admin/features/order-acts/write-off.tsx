import type { OrderReconciliation } from "../../../types/http"
import { WriteOffDrawer } from "../account/acts/write-off-drawer"
import { useAccount } from "../account/use-account"
import { AccountProvider } from "../account/use-account-view"

/** Gives up a rest of the order, in the drawer that the account's page has for it. */
export function OrderWriteOff({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const { data: account } = useAccount(order.account_id)
  if (!account) return null
  const of = { orderId: order.id, displayId: order.display_id, open: order.totals.open }
  return (
    <AccountProvider account={account}>
      <WriteOffDrawer of={of} onClose={onClose} />
    </AccountProvider>
  )
}
