import { CheckCircleSolid, ExclamationCircle } from "@medusajs/icons"
import { useId } from "react"
import type { PaymentRowView } from "../../../../types/http"
import { errorWords } from "../../../lib/errors"
import { isZero, moneyFormat } from "../../../lib/money"
import { useWords } from "../../../lib/use-words"
import type { PastedRow } from "./pasted"

interface CheckTableProps {
  rows: readonly PastedRow[]
  /** By place among the rows that could be asked about. */
  answers: ReadonlyMap<PastedRow, PaymentRowView>
  /** Whether the server is asked about them at all. */
  isAsked: boolean
  currencyCode: string
  digits: number
  /** The rows that are other payments than those they look like, by name. */
  others: ReadonlySet<string>
  onAnother: (row: PastedRow, isAnother: boolean) => void
}

/** Each row that was pasted, with what it would pay, or why it cannot be recorded and what to do. */
export function CheckTable({ rows, answers, isAsked, currencyCode, digits, ...another }: CheckTableProps) {
  const { others, onAnother } = another
  const { t } = useWords()
  return (
    <div className="overflow-x-auto">
      <table className="reconciliation-links txt-compact-small" data-check="">
        <caption className="sr-only">{t("batch.check")}</caption>
        <thead className="text-ui-fg-subtle">
          <tr>
            <th scope="col">{t("batch.row")}</th>
            <th scope="col">{t("batch.customer")}</th>
            <th scope="col" data-figure="">
              {t("payment.amount")}
            </th>
            <th scope="col">{t("payment.reference")}</th>
            <th scope="col">{t("batch.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // oxlint-disable-next-line no-array-index-key -- a line is what stands in its place
            <tr key={place} data-row={place + 1}>
              <th scope="row">{place + 1}</th>
              <td>{row.customer}</td>
              <td data-figure="">{row.amount}</td>
              <td>{row.reference}</td>
              <td>
                <RowOutcome
                  row={row}
                  answer={answers.get(row)}
                  isAsked={isAsked}
                  currencyCode={currencyCode}
                  digits={digits}
                />
                {(others.has(row.name) || answers.get(row)?.error?.code === "payment_looks_recorded") && (
                  <Another
                    isAnother={others.has(row.name)}
                    onAnother={(isAnother) => onAnother(row, isAnother)}
                    place={place + 1}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface AnotherProps {
  isAnother: boolean
  onAnother: (isAnother: boolean) => void
  place: number
}

/** Says of a row that it is another payment than the one it looks like; until then it is left out. */
function Another({ isAnother, onAnother, place }: AnotherProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <span className="reconciliation-tick mt-1" data-another={place}>
      <input
        id={id}
        type="checkbox"
        checked={isAnother}
        onChange={({ target }) => onAnother(target.checked)}
      />
      <label htmlFor={id} className="txt-compact-small">
        {t("batch.another")}
        <span className="sr-only"> {t("batch.ofRow", { row: place })}</span>
      </label>
    </span>
  )
}

interface RowOutcomeProps {
  row: PastedRow
  answer: PaymentRowView | undefined
  isAsked: boolean
  currencyCode: string
  digits: number
}

function RowOutcome({ row, answer, isAsked, currencyCode, digits }: RowOutcomeProps) {
  const { t, has, locale, serverLang } = useWords()
  if (row.fault)
    return <Bad code={row.fault} text={t(`payment.faults.${row.fault}`)} remedy={t("batch.correct")} />
  if (!answer) return isAsked && <span className="text-ui-fg-subtle">{t("batch.checking")}</span>
  if (answer.error) {
    const said = errorWords(answer.error, { t, has })
    const lang = said.ofServer ? serverLang : undefined
    return <Bad code={answer.error.code} text={said.text} remedy={said.remedy} lang={lang} />
  }
  const { amount } = moneyFormat(locale, currencyCode, digits)
  const paid = (answer.payment?.orders ?? []).map(({ display_id: id, gets, state_after: state }) =>
    t("payment.said", { id, amount: amount(gets), state: t(`states.${state}.short`) }),
  )
  const stays = answer.payment?.stays ?? "0"
  const rest = isZero(stays) ? [] : [t("payment.saidStays", { amount: amount(stays) })]
  return (
    <span className="flex items-start gap-x-2" data-good="">
      <CheckCircleSolid aria-hidden className="text-ui-tag-green-icon mt-1 shrink-0" />
      <span>{[...paid, ...rest].join(" ")}</span>
    </span>
  )
}

interface BadProps {
  code: string
  text: string
  remedy: string
  lang?: "en" | undefined
}

function Bad({ code, text, remedy, lang }: BadProps) {
  return (
    <span className="flex items-start gap-x-2" data-bad={code}>
      <ExclamationCircle aria-hidden className="text-ui-tag-red-icon mt-1 shrink-0" />
      <span lang={lang}>
        {text} <span className="text-ui-fg-subtle block">{remedy}</span>
      </span>
    </span>
  )
}
