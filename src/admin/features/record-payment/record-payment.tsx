import { XMark } from "@medusajs/icons"
import { Drawer, Heading, IconButton, Kbd, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AccountView, RecordedPaymentView } from "../../../types/http"
import { moneyFormat } from "../../lib/money"
import { batchPath } from "../../lib/paths"
import { useToday } from "../../lib/use-today"
import { useWords, type Words } from "../../lib/use-words"
import type { PaymentPlace } from "../../ui/beside"
import { DiscardPrompt } from "../../ui/discard-prompt"
import { ErrorState } from "../../ui/error-state"
import { useFirstField } from "../../ui/use-first-field"
import { isTouched, newDraft, type Draft } from "./draft"
import { FormLoading } from "./form-loading"
import { PaymentForm } from "./payment-form"
import { proposalOf } from "./proposal"
import { PaymentStyles } from "./styles"
import { useAccount } from "./use-payment"

export interface RecordPaymentProps extends PaymentPlace {
  /** After it was recorded and the drawer has closed itself. */
  onRecorded?: (recorded: RecordedPaymentView) => void
}

/** Records money that a customer brought, and what it pays: beside an order's page or an account's. */
export default function RecordPayment({ open, onClose, ...props }: RecordPaymentProps) {
  const { t, locale } = useWords()
  const today = useToday()
  const { orderId, instalments } = props
  const fresh = (): Draft => newDraft(today, orderId, proposalOf(instalments, locale))
  const [draft, setDraft] = useState(fresh)
  const [wasOpen, setWasOpen] = useState(open)
  const [isAsking, ask] = useState(false)
  // Opened again, nothing is left of what was typed before.
  if (open !== wasOpen) {
    setWasOpen(open)
    setDraft(fresh())
    ask(false)
  }
  const isFresh = !isTouched(draft, fresh())
  const close = () => (isFresh ? onClose() : ask(true))
  return (
    <Drawer open={open} onOpenChange={(isOpen) => !isOpen && close()}>
      <Content
        {...props}
        open={open}
        isFresh={isFresh}
        draft={draft}
        onDraft={setDraft}
        onCancel={close}
        onClose={onClose}
      />
      <DiscardPrompt
        open={open && isAsking}
        title={t("payment.discard.title")}
        text={t("payment.discard.text")}
        onKeep={() => ask(false)}
        onDiscard={() => {
          ask(false)
          onClose()
        }}
      />
    </Drawer>
  )
}

interface ContentProps extends RecordPaymentProps {
  draft: Draft
  onDraft: (change: (draft: Draft) => Draft) => void
  /** Nothing was typed yet. */
  isFresh: boolean
  onCancel: () => void
}

function Content({ accountId, about, open, onClose, onRecorded, isFresh, ...form }: ContentProps) {
  const { t, locale } = useWords()
  const focus = useFirstField()
  const { data: account, error, refetch } = useAccount(accountId, open)
  const done = (recorded: RecordedPaymentView) => {
    const { money } = moneyFormat(locale, recorded.payment.currency_code, account?.digits ?? 2)
    toast.success(t("payment.recorded", { amount: money(recorded.payment.amount) }))
    onClose()
    onRecorded?.(recorded)
  }
  const said = account && aboutOf(account, { about, orderId: form.orderId, t, locale })
  return (
    <Drawer.Content className="reconciliation-payment-drawer" data-record-payment="" {...focus}>
      <PaymentStyles />
      {/* Not the host's own header: its button to close has no name. */}
      <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Drawer.Title asChild>
            <Heading level="h2">{t("payment.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle break-words">
              {said ?? t("payment.loading")}
            </Text>
          </Drawer.Description>
        </div>
        <div className="flex items-center gap-x-2">
          {account && isFresh && (
            <Link
              to={batchPath(account.currency_code.toUpperCase())}
              className="reconciliation-link txt-compact-small focus-visible:shadow-borders-focus rounded outline-none"
            >
              {t("batch.several")}
            </Link>
          )}
          <Kbd>esc</Kbd>
          <Drawer.Close asChild>
            <IconButton size="small" variant="transparent" type="button" aria-label={t("payment.close")}>
              <XMark aria-hidden />
            </IconButton>
          </Drawer.Close>
        </div>
      </div>
      {account ? (
        <PaymentForm account={account} {...form} onDone={done} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <FormLoading />
      )}
    </Drawer.Content>
  )
}

interface About extends Pick<Words, "t" | "locale">, Pick<PaymentPlace, "about" | "orderId"> {}

/** Who pays, and of which order how much is unpaid. */
function aboutOf(
  { currency_code: code, digits, orders }: AccountView,
  { about, orderId, t, locale }: About,
): string {
  const currency = code.toUpperCase()
  const order = orders.find(({ id }) => id === orderId)
  if (!order) return [about, currency].filter(Boolean).join(", ")
  return t("payment.unpaid", {
    order: [t("payment.ofOrder", { id: order.display_id }), about].filter(Boolean).join(", "),
    amount: moneyFormat(locale, code, digits).amount(order.open),
    currency,
  })
}
