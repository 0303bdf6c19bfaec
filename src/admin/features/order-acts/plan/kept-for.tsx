import { ChevronUpDown } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import { rowTitle } from "../../../lib/names"
import { useOrderView } from "../../order/use-order-view"
import type { OpenRow } from "./draft"

interface KeptForProps {
  number: number
  /** Keys of rows; none for whatever is open. */
  chosen: readonly string[]
  rows: readonly OpenRow[]
  onChange: (rows: string[]) => void
}

/** Which items an instalment is kept for: some of those that are open, or whichever are. */
export function KeptFor({ number, chosen, rows, onChange }: KeptForProps) {
  const { t, amount, order, locale } = useOrderView()
  const titleOf = ({ key, title }: OpenRow): string => rowTitle(key, title, t)
  const titles = rows.filter(({ key }) => chosen.includes(key)).map(titleOf)
  const said =
    titles.length === 0
      ? t("orderActs.plan.anything")
      : new Intl.ListFormat(locale, { type: "unit" }).format(titles)
  const toggle = (key: string): void =>
    // In the order of the rows, whatever was ticked first: so the money is put.
    onChange(
      rows
        .map((row) => row.key)
        .filter((one) => (one === key ? !chosen.includes(one) : chosen.includes(one))),
    )
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          type="button"
          className="reconciliation-kept-for"
          aria-label={t("orderActs.plan.keptForOf", { number, what: said })}
        >
          <span>{said}</span>
          <ChevronUpDown aria-hidden className="text-ui-fg-subtle shrink-0" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="reconciliation-menu">
        <DropdownMenu.CheckboxItem
          checked={titles.length === 0}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={() => onChange([])}
        >
          {t("orderActs.plan.anything")}
        </DropdownMenu.CheckboxItem>
        {rows.map((row) => (
          <DropdownMenu.CheckboxItem
            key={row.key}
            checked={chosen.includes(row.key)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={() => toggle(row.key)}
          >
            {t("plan.part", {
              title: titleOf(row),
              amount: amount(decimalOf(row.open, order.digits)),
            })}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
