import { toast } from "@medusajs/ui"
import { createContext, Suspense, useCallback, useContext, useEffect, useState, type ReactNode } from "react"
import type { ListedInstalmentView } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { late } from "../../../lib/late"
import { useMay } from "../../../lib/use-may"
import type { ActPlace, PaymentPlace } from "../../../ui/beside"
import type { Asked } from "../../account/acts/act"
import { useAccount } from "../../account/use-account"
import { AccountProvider } from "../../account/use-account-view"
import { refusalWords } from "../../order/history/refusal-words"
import { useOrderReconciliation } from "../../order/use-order-reconciliation"
import { OrderViewProvider, useNewOrderView } from "../../order/use-order-view"
import { useListSpeech } from "../use-list-speech"

/** The drawers of an account's page are loaded when the first of them is opened. */
const Shown = late(async () => (await import("../../drawers")).Shown)

export type InstalmentAct = "payment" | "plan" | "postpone" | "cancel" | "fail"

interface Begun {
  readonly act: InstalmentAct
  readonly one: ListedInstalmentView
}

const Context = createContext<(begun: Begun) => void>(() => undefined)

/** Begins an act from any row of the list. */
export const useBegin = (): ((begun: Begun) => void) => useContext(Context)

interface InstalmentActsProps {
  /** Drawers of other features; the route gives them, for features know nothing of each other. */
  readonly payment: (place: PaymentPlace) => ReactNode
  readonly act: (place: ActPlace) => ReactNode
  readonly children: ReactNode
}

/** Holds the one act that is begun, and shows it over the list. */
export function InstalmentActs({ payment, act, children }: InstalmentActsProps) {
  const [begun, begin] = useState<Begun | null>(null)
  const { ownerOf } = useListSpeech()
  const mayManage = useMay("manage")
  const end = useCallback(() => begin(null), [])
  return (
    <Context.Provider value={begin}>
      {children}
      {begun?.act === "payment" &&
        payment({
          accountId: begun.one.account_id,
          about: ownerOf(begun.one),
          orderId: begun.one.order_id,
          instalments: [begun.one],
          open: true,
          onClose: end,
          mayManage,
        })}
      {begun?.act === "plan" && <OnOrder orderId={begun.one.order_id} act={act} onClose={end} />}
      {begun && begun.act !== "payment" && begun.act !== "plan" && (
        <OnAccount
          accountId={begun.one.account_id}
          asked={{ act: "instalment", payment: begun.one, what: begun.act }}
          onClose={end}
        />
      )}
    </Context.Provider>
  )
}

/** The same drawer as on the account's own page, once the account is read. */
function OnAccount({
  accountId,
  asked,
  onClose,
}: {
  readonly accountId: string
  readonly asked: Asked
  readonly onClose: () => void
}) {
  const { t } = useListSpeech()
  const { data: account, error } = useAccount(accountId)
  useUnread(account ? null : error, onClose)
  if (!account) return <output className="sr-only">{t("account.drawer.working")}</output>
  return (
    <AccountProvider account={account}>
      <Suspense>
        <Shown asked={asked} onClose={onClose} />
      </Suspense>
    </AccountProvider>
  )
}

/** The drawer in which the order's own page plans, once the order is read. */
function OnOrder({
  orderId,
  act,
  onClose,
}: {
  readonly orderId: string
  readonly act: InstalmentActsProps["act"]
  readonly onClose: () => void
}) {
  const { t } = useListSpeech()
  const { data: order, error, isFetchedAfterMount } = useOrderReconciliation(orderId, "")
  const standing = order?.read && isFetchedAfterMount ? order : undefined
  const view = useNewOrderView(standing)
  useUnread(order ? null : error, onClose)
  if (!view) return <output className="sr-only">{t("account.drawer.working")}</output>
  return (
    <OrderViewProvider value={view}>{act({ order: view.order, act: "plan", onClose })}</OrderViewProvider>
  )
}

/** Says what could not be read, and ends what was begun. */
function useUnread(error: RequestError | null, onClose: () => void): void {
  const speech = useListSpeech()
  useEffect(() => {
    if (!error) return
    const { text, remedy } = refusalWords(error, "view", speech)
    toast.error(text, { description: remedy })
    onClose()
  }, [error, speech, onClose])
}
