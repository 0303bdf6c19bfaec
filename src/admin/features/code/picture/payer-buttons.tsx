import { clx } from "@medusajs/ui"
import { Fragment } from "react"
import { payerDetails, payerName } from "../names"
import type { Drawing } from "./drawing"

/** What pays, each a button that lights its bands: in passing by mouse or focus, to stay when pressed. */
export function PayerButtons({ view, light, layout, columns }: Drawing) {
  const { code, amount } = view
  return code.from.map((payer) => {
    const slot = layout.payers.get(payer.id)?.slot
    if (!slot) return null
    return (
      <button
        key={payer.id}
        type="button"
        data-payer={payer.id}
        aria-pressed={light.chosen === payer.id}
        onClick={() => light.press(payer.id)}
        onFocus={() => light.focus(payer.id)}
        onBlur={() => light.focus(null)}
        onPointerEnter={() => light.point(payer.id)}
        onPointerLeave={() => light.point(null)}
        className={clx(
          "reconciliation-payer focus-visible:shadow-borders-interactive-with-focus rounded-md outline-none",
          light.lit === payer.id && "bg-ui-bg-highlight",
        )}
        title={payerName(payer, view)}
        style={{ top: slot.top + slot.height / 2, width: columns.leftBar }}
      >
        <span className="min-w-0 text-end" style={{ width: columns.payerNames }}>
          <span className="text-ui-fg-base txt-compact-small-plus block truncate">
            {payerName(payer, view)}
          </span>
          <span className="text-ui-fg-subtle txt-compact-xsmall block truncate">
            {payerDetails(payer, view).map((detail, place) => (
              <Fragment key={detail}>
                {place > 0 && !columns.isTight && " · "}
                <span className={clx(columns.isTight && "block truncate")}>{detail}</span>
              </Fragment>
            ))}
          </span>
        </span>
        <span
          className="text-ui-fg-base txt-compact-small-plus text-end tabular-nums"
          style={{ width: columns.amounts }}
        >
          {amount(payer.here)}
        </span>
      </button>
    )
  })
}
