import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import { useOrderView } from "../use-order-view"
import type { BarAmounts } from "./bar-amounts"

interface MoneyBarProps {
  readonly amounts: BarAmounts
  /** Whether what is open asks for something to be done: then it glows. */
  readonly asks: boolean
  /** What a draft adds to what is paid, minor units; left out where nothing is edited. */
  readonly unsaved?: bigint
  /** Said at the end of the same line. */
  readonly children?: ReactNode
}

const PARTS = ["paid", "planned", "open"] as const
type Part = (typeof PARTS)[number]

/** How far an order is paid: one bar, and the same in words and figures. */
export function MoneyBar({ amounts, asks, unsaved = 0n, children }: MoneyBarProps) {
  const { order, t, amount } = useOrderView()
  const written = (units: bigint): string => amount(decimalOf(units, order.digits))
  const parts = PARTS.filter((part) => amounts[part] !== 0n)
  const total = PARTS.reduce((sum, part) => sum + amounts[part], 0n)
  const label = t("bar.label", {
    parts: parts.map((part) => `${t(`bar.${part}`)} ${written(amounts[part])}`).join(", "),
    total: `${written(total)} ${order.currency_code.toUpperCase()}`,
  })
  const look = (part: Part) => `reconciliation-bar-${part === "open" && !asks ? "calm" : part}`
  return (
    <div className="flex flex-col gap-y-2" data-bar="">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- boxes that stand for a picture, no file of one */}
      <div role="img" aria-label={label} className="reconciliation-bar">
        {parts.map((part) => (
          <i key={part} className={look(part)} style={{ flexGrow: shareOf(amounts[part], total) }} />
        ))}
      </div>
      <p className="reconciliation-bar-words txt-compact-small text-ui-fg-subtle">
        {parts.map((part) => (
          <span key={part} data-bar-part={part} className="whitespace-nowrap">
            <i aria-hidden className={clx("reconciliation-bar-key", look(part))} />
            {t(`bar.${part}`)}{" "}
            <span className="text-ui-fg-base font-medium tabular-nums">{written(amounts[part])}</span>
          </span>
        ))}
        {unsaved !== 0n && (
          <span data-bar-part="unsaved" className="text-ui-tag-purple-text whitespace-nowrap tabular-nums">
            {t("bar.unsaved", { amount: `${unsaved > 0n ? "+" : ""}${written(unsaved)}` })}
          </span>
        )}
        {children && <span className="ml-auto tabular-nums">{children}</span>}
      </p>
    </div>
  )
}

/** Of ten thousand: more than a screen has pixels. */
function shareOf(part: bigint, total: bigint): number {
  return part <= 0n || total <= 0n ? 0 : Number((part * 10_000n) / total)
}
