import { toast } from "@medusajs/ui"
import { useEffect } from "react"
import type { OrderReconciliation } from "../../../types/http"
import { useWords } from "../../lib/use-words"
import { WriteOffDrawer } from "../account/acts/write-off-drawer"
import { useAccount } from "../account/use-account"
import { AccountProvider } from "../account/use-account-view"
import { refusalWords } from "../order/history/refusal-words"

/** Gives up a rest of the order, in the drawer that the account's page has for it. */
export function OrderWriteOff({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const words = useWords()
  const { data: account, error } = useAccount(order.account_id)
  useEffect(() => {
    if (!error || account) return
    // Without the account there is nothing to show in a drawer: it is said, and may be begun again.
    const { text, remedy } = refusalWords(error, "view", words)
    toast.error(text, { description: remedy })
    onClose()
  }, [error, account, words, onClose])
  if (!account) return <output className="sr-only">{words.t("account.drawer.working")}</output>
  const of = { orderId: order.id, displayId: order.display_id, open: order.totals.open }
  return (
    <AccountProvider account={account}>
      <WriteOffDrawer of={of} onClose={onClose} />
    </AccountProvider>
  )
}
