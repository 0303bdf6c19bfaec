import { Button, clx } from "@medusajs/ui"
import { useState } from "react"
import type { AgeingView } from "../../../types/http"
import { isZero, moneyFormat } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { Segments } from "../../ui/segments"
import { BUCKETS, lengthsOf } from "./figures"
import { Head } from "./parts"

/** What is owed by how long it is past its day, a currency at a time, as bars or as a table. */
export function Ageing({ ageing }: { ageing: readonly AgeingView[] }) {
  const { t } = useWords()
  const [wanted, setWanted] = useState("")
  const [isTable, setTable] = useState(false)
  const own = ageing.find((one) => one.currency_code === wanted) ?? ageing[0]
  if (!own) return null
  return (
    <Section>
      <Head title={t("overview.ageing.title")}>
        <span className="flex flex-wrap items-center gap-2">
          {ageing.length > 1 && (
            <Segments
              label={t("overview.ageing.currency")}
              options={ageing.map(({ currency_code: code }) => ({ value: code, text: code.toUpperCase() }))}
              value={own.currency_code}
              onChange={setWanted}
            />
          )}
          <Button
            size="small"
            variant={isTable ? "secondary" : "transparent"}
            type="button"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {t("overview.ageing.table")}
          </Button>
        </span>
      </Head>
      {isTable ? <AsTable own={own} /> : <AsBars own={own} />}
      {!isTable && <Legend own={own} />}
    </Section>
  )
}

function AsBars({ own }: { own: AgeingView }) {
  const { t, locale } = useWords()
  const { amount } = moneyFormat(locale, own.currency_code, own.digits)
  const lengths = lengthsOf(BUCKETS.map((bucket) => own[bucket]))
  const said = BUCKETS.map((bucket) =>
    t("overview.ageing.of", { age: t(`overview.ageing.${bucket}`), amount: amount(own[bucket]) }),
  )
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- boxes that stand for a picture, no file of one
      role="img"
      aria-label={said.join("; ")}
      className="reconciliation-bars txt-compact-small"
      data-ageing={own.currency_code}
    >
      {BUCKETS.map((bucket, place) => (
        <div key={bucket} className="reconciliation-bar-row">
          <span className="text-ui-fg-subtle">{t(`overview.ageing.${bucket}`)}</span>
          <i
            className={bucket === "not_due" ? "reconciliation-bar-planned" : "reconciliation-bar-open"}
            style={{ width: `${lengths[place] ?? 0}%` }}
            data-none={isZero(own[bucket]) ? "" : undefined}
          />
          <span
            className={clx(
              "reconciliation-over-figure",
              isZero(own[bucket]) ? "text-ui-fg-subtle" : "text-ui-fg-base",
            )}
          >
            {amount(own[bucket])}
          </span>
        </div>
      ))}
    </div>
  )
}

function Legend({ own }: { own: AgeingView }) {
  const { t, locale } = useWords()
  const { amount } = moneyFormat(locale, own.currency_code, own.digits)
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6 py-2.5">
      <span className="flex flex-wrap gap-x-4">
        <span>
          <i aria-hidden className="reconciliation-bar-key reconciliation-bar-planned" />
          {t("overview.ageing.planned")}
        </span>
        <span>
          <i aria-hidden className="reconciliation-bar-key reconciliation-bar-open" />
          {t("overview.ageing.owed")}
        </span>
      </span>
      <span className="tabular-nums">
        {t("overview.ageing.sum")} <span className="text-ui-fg-base font-medium">{amount(own.total)}</span>{" "}
        {own.currency_code.toUpperCase()}
      </span>
    </div>
  )
}

function AsTable({ own }: { own: AgeingView }) {
  const { t, locale } = useWords()
  const { amount } = moneyFormat(locale, own.currency_code, own.digits)
  return (
    <table
      className="reconciliation-over-table txt-compact-small text-ui-fg-base"
      aria-label={t("overview.ageing.caption")}
      data-ageing-table={own.currency_code}
    >
      <thead className="txt-compact-xsmall text-ui-fg-subtle">
        <tr>
          <th scope="col">{t("overview.ageing.age")}</th>
          <th scope="col">{own.currency_code.toUpperCase()}</th>
        </tr>
      </thead>
      <tbody>
        {BUCKETS.map((bucket) => (
          <tr key={bucket}>
            <th scope="row" className="text-ui-fg-subtle">
              {t(`overview.ageing.${bucket}`)}
            </th>
            <td className={isZero(own[bucket]) ? "text-ui-fg-subtle" : undefined}>{amount(own[bucket])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("overview.ageing.sum")}</th>
          <td>{amount(own.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
