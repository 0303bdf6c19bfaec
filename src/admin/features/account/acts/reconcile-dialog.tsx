import { ArrowRightMini, InformationCircle } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useQuery, type UseQueryResult } from "@tanstack/react-query"
import type { AllocationPlanView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { keyCap } from "../../../lib/key-caps"
import { isZero } from "../../../lib/money"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { StateSign } from "../../../ui/state-sign"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { unappliedName } from "../ledger/transaction-name"
import { apiOf } from "../use-account"
import { useAct, type Act } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import { PlanTable } from "./plan-table"
import { outcomeOf, type Becomes, type Outcome } from "./reconcile-outcome"

const STRATEGY = "oldest_first"

/** Shows exactly what reconciling the account writes, and writes it when told to. */
export function ReconcileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useAccountView()
  return (
    <ActDialog
      isWide
      title={t("account.reconcile.action")}
      about={t("account.reconcile.about")}
      onClose={onClose}
    >
      <Question onClose={onClose} />
    </ActDialog>
  )
}

/** What would be written, worked out anew when the account moves on. */
function usePlan() {
  const { account } = useAccountView()
  return useQuery<AllocationPlanView, RequestError>({
    queryKey: ["reconciliation", "preview", "account", account.id, account.version],
    queryFn: async ({ signal }) =>
      (
        await request<{ allocation_plan: AllocationPlanView }>(`${apiOf(account.id)}/preview`, {
          method: "POST",
          body: { strategy: STRATEGY },
          signal,
        })
      ).allocation_plan,
    gcTime: 0,
    retry: false,
  })
}

function Question({ onClose }: { onClose: () => void }) {
  const view = useAccountView()
  const { t, amount, account } = view
  const allowed = useMay("run")
  const act = useAct<object>()
  const asked = usePlan()
  const plan = asked.data
  const outcome = plan && outcomeOf(plan, account)
  const total = outcome && !isZero(outcome.total) ? amount(outcome.total) : null
  const send = () =>
    act.send(
      { path: `accounts/${account.id}/reconcile`, body: { strategy: STRATEGY, version: plan?.base_version } },
      () => {
        toast.success(t("account.reconcile.done", { amount: total ?? "" }))
        onClose()
      },
    )
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={asked.isFetching}>
        <Notes asked={asked} act={act} />
        {plan && plan.allocate.length > 0 && <PlanTable plan={plan} />}
        {outcome && <OutcomeList outcome={outcome} />}
      </div>
      <DialogFoot note={t("account.reconcile.once")}>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("account.drawer.cancel")}
        </Button>
        <GuardedButton
          data-enter=""
          right="run"
          allowed={allowed}
          variant={allowed ? "primary" : "secondary"}
          aria-disabled={total === null || act.isSending}
          aria-busy={act.isSending}
          onClick={() => total !== null && send()}
        >
          {total === null ? (
            t("account.reconcile.nothingShort")
          ) : (
            <>
              {t("account.reconcile.apply", { amount: total })}{" "}
              <span aria-hidden className="reconciliation-key txt-compact-xsmall">
                {keyCap("Enter", view)}
              </span>
            </>
          )}
        </GuardedButton>
      </DialogFoot>
    </>
  )
}

interface NotesProps {
  asked: UseQueryResult<AllocationPlanView, RequestError>
  act: Act<object>
}

/** What to know before the list of what would be placed, read out as it comes. */
function Notes({ asked: { data: plan, error: unread, refetch }, act }: NotesProps) {
  const { t } = useAccountView()
  const isStale = act.error?.body?.code === "version_stale"
  const error = isStale ? null : (act.error ?? unread)
  return (
    <div className="reconciliation-notes" aria-live="polite">
      {isStale && <Text size="small">{t("account.reconcile.changed")}</Text>}
      {error && (
        <Refusal
          error={error}
          right="run"
          isAct={act.error !== null}
          onRetry={() => (act.error ? act.again() : void refetch())}
        />
      )}
      {plan?.allocate.length === 0 && <Text size="small">{t("account.reconcile.nothing")}</Text>}
      {!plan && !error && <Working />}
    </div>
  )
}

/** What becomes of each order and each amount that lies idle. */
function OutcomeList({ outcome }: { outcome: Outcome }) {
  const speech = useAccountView()
  const { t, amount, account } = speech
  const plans = outcome.orders.filter(({ planned }) => planned !== null)
  const items = new Map(account.unapplied.map((item) => [item.id, item]))
  return (
    <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-4">
      <ul className="reconciliation-becomes">
        {outcome.money.map((one) => {
          const item = items.get(one.itemId)
          return (
            item && <BecomesRow key={one.key} one={one} name={unappliedName(item, speech).name} word="left" />
          )
        })}
        {outcome.orders.map((one) => (
          <BecomesRow key={one.key} one={one} name={`#${one.order.display_id}`} word="notCovered" />
        ))}
      </ul>
      {plans.map(({ key, order, planned }) => (
        <div
          key={key}
          className="bg-ui-bg-subtle border-ui-border-base flex items-start gap-x-2 rounded-lg border px-3 py-2"
          data-plans={order.id}
        >
          <InformationCircle aria-hidden className="text-ui-fg-subtle mt-0.5 shrink-0" />
          <Text size="small" weight="plus">
            {t("account.reconcile.plans", { id: order.display_id, amount: amount(planned ?? "0") })}
          </Text>
        </div>
      ))}
    </div>
  )
}

function BecomesRow({ one, name, word }: { one: Becomes; name: string; word: "left" | "notCovered" }) {
  const { t, amount } = useAccountView()
  return (
    <li className="txt-compact-small flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="text-ui-fg-base min-w-0 break-words">{name}</span>
      <span className="text-ui-fg-subtle flex flex-wrap items-center gap-x-1">
        <StateSign state={one.before} />
        <ArrowRightMini aria-hidden />
        <span className="sr-only">{t("account.reconcile.becomes")}</span>
        <StateSign state={one.after} />
        {!isZero(one.left) && <span>{t(`account.reconcile.${word}`, { amount: amount(one.left) })}</span>}
      </span>
    </li>
  )
}
