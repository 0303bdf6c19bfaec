import { toast } from "@medusajs/ui"
import { createContext, Suspense, useCallback, useContext, useEffect, useState, type ReactNode } from "react"
import { useNavigate } from "react-router-dom"
import { late } from "../../../lib/late"
import { accountPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import type { PaymentPlace } from "../../../ui/beside"
import { useAccount } from "../../account/use-account"
import { AccountProvider } from "../../account/use-account-view"
import { refusalWords } from "../../order/history/refusal-words"
import { BulkDialog } from "../bulk/bulk-dialog"
import { NoteDialog } from "../notes/note-dialog"
import { useListSpeech } from "../use-list-speech"
import { askedOnAccount } from "./asked-on-account"
import type { RowAct } from "./row-act"

/** The drawers of an account's page are loaded when the first of them is opened. */
const Shown = late(async () => (await import("../../drawers")).Shown)

const Context = createContext<(act: RowAct) => void>(() => undefined)

/** Begins an act from anywhere of the list. */
export const useBegin = (): ((act: RowAct) => void) => useContext(Context)

interface RowActsProps {
  /** The drawer in which a payment is recorded; the route gives it, for features know nothing of each other. */
  readonly payment: (place: PaymentPlace) => ReactNode
  readonly children: ReactNode
}

/** Holds the one act that is begun, and shows it over the list. */
export function RowActs({ payment, children }: RowActsProps) {
  const [act, begin] = useState<RowAct | null>(null)
  const { ownerOf } = useListSpeech()
  const mayManage = useMay("manage")
  const end = useCallback(() => begin(null), [])
  return (
    <Context.Provider value={begin}>
      {children}
      {act?.act === "payment" &&
        payment({
          accountId: act.one.owner.account_id,
          about: ownerOf(act.one),
          orderId: act.one.order?.id,
          open: true,
          onClose: end,
          mayManage,
        })}
      {act?.act === "bulk" && <BulkDialog accounts={act.accounts} onClose={end} />}
      {act?.act === "note" && <NoteDialog one={act.one} toCheck={act.toCheck} onClose={end} />}
      {act?.act === "reconcile" && <OnAccount act={act} accountId={act.account.id} onClose={end} />}
      {(act?.act === "apply" || act?.act === "delete") && (
        <OnAccount act={act} accountId={act.one.owner.account_id} onClose={end} />
      )}
    </Context.Provider>
  )
}

interface OnAccountProps {
  readonly act: RowAct
  readonly accountId: string
  readonly onClose: () => void
}

/** The same drawer or dialog as on the account's own page, once the account is read. */
function OnAccount({ act, accountId, onClose }: OnAccountProps) {
  const speech = useListSpeech()
  const navigate = useNavigate()
  const { data: account, error, isFetching } = useAccount(accountId)
  const name = "one" in act ? speech.nameOf(act.one) : ""
  // What was read before may be gone: what is offered is what stands now.
  const asked = account && !isFetching ? askedOnAccount(act, account, name) : undefined
  const [shown, setShown] = useState(asked)
  if (asked !== undefined && shown === undefined) setShown(asked)
  useEffect(() => {
    if (shown === null) void navigate(accountPath(accountId))
  }, [shown, navigate, accountId])
  useEffect(() => {
    if (!error || account) return
    const { text, remedy } = refusalWords(error, "view", speech)
    toast.error(text, { description: remedy })
    onClose()
  }, [error, account, speech, onClose])
  if (!account || !shown) return <output className="sr-only">{speech.t("account.drawer.working")}</output>
  return (
    <AccountProvider account={account}>
      <Suspense>
        <Shown asked={shown} onClose={onClose} />
      </Suspense>
    </AccountProvider>
  )
}
