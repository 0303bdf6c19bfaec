import { ArrowRightMini, CheckCircle, ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type { PlanPreview } from "../../../../types/http"
import { rowTitle } from "../../../lib/names"
import { isZero } from "../../../lib/money"
import { StateSign } from "../../../ui/state-sign"
import { DrawerPart } from "../../account/acts/act-drawer"
import { useOrderView, type OrderView } from "../../order/use-order-view"
import type { ActPreviewed } from "../use-act-preview"
import { Will, type Consequence } from "../../account/acts/will"
import type { PlanReading } from "./draft"

/** How much of what is open the plan takes: one bar, and the same in words and figures. */
export function Cover({ reading: { planned, open } }: { reading: PlanReading }) {
  const { t, amount, order } = useOrderView()
  const written = (units: bigint): string => amount(decimalOf(units, order.digits))
  const said = t("orderActs.plan.plans", { planned: written(planned), open: written(open) })
  const short = open - planned
  return (
    <DrawerPart title={t("orderActs.plan.cover")}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- boxes that stand for a picture, no file of one */}
      <div role="img" aria-label={said} className="reconciliation-bar">
        <i className="reconciliation-bar-planned" style={{ flexGrow: shareOf(planned, open) }} />
        {short > 0n && <i className="reconciliation-bar-calm" style={{ flexGrow: shareOf(short, open) }} />}
      </div>
      <Text
        size="small"
        className="flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums"
        aria-live="polite"
      >
        <span>{said}</span>
        {short === 0n && (
          <span className="inline-flex items-center gap-x-1" data-cover="all">
            <CheckCircle aria-hidden className="text-ui-tag-green-icon" />
            {t("orderActs.plan.covers")}
          </span>
        )}
        {short > 0n && (
          <span className="text-ui-fg-subtle" data-cover="part">
            {t("orderActs.plan.short", { amount: written(short) })}
          </span>
        )}
        {short < 0n && (
          <span className="text-ui-tag-red-text inline-flex items-center gap-x-1" data-cover="over">
            <ExclamationCircle aria-hidden className="text-ui-tag-red-icon" />
            {t("orderActs.plan.tooMuch", { amount: written(-short) })}
          </span>
        )}
      </Text>
    </DrawerPart>
  )
}

/** Of ten thousand: more than a screen has pixels. */
const shareOf = (part: bigint, total: bigint): number =>
  part <= 0n ? 0 : part >= total ? 10_000 : Number((part * 10_000n) / total)

/** What becomes of the order's state, and what each instalment would be kept for. */
export function PlanOutcome({ previewed }: { previewed: ActPreviewed<PlanPreview> }) {
  const view = useOrderView()
  const { preview, isCurrent, error, retry } = previewed
  const isSame = preview !== undefined && !preview.changed
  return (
    <Will
      quiet={view.t(isSame ? "orderActs.plan.same" : "orderActs.plan.missing")}
      isCurrent={isCurrent}
      error={error}
      onRetry={retry}
      consequences={preview && !isSame ? consequencesOf(preview, view) : []}
    />
  )
}

/** What becomes of the order's state. */
export function effectConsequence(effect: PlanPreview["order"], { t }: Pick<OrderView, "t">): Consequence {
  return {
    key: "state",
    what: t("orderActs.order", { id: effect.display_id }),
    becomes: (
      <>
        {effect.state_before !== effect.state_after && (
          <>
            <StateSign state={effect.state_before} />
            <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
            <span className="sr-only">{t("takingBack.afterwards")}</span>
          </>
        )}
        <StateSign state={effect.state_after} />
      </>
    ),
  }
}

function consequencesOf({ order: effect, plan }: PlanPreview, view: OrderView): Consequence[] {
  if (!plan) return []
  const { t, amount, dayInSentence, order } = view
  const titles = new Map(order.rows.map(({ key, title }) => [key, rowTitle(key, title, t)]))
  const kept = plan.instalments.filter(
    ({ plan: version, reserved }) => version === plan.version && reserved.length > 0,
  )
  return [
    effectConsequence(effect, view),
    ...(isZero(plan.not_covered)
      ? []
      : [
          {
            key: "short",
            what: t("orderActs.plan.cover"),
            becomes: t("orderActs.plan.short", { amount: amount(plan.not_covered) }),
          },
        ]),
    ...kept.map(({ id, due_on: due, reserved }) => ({
      key: id,
      what: t("orderActs.plan.keeps", { date: dayInSentence(due) }),
      becomes: reserved
        .map(({ row, amount: part }) =>
          t("plan.part", { title: titles.get(row) ?? row, amount: amount(part) }),
        )
        .join(", "),
    })),
  ]
}
