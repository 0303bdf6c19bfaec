import { toast } from "@medusajs/ui"
import type { OrderReconciliation, WriteOffRequestView, WriteOffView } from "../../../../types/http"
import { rowTitle } from "../../../lib/names"
import { Segments } from "../../../ui/segments"
import { useOrderReconciliation } from "../../order/use-order-reconciliation"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { AmountField, Choice, WhyField } from "./fields"
import { ALL_ITEMS, REST_KINDS, useWriteOff, type WriteOffForm, type WrittenOff } from "./use-write-off"
import { WriteOffOutcome } from "./write-off-outcome"

interface Answer {
  write_off: WriteOffView | null
  request: WriteOffRequestView | null
}

interface WriteOffDrawerProps {
  readonly of: WrittenOff
  readonly onClose: () => void
}

/** Gives up a small rest, or keeps a small surplus; above the limit another person decides. */
export function WriteOffDrawer({ of, onClose }: WriteOffDrawerProps) {
  return "orderId" in of ? (
    <OfOrder of={of} onClose={onClose} />
  ) : (
    <Drawer of={of} order={undefined} onClose={onClose} />
  )
}

function OfOrder({ of, onClose }: WriteOffDrawerProps & { of: { readonly orderId: string } }) {
  const { data } = useOrderReconciliation(of.orderId, "")
  return <Drawer of={of} order={data?.read ? data : undefined} onClose={onClose} />
}

interface DrawerProps extends WriteOffDrawerProps {
  readonly order: OrderReconciliation | undefined
}

function Drawer({ of, order, onClose }: DrawerProps) {
  const { t, amount } = useAccountView()
  const act = useAct<Answer>()
  const form = useWriteOff(of, order)
  const { typed, body, path } = form
  const isOrder = "orderId" in of
  const send = () => {
    if (!body) return
    act.send({ path, body }, ({ request }) => {
      const key = request ? "asked" : isOrder ? "done" : "kept"
      toast.success(t(`account.writeOff.${key}`, { amount: amount(body.amount) }))
      onClose()
    })
  }
  const named = typed.amount
    ? t(isOrder ? "account.writeOff.act" : "account.writeOff.keepAct", { amount: amount(typed.amount) })
    : t(isOrder ? "account.writeOff.actNone" : "account.writeOff.keepNone")
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="write_off"
      title={
        isOrder
          ? t("account.writeOff.title", { id: of.displayId })
          : t("account.writeOff.keepTitle", { name: of.name })
      }
      about={t(isOrder ? "account.writeOff.about" : "account.writeOff.keepAbout")}
      action={form.asked.last?.needs_approval ? t("account.writeOff.ask") : named}
      isReady={body !== null}
      isSending={act.isSending}
      isTouched={form.isTouched}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <Fields form={form} of={of} />
      <WriteOffOutcome of={of} asked={form.asked} />
    </ActDrawer>
  )
}

function Fields({ form, of }: { form: WriteOffForm; of: WrittenOff }) {
  const { t } = useAccountView()
  const isOrder = "orderId" in of
  return (
    <DrawerPart title={t(isOrder ? "account.writeOff.rest" : "account.writeOff.surplus")}>
      {isOrder ? (
        <div className="reconciliation-pair">
          <ItemChoice form={form} of={of} />
          <AmountField typed={form.typed} most={form.most} />
        </div>
      ) : (
        <AmountField typed={form.typed} most={form.most} />
      )}
      {isOrder && (
        <Segments
          label={t("account.writeOff.kind")}
          shown
          options={REST_KINDS.map((one) => ({ value: one, text: t(`methods.${one}`) }))}
          value={form.kind}
          onChange={form.setKind}
        />
      )}
      <WhyField value={form.reason} onChange={form.setReason} />
    </DrawerPart>
  )
}

/** Of which item the rest is given up; all of them where nobody says. */
function ItemChoice({ form: { rests, row, setRow }, of }: { form: WriteOffForm; of: WrittenOff }) {
  const { t, amount } = useAccountView()
  const items = rests.map(
    ({ key, title, open }) =>
      [
        key,
        t("account.writeOff.itemOpen", { title: rowTitle(key, title, t), amount: amount(open) }),
      ] as const,
  )
  const all = [ALL_ITEMS, t("account.writeOff.allItems", { amount: amount(of.open) })] as const
  return (
    <Choice
      label={t("account.writeOff.item")}
      value={row}
      onChange={setRow}
      choices={items.length === 1 ? items : [all, ...items]}
    />
  )
}
