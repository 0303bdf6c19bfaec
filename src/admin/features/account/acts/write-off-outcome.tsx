import { ArrowRightMini } from "@medusajs/icons"
import { Alert, Text } from "@medusajs/ui"
import type { WriteOffPreview, WrittenOffRowView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { rowTitle } from "../../../lib/names"
import { StateSign } from "../../../ui/state-sign"
import type { MoneyPreview } from "../money/use-money-preview"
import { useAccountView, type AccountSpeech } from "../use-account-view"
import { DrawerPart } from "./act-drawer"
import type { WrittenOff } from "./use-write-off"
import { Will, type Consequence } from "./will"

interface WriteOffOutcomeProps {
  readonly of: WrittenOff
  readonly asked: MoneyPreview<WriteOffPreview>
}

/** Who decides it, and what becomes of it then. */
export function WriteOffOutcome({ of, asked }: WriteOffOutcomeProps) {
  const speech = useAccountView()
  const { t } = speech
  const { last, preview, error, retry } = asked
  const isOrder = "orderId" in of
  return (
    <>
      {last && <Approval preview={last} />}
      <Will
        title={t(last?.needs_approval ? "account.writeOff.willOnce" : "account.drawer.will")}
        right="write_off"
        quiet={t(isOrder ? "account.writeOff.until" : "account.writeOff.keepUntil")}
        consequences={last ? consequencesOf(last, isOrder, speech) : []}
        isCurrent={preview !== undefined}
        error={error}
        onRetry={retry}
      />
    </>
  )
}

/** Whether a second person must say yes, and up to which sum nobody is asked. */
function Approval({ preview }: { preview: WriteOffPreview }) {
  const { t, amount } = useAccountView()
  const { needs_approval: isNeeded, limit, standing, currency_code: code } = preview
  const key = isNeeded ? "above" : "within"
  const said = t(`account.writeOff.limits.${isZero(standing) ? key : `${key}InSum`}`, {
    limit: `${amount(limit)}\u00A0${code.toUpperCase()}`,
    standing: amount(standing),
  })
  return (
    <DrawerPart title={t("account.writeOff.approval")}>
      <div aria-live="polite" data-approval={isNeeded ? "needed" : "none"}>
        {isNeeded ? (
          <Alert variant="warning">
            <span className="txt-compact-small-plus block">{said}</span>
            <span className="block">{t("account.writeOff.approver")}</span>
          </Alert>
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {said}
          </Text>
        )}
      </div>
    </DrawerPart>
  )
}

function consequencesOf(preview: WriteOffPreview, isOrder: boolean, speech: AccountSpeech): Consequence[] {
  const { t, amount } = speech
  const { gl_account: account, order } = preview
  const result = t(`account.writeOff.results.${isOrder ? "loss" : "gain"}`, {
    amount: amount(preview.amount),
  })
  return [
    {
      key: "gl",
      what: account === null ? t("account.writeOff.gl") : t("account.writeOff.glAccount", { account }),
      becomes: account === null ? t("account.writeOff.glUnset", { result }) : result,
    },
    ...preview.rows.map((row) => ({
      key: row.row,
      what: rowTitle(row.row, row.title, t),
      becomes: <RowBecomes row={row} />,
    })),
    ...(order
      ? [
          {
            key: "order",
            what: t("account.apply.order", { id: order.display_id }),
            becomes: (
              <>
                <StateSign state={order.state_after} />
                {!isZero(order.open_after) && t("account.apply.open", { amount: amount(order.open_after) })}
              </>
            ),
          },
          {
            key: "host",
            what: t("payment.host.in"),
            becomes: t(`account.writeOff.creditLine.${preview.host_credit_line ? "sent" : "none"}`, {
              amount: amount(preview.amount),
            }),
          },
        ]
      : [
          {
            key: "rest",
            what: t("account.writeOff.staysUnapplied"),
            becomes: amount(preview.rest),
          },
        ]),
  ]
}

function RowBecomes({ row }: { row: WrittenOffRowView }) {
  const { t, amount } = useAccountView()
  const { state_before: before, state_after: after, open_before: was, open_after: is } = row
  if (before === after) return t("payment.openThen", { before: amount(was), after: amount(is) })
  return (
    <>
      <StateSign state={before} />
      <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
      <span className="sr-only">{t("takingBack.afterwards")}</span>
      <StateSign state={after} />
    </>
  )
}
