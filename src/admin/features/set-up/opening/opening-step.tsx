import { RadioGroup, Text } from "@medusajs/ui"
import type { SetUpOpeningRow } from "../../../../types/http"
import { moneyFormat } from "../../../lib/money"
import { useWords } from "../../../lib/use-words"
import { ChoiceBox } from "../../../ui/choice-box"
import { counted } from "../../runs/run-words"
import { MOST_ROWS } from "../draft"
import { Column, type StepProps } from "../column"
import { AddCustomer } from "./add-customer"
import { OpeningRow } from "./opening-row"
import { PasteRows } from "./paste-rows"
import { NEW_ROW, sumsOf } from "./rows"
import { useNamesOf } from "./use-customers"
import { useServerFaults } from "./use-server-faults"

/** What was open before go-live and stands in no order of the shop; that there is nothing is an answer too. */
export function OpeningStep({ desk }: StepProps) {
  const words = useWords()
  const { t } = words
  const { opening } = desk.draft
  const { opening: done } = desk.saved.done
  const answer = (given: string) =>
    desk.change("opening", { ...opening, answer: given === "none" ? "none" : "rows" })
  return (
    <Column desk={desk} title={t("setUp.opening.title")} about={t("setUp.opening.about")}>
      {done && (
        <Text size="small" className="text-ui-tag-green-text">
          {counted(words, "setUp.opening.recorded", { count: done.recorded })}
        </Text>
      )}
      <fieldset disabled={done !== null}>
        <RadioGroup
          aria-label={t("setUp.opening.question")}
          className="gap-2"
          disabled={!desk.mayManage || done !== null}
          value={opening.answer ?? ""}
          onValueChange={answer}
        >
          <ChoiceBox value="none" label={t("setUp.opening.none")} about={t("setUp.opening.noneText")} />
          <ChoiceBox value="rows" label={t("setUp.opening.rows")} about={t("setUp.opening.rowsText")} />
        </RadioGroup>
        {opening.answer === "rows" && <Rows desk={desk} />}
      </fieldset>
    </Column>
  )
}

function Rows({ desk }: Pick<StepProps, "desk">) {
  const words = useWords()
  const { t, locale } = words
  const { opening } = desk.draft
  const { currencies } = desk.saved.shop
  const { rows } = opening
  const nameOf = useNamesOf(rows.flatMap(({ customer_id: id }) => id ?? []))
  const put = (next: SetUpOpeningRow[]) =>
    desk.change("opening", { ...opening, rows: next.slice(0, MOST_ROWS) })
  const add = (customer_id: string) =>
    put([
      ...rows,
      {
        ...NEW_ROW,
        id: crypto.randomUUID(),
        customer_id,
        currency_code: rows.at(-1)?.currency_code ?? currencies[0]?.code ?? "",
      },
    ])
  const refused = useServerFaults({ draft: desk.draft, currencies, today: desk.saved.shop.today })
  const sums = sumsOf(rows, currencies)
  return (
    <>
      <div className="reconciliation-set-up-pair">
        <AddCustomer onChoose={({ id }) => add(id)} />
        <PasteRows currencies={currencies} onTake={(more) => put([...rows, ...more])} />
      </div>
      {rows.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle" data-empty="opening">
          {t("setUp.opening.empty")}
        </Text>
      ) : (
        <section className="reconciliation-set-up-rows" aria-label={t("setUp.opening.list")}>
          <Heads />
          {rows.map((row) => (
            <OpeningRow
              key={row.id}
              row={row}
              currencies={currencies}
              refused={refused.get(row.id)}
              customer={row.customer_id === null ? undefined : nameOf(row.customer_id)}
              onChange={(next) => put(rows.map((one) => (one.id === row.id ? next : one)))}
              onRemove={() => put(rows.filter((one) => one.id !== row.id))}
            />
          ))}
        </section>
      )}
      {sums.map(({ code, digits, owes, has }) => {
        const { money } = moneyFormat(locale, code, digits)
        return (
          <Text key={code} size="small" weight="plus" className="tabular-nums" data-opening-sum={code}>
            {t("setUp.opening.total", { owes: money(owes), has: money(has) })}
          </Text>
        )
      })}
      {rows.length >= MOST_ROWS && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("setUp.opening.most", { n: MOST_ROWS.toLocaleString(locale) })}
        </Text>
      )}
    </>
  )
}

/** Each field has its own name too; these are for the eye. */
function Heads() {
  const { t } = useWords()
  return (
    <div
      className="reconciliation-set-up-row txt-compact-xsmall-plus text-ui-fg-subtle"
      data-heads=""
      aria-hidden
    >
      {(["customer", "currency", "amount", "side", "due", "number"] as const).map((head) => (
        <span key={head}>{t(`setUp.opening.${head}`)}</span>
      ))}
    </div>
  )
}
