import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ListedStep, ListedTransactionView } from "../../../../types/http"
import { accountPath, hostOrderPath, reconciliationPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { useListSpeech } from "../use-list-speech"
import { fitting } from "./row-act"
import { useBegin } from "./row-acts"
import { usePut } from "./use-put"

interface NextStepProps {
  readonly one: ListedTransactionView
  readonly step: ListedStep
  /** After something of the row was done here. */
  readonly onDone: () => void
}

/** The one thing to do next about a transaction, as one button. */
export function NextStep({ one, step, onDone }: NextStepProps) {
  const { label, named } = useStepWords(one, step)
  const begin = useBegin()
  const mayManage = useMay("manage")
  // Of an order, what is to be put on it is chosen in the drawer.
  if (step.act === "put_on_order" && one.item_id !== null)
    return <PutOnOrder one={one} order={step.order} onDone={onDone} />
  if (step.act === "apply" || step.act === "record_payment" || step.act === "put_on_order")
    return (
      <GuardedButton
        right="manage"
        allowed={mayManage}
        aria-label={named}
        data-step={step.act}
        className="whitespace-nowrap"
        onClick={() => begin({ act: step.act === "record_payment" ? "payment" : "apply", one })}
      >
        {label}
      </GuardedButton>
    )
  // Finding it is done on the account's page, by who may change something there.
  if (step.act === "find_owner" && !mayManage)
    return (
      <GuardedButton
        right="manage"
        allowed={false}
        aria-label={named}
        data-step={step.act}
        className="whitespace-nowrap"
      >
        {label}
      </GuardedButton>
    )
  return (
    <Button asChild size="small" variant="secondary" className="whitespace-nowrap">
      <Link
        to={one.order && step.act === "capture" ? hostOrderPath(one.order.id) : placeOf(one, step)}
        aria-label={named}
        data-step={step.act}
      >
        {label}
      </Link>
    </Button>
  )
}

/** Where it is done: on the order's page, which shows the cure too, or on the account's. */
export function placeOf(one: ListedTransactionView, step: ListedStep | null = one.next_step): string {
  const isOfAccount = step?.act === "open_account" || step?.act === "find_owner"
  return one.order && !isOfAccount ? reconciliationPath(one.order.id) : accountPath(one.owner.account_id)
}

type PutProps = Omit<NextStepProps, "step"> & {
  readonly order: Extract<ListedStep, { act: "put_on_order" }>["order"]
}

function PutOnOrder({ one, order, onDone }: PutProps) {
  const { label, named } = useStepWords(one, { act: "put_on_order", order })
  const mayManage = useMay("manage")
  const { put, isPending } = usePut(one, order)
  const begin = async () => (await put()) && onDone()
  return (
    <GuardedButton
      right="manage"
      allowed={mayManage}
      aria-label={named}
      aria-busy={isPending}
      data-step="put_on_order"
      className="whitespace-nowrap"
      onClick={() => void begin()}
    >
      {label}
    </GuardedButton>
  )
}

function useStepWords(one: ListedTransactionView, step: ListedStep): { label: string; named: string } {
  const { t, nameOf, ownerOf, amountOf } = useListSpeech()
  const fits = fitting(one)
  const label =
    fits === null
      ? t(`lists.steps.${step.act}`, step.act === "put_on_order" ? { id: step.order.display_id } : undefined)
      : t("lists.steps.apply_amount", { amount: amountOf(one)(fits) })
  return { label, named: t("lists.steps.of", { step: label, name: nameOf(one), owner: ownerOf(one) }) }
}
