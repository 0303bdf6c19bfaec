import { Skeleton, Text, toast } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AllocationsPreview, UnappliedView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { StateSign } from "../../../ui/state-sign"
import { endName } from "../../order/history/names"
import { OrderEffects } from "../../order/history/order-effects"
import { Refusal } from "../../order/history/refusal"
import { unappliedName } from "../ledger/transaction-name"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { ApplyToOpening } from "./apply-to-opening"
import { useLineOrder, type LineOrder } from "./use-line-order"

/** Puts money or a credit that lies idle on one of the account's open orders, in line order, or on what was owed before, after a look. */
export function ApplyDrawer({
  item,
  orderId,
  onClose,
}: {
  item: UnappliedView
  /** The order that is meant, where one is. */
  orderId?: string | undefined
  onClose: () => void
}) {
  const { account } = useAccountView()
  const open = account.orders.filter((order) => !isZero(order.open))
  const meant = open.find(({ id }) => id === orderId)
  const owedBefore = account.opening_balances
  const first = meant?.id ?? item.fits[0]?.id ?? open[0]?.id ?? owedBefore[0]?.id
  const [chosen, setChosen] = useState(first ?? null)
  const choice = open.find(({ id }) => id === chosen)
  const opening = owedBefore.find(({ id }) => id === chosen)
  const targets = <TargetChoice orders={open} chosen={chosen} onChoose={setChosen} />
  if (opening)
    return (
      <ApplyToOpening key={opening.id} item={item} opening={opening} targets={targets} onClose={onClose} />
    )
  return choice ? (
    <Chosen key={choice.id} item={item} order={choice} targets={targets} onClose={onClose} />
  ) : (
    <Nothing item={item} onClose={onClose} />
  )
}

type Order = ReturnType<typeof useAccountView>["account"]["orders"][number]

interface ChosenProps {
  readonly item: UnappliedView
  readonly order: Order
  readonly targets: ReactNode
  readonly onClose: () => void
}

function Chosen({ item, order, targets, onClose }: ChosenProps) {
  const speech = useAccountView()
  const { t, amount, account } = speech
  const line = useLineOrder(order.id, { itemId: item.id, open: item.open, digits: account.digits })
  const act = useAct<object>()
  const isNothing = line.order !== undefined && line.cells.length === 0
  const send = () =>
    act.send(
      {
        path: `orders/${order.id}/allocations`,
        body: { cells: line.cells, version: line.preview?.base_version },
      },
      () => {
        toast.success(t("account.apply.done", { amount: amount(line.amount), id: order.display_id }))
        onClose()
      },
    )
  const isReady = line.preview !== undefined && line.cells.length > 0
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("account.apply.title", { name: unappliedName(item, speech).name })}
      about={t("account.apply.about", { amount: amount(item.open) })}
      action={
        isReady
          ? t("account.apply.act", { amount: amount(line.amount), id: order.display_id })
          : t("account.apply.actNone")
      }
      isReady={isReady}
      isSending={act.isSending}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      {targets}
      <DrawerPart title={t("account.apply.items")}>
        {isNothing && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("account.apply.nothing")}
          </Text>
        )}
        {line.error && <Refusal error={line.error} right="manage" onRetry={line.retry} />}
        {!line.error && !isNothing && <Placed line={line} item={item} />}
      </DrawerPart>
    </ActDrawer>
  )
}

function TargetChoice({
  orders,
  chosen,
  onChoose,
}: {
  orders: readonly Order[]
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const { t, amount, dayInSentence, account } = useAccountView()
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-y-2 px-6 py-4">
      <legend className="txt-compact-small-plus mb-2">{t("account.apply.orders")}</legend>
      {orders.map((order) => (
        <label key={order.id} className="txt-compact-small flex items-center gap-x-2">
          <input type="radio" name={name} checked={order.id === chosen} onChange={() => onChoose(order.id)} />
          <span className="text-ui-fg-base">{t("account.apply.order", { id: order.display_id })}</span>
          <StateSign state={order.state} />
          <span className="text-ui-fg-subtle ml-auto tabular-nums">
            {t("account.apply.open", { amount: amount(order.open) })}
          </span>
        </label>
      ))}
      {account.opening_balances.map(({ id, occurred_on: on, open, state }) => (
        <label key={id} className="txt-compact-small flex items-center gap-x-2">
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          <span className="text-ui-fg-base">{t("account.apply.opening", { date: dayInSentence(on) })}</span>
          <StateSign state={state} />
          <span className="text-ui-fg-subtle ml-auto tabular-nums">
            {t("account.apply.open", { amount: amount(open) })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the server says it would put where, and what becomes of the orders. */
function Placed({ line: { preview, amount: put }, item }: { line: LineOrder; item: UnappliedView }) {
  const speech = useAccountView()
  const { t, amount, account } = speech
  if (!preview)
    return (
      <div className="flex flex-col gap-y-2" aria-busy>
        <span className="sr-only">{t("account.drawer.working")}</span>
        {["70%", "45%", "60%"].map((width) => (
          <Skeleton key={width} className="h-4" style={{ width }} />
        ))}
      </div>
    )
  const rest = minorUnitsOf(item.open, account.digits) - minorUnitsOf(put, account.digits)
  return (
    <>
      <table className="reconciliation-outcome txt-compact-small" aria-label={t("account.apply.items")}>
        <tbody>
          {movesOf(preview, speech).map(({ key, name, units }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="font-medium tabular-nums">{amount(decimalOf(units, account.digits))}</td>
            </tr>
          ))}
          <OrderEffects orders={preview.orders} speech={speech} />
        </tbody>
      </table>
      {rest > 0n && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("account.apply.stays", { amount: amount(decimalOf(rest, account.digits)) })}
        </Text>
      )}
    </>
  )
}

/** A row that several allocations pay stands once. */
function movesOf(
  { allocated }: AllocationsPreview,
  speech: ReturnType<typeof useAccountView>,
): { key: string; name: string; units: bigint }[] {
  const rows = new Map<string, { key: string; name: string; units: bigint }>()
  for (const { debit, debit_item_id: id, amount } of allocated) {
    const key = debit.row ?? id
    const units = (rows.get(key)?.units ?? 0n) + minorUnitsOf(amount, speech.digits)
    rows.set(key, { key, name: endName(debit, speech), units })
  }
  return [...rows.values()]
}

function Nothing({ item, onClose }: { item: UnappliedView; onClose: () => void }) {
  const speech = useAccountView()
  const { t, amount } = speech
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("account.apply.title", { name: unappliedName(item, speech).name })}
      about={t("account.apply.about", { amount: amount(item.open) })}
      action={t("account.apply.actNone")}
      isReady={false}
      isSending={false}
      error={null}
      onAct={() => undefined}
    >
      <DrawerPart title={t("account.apply.orders")}>
        <Text size="small" className="text-ui-fg-subtle">
          {t("account.apply.none")}
        </Text>
      </DrawerPart>
    </ActDrawer>
  )
}
