import { Button, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type {
  AccountTransactionView,
  AllocationsChangeView,
  AllocationsPreview,
  DecimalString,
  OrderEffect,
} from "../../../../types/http"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { request, type RequestError } from "../../../lib/client"
import { useMay } from "../../../lib/use-may"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { GuardedButton } from "../../../ui/no-right"
import { deletionsOf, type Deletions } from "../../order/deletion/deleted"
import { DeletionTable } from "../../order/deletion/deletion-table"
import { ofThis } from "../../order/history/of-this"
import { ReasonField } from "../../order/history/reason-field"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { useAct } from "../use-act"
import { useAccountView, type AccountSpeech } from "../use-account-view"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"

/** Below it what becomes of it stands in the foot, where it is seen without going down. */
const FOOT_BELOW_PX = 480

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

function usePreview({ itemId }: DeletedFrom, path: string) {
  const { account } = useAccountView()
  return useQuery<AllocationsPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "deletion", itemId, account.version],
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
}

function Question({ of, onClose }: { of: DeletedFrom; onClose: () => void }) {
  const speech = useAccountView()
  const { t, amount, account } = speech
  const path = `payments/${of.itemId}/allocations/delete`
  const asked = usePreview(of, path)
  const act = useAct<{ edit: AllocationsChangeView }>()
  const allowed = useMay("manage")
  const [reason, setReason] = useState("")
  const deletions = asked.data && deletionsOf(asked.data, account.digits)
  const total = deletions && deletions.asked.length > 0 ? amount(deletions.total) : null
  const isNarrow = useIsNarrow(FOOT_BELOW_PX)
  const becomes =
    total === null
      ? ""
      : [t("account.deletion.becomes", { amount: total }), ...owesOf(asked.data?.orders ?? [], speech)].join(
          " ",
        )
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
          <DeletionTable deletions={deletions} preview={asked.data} speech={speech} withOrder />
        )}
        {total !== null && (
          <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-4">
            {!isNarrow && <Text size="small">{becomes}</Text>}
            <ReasonField value={reason} onChange={setReason} />
          </div>
        )}
      </div>
      <DialogFoot {...(isNarrow && becomes !== "" && { note: becomes })}>
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
          {total === null
            ? t("deletion.actNone")
            : t("deletion.act", { count: deletions?.asked.length ?? 0, amount: total })}
        </GuardedButton>
      </DialogFoot>
    </>
  )
}

/** Of how many orders it is said in sentences what they owe then; of more the list says it. */
const MOST_SAID = 2

/** What each order owes more, and what becomes of its code. */
function owesOf(orders: readonly OrderEffect[], { t, amount, digits }: AccountSpeech): string[] {
  const owing = orders.flatMap((order) => {
    const more = minorUnitsOf(order.open_after, digits) - minorUnitsOf(order.open_before, digits)
    return more > 0n ? [{ order, more: amount(decimalOf(more, digits)) }] : []
  })
  if (owing.length > MOST_SAID) return []
  return owing.map(({ order: { display_id: id, code_before: before, code_after: after }, more }) => {
    const word = after === null ? "owes" : before?.code === after.code ? "owesKept" : "owesTurned"
    return t(`account.deletion.${word}`, { id, amount: more, code: after?.code ?? "" })
  })
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
