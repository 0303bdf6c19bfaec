import { clx, Text } from "@medusajs/ui"
import { isZero } from "../../../lib/money"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../outlook"
import { counted } from "../run-words"

/** What a run would come to: how many amounts, on how many accounts, how many orders, what is left, and how much money. */
export function OutlookFigures({ outlook: { counts, inScope } }: { readonly outlook: Outlook }) {
  const words = useListSpeech()
  const { t, locale, amountOf } = words
  const accounts =
    inScope === null
      ? counted(words, "runs.fresh.accounts", { count: counts.changed })
      : counted(words, "runs.fresh.accountsOf", {
          count: counts.changed,
          total: inScope.toLocaleString(locale),
        })
  const figures = [
    {
      key: "placed",
      value: counts.placed,
      word: counted(words, "runs.fresh.placed", { count: counts.placed }),
      tone: null,
    },
    { key: "changed", value: counts.changed, word: accounts, tone: null },
    {
      key: "full",
      value: counts.settled_orders,
      word: counted(words, "runs.fresh.full", { count: counts.settled_orders }),
      tone: "text-ui-tag-green-text",
    },
    { key: "left", value: counts.left, word: t("runs.fresh.left"), tone: "text-ui-tag-orange-text" },
  ] as const
  const amounts = counts.amounts.filter(({ moved }) => !isZero(moved))
  return (
    <>
      <dl className="reconciliation-run-counts">
        {figures.map(({ key, value, word, tone }) => (
          <div key={key} data-figure-of={key}>
            <dd
              className={clx("reconciliation-figure", value > 0 && tone !== null ? tone : "text-ui-fg-base")}
            >
              {value.toLocaleString(locale)}
            </dd>
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{word}</dt>
          </div>
        ))}
      </dl>
      {amounts.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-3" data-money="">
          {t("runs.fresh.money")}{" "}
          {amounts.map((one, place) => (
            <span key={one.currency_code} className="whitespace-nowrap tabular-nums">
              <span className="text-ui-fg-base font-medium">{amountOf(one)(one.moved)}</span>{" "}
              {one.currency_code.toUpperCase()}
              {place < amounts.length - 1 && " · "}
            </span>
          ))}
        </Text>
      )}
      {counts.failed > 0 && (
        <Text size="small" className="text-ui-tag-orange-text px-6 pb-3">
          {counted(words, "runs.fresh.failed", { count: counts.failed })}
        </Text>
      )}
    </>
  )
}
