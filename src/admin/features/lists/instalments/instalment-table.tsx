import { Checkbox } from "@medusajs/ui"
import { memo } from "react"
import type { ListedInstalmentView } from "../../../../types/http"
import { methodLabel } from "../../../lib/labels"
import { Owner } from "../rows/parts"
import { GhostRows } from "../rows/rows-loading"
import type { SelectionOf } from "../rows/use-selection"
import { useListSpeech } from "../use-list-speech"
import { Acts } from "./acts"
import { Amount, Due, InstalmentState, Order } from "./parts"

interface InstalmentTableProps {
  readonly rows: readonly ListedInstalmentView[]
  /** The id of the row that the cursor is on. */
  readonly at: string | null
  readonly follow: (id: string) => void
  readonly selection: SelectionOf<ListedInstalmentView>
}

const HEADS = ["due", "owner", "kept", "state", "means", "amount", "step"] as const
const FIGURES: ReadonlySet<string> = new Set(["amount", "step"])

/** A row a planned payment; each says its currency, and nothing adds them. Without any they are on their way. */
export function InstalmentTable({ rows, at, follow, selection }: InstalmentTableProps) {
  const { t } = useListSpeech()
  const count = selection.rows.length
  return (
    <div className="reconciliation-list-scroll">
      <table className="reconciliation-list txt-compact-small text-ui-fg-subtle" data-shows="instalments">
        <caption className="sr-only">
          {t("instalments.caption")} {t("instalments.keys")}
        </caption>
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t("lists.selectAll")}
                checked={count > 0 && count === rows.length ? true : count > 0 ? "indeterminate" : false}
                onCheckedChange={(checked) => selection.all(checked === true)}
                data-select-all=""
              />
            </th>
            {HEADS.map((head) => (
              <th
                key={head}
                scope="col"
                data-head={head}
                data-figure={FIGURES.has(head) ? "" : undefined}
                data-sticky={head === "step" ? "" : undefined}
              >
                {t(`instalments.columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.length === 0 ? (
          <GhostRows heads={["select", ...HEADS]} figures={FIGURES} />
        ) : (
          <Rows rows={rows} at={at} follow={follow} selection={selection} />
        )}
      </table>
    </div>
  )
}

function Rows({ rows, at, follow, selection }: InstalmentTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <tbody
      onFocus={({ target }) => {
        const id = target.closest("[data-row]")?.getAttribute("data-row")
        if (id) follow(id)
      }}
    >
      {rows.map((one) => (
        <Row
          key={one.id}
          one={one}
          isAt={one.id === at}
          isSelected={selection.has(one.id)}
          onSelect={selection.toggle}
        />
      ))}
    </tbody>
  )
}

interface RowProps {
  readonly one: ListedInstalmentView
  readonly isAt: boolean
  readonly isSelected: boolean
  readonly onSelect: (id: string) => void
}

/** A thousand rows do not change with the cursor: only two of them do. */
const Row = memo(function Row({ one, isAt, isSelected, onSelect }: RowProps) {
  const { t, ownerOf } = useListSpeech()
  return (
    <tr
      data-row={one.id}
      data-state={one.state}
      data-at={isAt ? "" : undefined}
      data-chosen={isSelected ? "" : undefined}
    >
      <td>
        <Checkbox
          aria-label={t("instalments.selectOne", { id: one.display_id, owner: ownerOf(one) })}
          checked={isSelected}
          onCheckedChange={() => onSelect(one.id)}
          data-select=""
        />
      </td>
      <td className="whitespace-nowrap">
        <Due one={one} />
      </td>
      <td data-owner-cell="">
        <Owner one={one} />
      </td>
      <th scope="row">
        <Order one={one} />
      </th>
      <td className="reconciliation-instalment-state">
        <InstalmentState one={one} />
      </td>
      <td data-means="">{one.method !== null && methodLabel(one.method, t)}</td>
      <td data-figure="">
        <Amount one={one} />
      </td>
      <td data-sticky="" data-figure="">
        <Acts one={one} />
      </td>
    </tr>
  )
})
