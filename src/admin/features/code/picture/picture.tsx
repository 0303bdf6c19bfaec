import { useMemo } from "react"
import type { MatchingCodeView } from "../../../../types/http"
import { Bands } from "./bands"
import { columnsOf } from "./columns"
import { DebtLabels, restsOf } from "./debt-labels"
import { layoutOf, type Drawn } from "./layout"
import { PayerButtons } from "./payer-buttons"
import { useWidth } from "../../../lib/use-width"
import type { CodeView } from "../use-code-view"
import type { Light } from "../use-light"

interface PictureProps {
  readonly view: CodeView
  readonly light: Light
}

/** What pays on the left, what was owed on the right, and between them bands in proportion to the amounts. */
export function Picture({ view, light }: PictureProps) {
  const { code, t, amount } = view
  const [frame, width] = useWidth()
  const widest = [...code.from, ...code.to].map((one) => amount(one.amount).length)
  const columns = columnsOf(width, Math.max(0, ...widest))
  const { isTight } = columns
  const layout = useMemo(() => layoutOf(drawnOf(code, isTight)), [code, isTight])
  const label = t("codePage.picture.label", {
    code: code.code,
    pays: amount(code.totals.pays),
    from: code.from.length,
    to: code.to.length,
    open: amount(code.totals.still_open),
    planned: amount(code.totals.planned),
  })
  return (
    <div data-picture="">
      <div className="text-ui-fg-subtle txt-compact-small flex justify-between px-6 py-2.5" aria-hidden>
        <span>{t("codePage.picture.from")}</span>
        <span>{t("codePage.picture.to")}</span>
      </div>
      <div className="border-ui-border-base border-t px-6">
        <div ref={frame} className="relative" style={{ height: layout.height }}>
          {width > 0 && (
            <>
              <Bands {...{ view, light, layout, columns, width, label }} />
              <PayerButtons {...{ view, light, layout, columns }} />
              <DebtLabels {...{ view, layout, columns }} />
            </>
          )}
        </div>
      </div>
    </div>
  )
}

function drawnOf(code: MatchingCodeView, isTight: boolean): Drawn {
  return {
    payers: code.from.map(({ id, here, amount }) => ({ id, lines: isTight && here !== amount ? 3 : 2 })),
    debts: code.to.map((debt) => {
      const details = restsOf(code, debt).length
      return {
        key: debt.key,
        planned: Number(debt.planned),
        withoutMoney: Number(debt.without_money),
        lines: 1 + (isTight ? details : Math.min(1, details)),
      }
    }),
    // Only how thick a band is drawn: what is written beside it is the answer's own text.
    links: code.links.map((link) => ({ ...link, amount: Number(link.amount) })),
  }
}
