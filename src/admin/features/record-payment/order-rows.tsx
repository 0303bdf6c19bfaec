import { clx, Text } from "@medusajs/ui"
import { isZero } from "../../lib/money"
import type { Draft, Ticked } from "./draft"
import { Became } from "./became"
import { DifferenceRow } from "./difference-row"
import { FigureField } from "./figure-field"
import type { ListedOrder } from "./listed"
import { OrderLines } from "./order-lines"
import type { PaymentSpeech } from "./speech"
import type { Previewed } from "./use-payment"

interface OrderRowsProps {
  orders: readonly ListedOrder[]
  draft: Draft
  previewed: Previewed
  speech: PaymentSpeech
  onTick: (orderId: string, isTicked: boolean) => void
  onOrder: (orderId: string, typed: Partial<Ticked>) => void
}

/** What the money pays: orders with a tick, each with what it gets and becomes, and the items of those that are ticked. */
export function OrderRows({ orders, draft, previewed, speech, onTick, onOrder }: OrderRowsProps) {
  const { t } = speech
  const { preview, isCurrent } = previewed
  if (orders.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-4">
        {t("payment.nothingOpen")}
      </Text>
    )
  return (
    <table
      className={clx(
        "reconciliation-pays txt-compact-small",
        preview && !isCurrent && "reconciliation-stale-figures",
      )}
      aria-busy={Boolean(preview) && !isCurrent}
      data-pays=""
    >
      <caption className="sr-only">{t("payment.pays")}</caption>
      <colgroup>
        <col />
        <col className="reconciliation-pays-open" />
        <col className="reconciliation-pays-gets" />
        <col className="reconciliation-pays-last" />
      </colgroup>
      <Head speech={speech} />
      {orders.map((order) => {
        const typed = draft.ticked.find(({ orderId }) => orderId === order.id)
        const paid = typed && preview?.orders.find(({ id }) => id === order.id)
        return (
          <tbody key={order.id} data-order={order.id}>
            <OrderRow
              order={order}
              typed={typed}
              gets={paid?.gets}
              speech={speech}
              becomes={paid ? <Became effect={paid} speech={speech} /> : null}
              onTick={(isTicked) => onTick(order.id, isTicked)}
              onAmount={(amount) => onOrder(order.id, { amount, lines: null, named: [] })}
            />
            {typed && paid && (
              <OrderLines
                order={order}
                lines={paid.lines}
                typed={typed}
                stays={isCurrent && preview ? preview.stays : null}
                speech={speech}
                onLines={(lines, named) => onOrder(order.id, { lines, named, amount: "" })}
              />
            )}
            {typed && paid && !(isZero(paid.open_after) && isZero(paid.given_up)) && (
              <DifferenceRow
                order={order}
                paid={paid}
                made={preview?.differences.find(({ order_id: id }) => id === order.id)}
                value={typed.difference}
                speech={speech}
                onChange={(difference) => onOrder(order.id, { difference })}
              />
            )}
          </tbody>
        )
      })}
    </table>
  )
}

function Head({ speech: { t } }: { speech: PaymentSpeech }) {
  return (
    <thead className="txt-compact-xsmall text-ui-fg-subtle">
      <tr>
        <th scope="col" className="txt-compact-small-plus text-ui-fg-base">
          {t("payment.pays")}
        </th>
        <th scope="col" className="reconciliation-pays-open">
          {t("payment.open")}
        </th>
        <th scope="col" className="reconciliation-pays-gets">
          {t("payment.gets")}
        </th>
        <th scope="col" className="reconciliation-pays-becomes">
          {t("payment.becomes")}
        </th>
      </tr>
    </thead>
  )
}

interface OrderRowProps {
  order: ListedOrder
  typed: Ticked | undefined
  gets: string | undefined
  becomes: React.ReactNode
  speech: PaymentSpeech
  onTick: (isTicked: boolean) => void
  onAmount: (amount: string) => void
}

function OrderRow({ order, typed, gets, becomes, speech, onTick, onAmount }: OrderRowProps) {
  const { t, amount, dayInSentence } = speech
  const name = t("payment.order", { id: order.display_id })
  const placed = dayInSentence(order.placed_at)
  return (
    <tr>
      <th scope="row" aria-label={`${name}, ${placed}`}>
        <label className="reconciliation-tick">
          <input
            type="checkbox"
            checked={typed !== undefined}
            onChange={({ target }) => onTick(target.checked)}
          />
          <span className="text-ui-fg-subtle">
            <strong className="txt-compact-small-plus text-ui-fg-base">{name}</strong> {placed}
          </span>
        </label>
      </th>
      <td className="reconciliation-pays-open text-ui-fg-subtle">{amount(order.open)}</td>
      <td className="reconciliation-pays-gets">
        {typed && (
          <FigureField
            label={t("payment.getsOf", { name })}
            shown={typed.amount === "" && gets !== undefined ? amount(gets) : typed.amount}
            speech={speech}
            onType={onAmount}
          />
        )}
      </td>
      <td className="reconciliation-pays-becomes">{becomes}</td>
    </tr>
  )
}
