import { ExclamationCircle } from "@medusajs/icons"
import { Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { SetUpExampleLine, SetUpExampleOrder } from "../../../../types/http"
import { isZero, moneyFormat } from "../../../lib/money"
import { useWords } from "../../../lib/use-words"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Examples } from "./use-examples"

export interface ExampleProps {
  readonly examples: Examples
  /** The policy that is chosen. */
  readonly chosen: string
}

/** Beside a rule: what it would have done. Its words change with the choice, and are read out. */
export function ExampleBox({
  examples,
  children,
}: {
  readonly examples: Examples
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <div className="reconciliation-set-up-example txt-compact-small" aria-live="polite" data-example="">
      {examples.data ? (
        children
      ) : examples.isBroken ? (
        <span className="text-ui-fg-subtle">{t("setUp.rules.noExample")}</span>
      ) : (
        <>
          <span className="sr-only">{t("setUp.rules.loading")}</span>
          <Skeleton className="h-4" style={{ width: "60%" }} />
          <Skeleton className="h-4" style={{ width: "90%" }} />
        </>
      )}
    </div>
  )
}

/** "100.00": of what is made up no currency is said. */
export function useAmounts(): (
  one: Pick<SetUpExampleOrder, "currency_code" | "digits">,
) => (value: string) => string {
  const { locale } = useWords()
  return ({ currency_code: code, digits }) => moneyFormat(locale, code || "usd", digits).amount
}

export function Title({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base break-words">
      {children}
    </Text>
  )
}

/** Whose example it is. */
export function Source({
  order,
  words,
}: {
  readonly order: SetUpExampleOrder
  readonly words: "order" | "refunded"
}) {
  const { t } = useWords()
  return (
    <Text size="small" className="text-ui-fg-subtle" data-made-up={order.made_up ? "" : undefined}>
      {order.made_up ? t("setUp.rules.madeUp") : t(`setUp.rules.${words}`, { id: order.display_id })}
    </Text>
  )
}

/** Lines that nobody reads through say no more. */
const MOST_LINES = 6

interface SharesProps {
  readonly lines: readonly SetUpExampleLine[]
  readonly isMadeUp: boolean
  readonly chosen: string
  readonly amount: (value: string) => string
}

function Shares({ lines, isMadeUp, chosen, amount }: SharesProps) {
  const { t } = useWords()
  return (
    <ul className="flex flex-col gap-y-2">
      {lines.slice(0, MOST_LINES).map((line) => {
        const share = line.by[chosen]
        if (share === undefined) return null
        const part = Math.round((Number(share) / Number(line.amount)) * 100)
        return (
          <li key={`${line.title} ${line.amount} ${share}`} data-share={share}>
            <span className="reconciliation-set-up-share">
              <span className="text-ui-fg-subtle">
                {isMadeUp ? t("setUp.rules.item", { n: line.title }) : line.title}
              </span>
              <span className="text-ui-fg-subtle">
                <span className="text-ui-fg-base font-medium">{amount(share)}</span>{" "}
                {t("setUp.rules.of", { total: amount(line.amount) })}
              </span>
            </span>
            <span className="reconciliation-set-up-bar" aria-hidden>
              <i style={{ width: `${Math.min(part, 100)}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

export function CheckoutExample({ examples, chosen }: ExampleProps) {
  const { t } = useWords()
  const amounts = useAmounts()
  const { checkout } = examples.data ?? {}
  return (
    <ExampleBox examples={examples}>
      {checkout && (
        <>
          <Title>
            {t("setUp.rules.strategy.example", {
              amount: amounts(checkout)(checkout.amount),
              items: checkout.lines
                .slice(0, MOST_LINES)
                .map((line) => amounts(checkout)(line.amount))
                .join(" + "),
            })}
          </Title>
          <Shares
            lines={checkout.lines}
            isMadeUp={checkout.made_up}
            chosen={chosen}
            amount={amounts(checkout)}
          />
          <Source order={checkout} words="order" />
        </>
      )}
    </ExampleBox>
  )
}

export function RefundExample({ examples, chosen }: ExampleProps) {
  const { t } = useWords()
  const amounts = useAmounts()
  const { refund } = examples.data ?? {}
  return (
    <ExampleBox examples={examples}>
      {refund && (
        <>
          <Title>
            {t("setUp.rules.refund.example", {
              amount: amounts(refund)(refund.amount),
              total: refund.lines.map((line) => amounts(refund)(line.amount)).join(" + "),
            })}
          </Title>
          <Shares lines={refund.lines} isMadeUp={refund.made_up} chosen={chosen} amount={amounts(refund)} />
          <Source order={refund} words="refunded" />
        </>
      )}
    </ExampleBox>
  )
}

/** Money on an account: where the policy puts it, or that it waits. */
export function LaterExample({ examples, chosen }: ExampleProps) {
  const { t, ownerOf } = useListSpeech()
  const amounts = useAmounts()
  const { later } = examples.data ?? {}
  if (!later) return <ExampleBox examples={examples}>{null}</ExampleBox>
  const amount = amounts(later)
  const named = (key: string, value: string, id: string): string => t(key, { amount: amount(value), id })
  const placed = later.orders.filter(({ by }) => !isZero(by[chosen] ?? "0"))
  return (
    <ExampleBox examples={examples}>
      <Title>
        {later.owner
          ? t("setUp.rules.later.example", {
              amount: amount(later.amount),
              name: ownerOf({ owner: later.owner }),
            })
          : t("setUp.rules.later.exampleMadeUp", { amount: amount(later.amount) })}
      </Title>
      <Text size="small" className="text-ui-fg-subtle">
        {t("setUp.rules.later.open", {
          orders: later.orders
            .map(({ display_id: id, open }) => named("setUp.rules.later.one", open, id))
            .join(", "),
        })}
      </Text>
      {placed.length > 0 ? (
        <ul className="text-ui-fg-base tabular-nums">
          {placed.map(({ display_id: id, by }) => (
            <li key={id} data-put={by[chosen]}>
              {named("setUp.rules.later.puts", by[chosen] ?? "0", id)}
            </li>
          ))}
        </ul>
      ) : (
        <span className="text-ui-fg-subtle flex items-start gap-x-1" data-put="0">
          <ExclamationCircle aria-hidden className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
          {t(chosen === "exact_match" ? "setUp.rules.later.noFit" : "setUp.rules.later.waits")}
        </span>
      )}
      {later.made_up && (
        <Text size="small" className="text-ui-fg-subtle" data-made-up="">
          {t("setUp.rules.madeUp")}
        </Text>
      )}
    </ExampleBox>
  )
}
