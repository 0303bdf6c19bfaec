import type { CodeLink } from "../../../../types/http"
import { debtName, payerName } from "../names"
import type { CodeView } from "../use-code-view"
import type { Light } from "../use-light"
import { BAR, type Columns } from "./columns"
import type { Drawing } from "./drawing"
import type { Band, Node } from "./layout"

interface BandsProps extends Drawing {
  readonly width: number
  /** The figures, for who does not see it. */
  readonly label: string
}

/** The drawing: one image to a screen reader, which has the table for the rest. */
export function Bands({ view, light, layout, columns, width, label }: BandsProps) {
  const { code } = view
  const links = new Map(code.links.map((link) => [`${link.from} ${link.to}`, link]))
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      className="reconciliation-flow absolute"
    >
      {code.from.map((payer) => (
        <g
          key={payer.id}
          data-source={payer.source}
          data-lit={payer.id === light.lit ? "" : undefined}
          {...pointing(payer.id, light)}
        >
          {layout.bands
            .filter(({ from }) => from === payer.id)
            .map((band) => (
              <path key={band.to} d={pathOf(band, columns)}>
                <title>{titleOf(links.get(`${band.from} ${band.to}`), view)}</title>
              </path>
            ))}
          <Bar x={columns.leftBar} node={layout.payers.get(payer.id)} />
        </g>
      ))}
      {code.to.map(({ key }) => (
        <Bar key={key} x={columns.rightBar} node={layout.debts.get(key)} />
      ))}
      {layout.bands.map((band) => (
        <text key={`${band.from} ${band.to}`} x={columns.rightBar - 8} y={band.words + 4} textAnchor="end">
          {view.amount(links.get(`${band.from} ${band.to}`)?.amount ?? "")}
        </text>
      ))}
    </svg>
  )
}

/** The mouse lights what it points at and chooses by a click; the keyboard does so by the buttons beside. */
function pointing(id: string, { point, press }: Light) {
  return {
    onPointerEnter: () => point(id),
    onPointerLeave: () => point(null),
    onClick: () => press(id),
  }
}

function Bar({ x, node }: { x: number; node: Node | undefined }) {
  if (!node) return null
  const { top, height, planned, withoutMoney } = node
  return (
    <>
      {height > 0 && (
        <rect
          className="reconciliation-flow-end"
          x={x}
          y={top}
          width={BAR}
          height={height}
          rx={Math.min(2, height / 2)}
        />
      )}
      {planned.height > 0 && (
        <rect
          className="reconciliation-flow-planned"
          x={x + 0.75}
          y={planned.top + 0.75}
          width={BAR - 1.5}
          height={planned.height - 1.5}
          rx={2}
        />
      )}
      {withoutMoney.height > 0 && (
        <rect
          className="reconciliation-flow-open"
          x={x + 0.75}
          y={withoutMoney.top + 0.75}
          width={BAR - 1.5}
          height={withoutMoney.height - 1.5}
          rx={2}
        />
      )}
    </>
  )
}

function pathOf({ start, end, thickness }: Band, { leftBar, rightBar }: Columns): string {
  const [left, right] = [leftBar + BAR, rightBar]
  const middle = (left + right) / 2
  return (
    `M${left} ${start}C${middle} ${start} ${middle} ${end} ${right} ${end}V${end + thickness}` +
    `C${middle} ${end + thickness} ${middle} ${start + thickness} ${left} ${start + thickness}Z`
  )
}

function titleOf(link: CodeLink | undefined, view: CodeView): string {
  const { code, t, amount } = view
  const payer = code.from.find(({ id }) => id === link?.from)
  const debt = code.to.find(({ key }) => key === link?.to)
  if (!link || !payer || !debt) return ""
  return t("codePage.picture.band", {
    payer: payerName(payer, view),
    amount: amount(link.amount),
    debt: debtName(debt, view),
  })
}
