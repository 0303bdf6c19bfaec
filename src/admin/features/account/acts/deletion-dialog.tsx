import { Button, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type {
  AccountTransactionView,
  AllocationsChangeView,
  AllocationsPreview,
  DecimalString,
} from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { deletionsOf, type Deletions } from "../../order/deletion/deleted"
import { DeletionTable } from "../../order/deletion/deletion-table"
import { ofThis } from "../../order/history/of-this"
import { ReasonField } from "../../order/history/reason-field"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDialog, DialogFoot } from "./act-dialog"

export interface DeletedFrom extends Pick<AccountTransactionView, "kind" | "method"> {
  readonly itemId: string
  readonly name: string
  readonly amount: DecimalString
  readonly occurredOn: string
}

/** Asks before all allocations of a transaction are deleted, on every order: what goes, what stays and why. */
export function TransactionDeletionDialog({ of, onClose }: { of: DeletedFrom; onClose: () => void }) {
  const speech = useAccountView()
  const { t, amount, dayInSentence } = speech
  const said = t("account.deletion.ofDay", {
    name: of.name,
    date: dayInSentence(of.occurredOn),
    amount: amount(of.amount),
  })
  return (
    <ActDialog
      title={t("deletion.one", { ofThis: ofThis(of, speech) })}
      about={`${said} ${t("deletion.stays")}`}
      onClose={onClose}
    >
      <Question of={of} onClose={onClose} />
    </ActDialog>
  )
}

function Question({ of, onClose }: { of: DeletedFrom; onClose: () => void }) {
  const speech = useAccountView()
  const { t, amount, account } = speech
  const path = `payments/${of.itemId}/allocations/delete`
  const asked = useQuery<AllocationsPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "deletion", of.itemId, account.version],
    queryFn: async ({ signal }) =>
      (
        await request<{ preview: AllocationsPreview }>(`/admin/reconciliation/${path}/preview`, {
          method: "POST",
          body: { version: account.version },
          signal,
        })
      ).preview,
    gcTime: 0,
    retry: false,
  })
  const act = useAct<{ edit: AllocationsChangeView }>()
  const allowed = useMay("manage")
  const [reason, setReason] = useState("")
  const deletions = asked.data && deletionsOf(asked.data, account.digits)
  const total = deletions && deletions.asked.length > 0 ? amount(deletions.total) : null
  const send = () => {
    const body = {
      version: asked.data?.base_version,
      ...((asked.data?.dependants.length ?? 0) > 0 && { cascade: true }),
      ...(reason.trim() !== "" && { reason: reason.trim() }),
    }
    act.send({ path, body }, () => {
      toast.success(t("account.deletion.becomes", { amount: total ?? "" }))
      onClose()
    })
  }
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={asked.isFetching}>
        <Notes
          deletions={deletions}
          error={act.error ?? asked.error}
          isAct={act.error !== null}
          onRetry={() => (act.error ? act.again() : void asked.refetch())}
        />
        {asked.data && deletions && (
          <DeletionTable deletions={deletions} preview={asked.data} speech={speech} />
        )}
        {total !== null && (
          <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-4">
            <Text size="small">{t("account.deletion.becomes", { amount: total })}</Text>
            <ReasonField value={reason} onChange={setReason} />
          </div>
        )}
      </div>
      <DialogFoot>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("deletion.cancel")}
        </Button>
        <GuardedButton
          right="manage"
          allowed={allowed}
          variant={allowed ? "danger" : "secondary"}
          aria-disabled={total === null || act.isSending}
          aria-busy={act.isSending}
          onClick={() => total !== null && send()}
        >
          {total === null ? t("deletion.actNone") : t("account.deletion.act", { amount: total })}
        </GuardedButton>
      </DialogFoot>
    </>
  )
}

interface NotesProps {
  deletions: Deletions | undefined
  error: RequestError | null
  /** Whether it is of the deleting itself. */
  isAct: boolean
  onRetry: () => void
}

/** What to know before the list of what goes, read out as it comes. */
function Notes({ deletions, error, isAct, onRetry }: NotesProps) {
  const { t } = useAccountView()
  const resting = deletions?.withIt.length ?? 0
  return (
    <div className="reconciliation-notes" aria-live="polite">
      {error && <Refusal error={error} right="manage" isAct={isAct} onRetry={onRetry} />}
      {deletions?.asked.length === 0 && <Text size="small">{t("deletion.nothing")}</Text>}
      {resting > 0 && (
        <Text size="small">
          {t("deletion.rests", { count: resting })} {t("takingBack.remain")}
        </Text>
      )}
      {!deletions && !error && <Working />}
    </div>
  )
}
