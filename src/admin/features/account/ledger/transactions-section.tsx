import { CheckCircle, DescendingSorting, Funnel, InformationCircle } from "@medusajs/icons"
import { Button, Container, DropdownMenu } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import type { AccountTransactionView, MatchingCode } from "../../../../types/http"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { ErrorState } from "../../../ui/error-state"
import { Message, Saying } from "../../../ui/message"
import { useTransactions } from "../use-account"
import { useAccountView } from "../use-account-view"
import { DownloadButton } from "./download-button"
import { RowsLoading } from "./rows-loading"
import { TransactionList, TransactionTable } from "./transaction-rows"
import { useShown, type ShownInAddress } from "./use-shown"
import { MoreRows } from "../../../ui/more-rows"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 900

/** What happened on the account, newest first, with the balance after each: all of it, what is open, or one code. */
export function TransactionsSection() {
  const { t, account } = useAccountView()
  const shown = useShown()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const query = useTransactions(account.id, shown)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
  const read = data?.pages.length ?? 0
  useEffect(() => {
    if (read > 0 && read < shown.pages && hasNextPage && !isFetching) void fetchNextPage()
  }, [read, shown.pages, hasNextPage, isFetching, fetchNextPage])
  const rows = useMemo(() => data?.pages.flatMap(({ transactions }) => transactions) ?? [], [data])
  return (
    <Container className="overflow-hidden p-0" data-transactions="">
      <Toolbar shown={shown} codes={codesOf(account, rows)} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowsLoading />}
      {data && rows.length === 0 && <NoRows shown={shown} />}
      {rows.length > 0 && (
        <div className="reconciliation-ledger-scroll" aria-busy={query.isPlaceholderData}>
          {isNarrow ? <TransactionList rows={rows} /> : <TransactionTable rows={rows} />}
        </div>
      )}
      <MoreRows
        query={query}
        read={read}
        text={t("account.tx.more")}
        onMore={() => shown.change({ pages: read + 1 })}
      />
    </Container>
  )
}

/** The codes to choose from: those of the orders, and those that the transactions show. */
function codesOf(
  { orders }: ReturnType<typeof useAccountView>["account"],
  rows: readonly AccountTransactionView[],
): MatchingCode[] {
  const codes = new Map<number, MatchingCode>()
  for (const code of [...orders.map((order) => order.code), ...rows.flatMap((row) => row.codes)])
    if (code) codes.set(code.rank, code)
  return [...codes.values()].toSorted((one, other) => other.rank - one.rank)
}

function Toolbar({ shown, codes }: { shown: ShownInAddress; codes: readonly MatchingCode[] }) {
  const { t, account } = useAccountView()
  const { transactions: all, open_transactions: open } = account.counts
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="txt-compact-small-plus">{t("account.tx.title")}</h2>
        <fieldset
          aria-label={t("account.tx.show")}
          className="reconciliation-segments txt-compact-small-plus"
        >
          {(["all", "open"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={shown.rank === null && shown.show === one}
              className="text-ui-fg-subtle focus-visible:shadow-borders-interactive-with-focus outline-none"
              onClick={() => shown.change({ show: one, rank: null })}
            >
              {t(`account.tx.${one}`, { count: one === "all" ? all : open })}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <CodeFilter shown={shown} codes={codes} />
        <Button
          size="small"
          variant="secondary"
          type="button"
          onClick={() => shown.change({ order: shown.order === "newest" ? "oldest" : "newest" })}
        >
          <DescendingSorting aria-hidden />
          {t(`account.tx.${shown.order === "newest" ? "oldest" : "newest"}`)}
        </Button>
        <DownloadButton shown={shown} />
      </div>
    </div>
  )
}

function CodeFilter({ shown, codes }: { shown: ShownInAddress; codes: readonly MatchingCode[] }) {
  const { t } = useAccountView()
  const chosen = codes.find(({ rank }) => rank === shown.rank)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" type="button" data-code-filter="">
          <Funnel aria-hidden />
          {chosen ? t("account.tx.onlyCode", { code: chosen.code }) : t("account.tx.oneCode")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="reconciliation-menu">
        {shown.rank !== null && (
          <DropdownMenu.Item onSelect={() => shown.change({ rank: null })}>
            {t("account.tx.allCodes")}
          </DropdownMenu.Item>
        )}
        {codes.map(({ rank, code }) => (
          <DropdownMenu.Item
            key={rank}
            className="font-mono"
            onSelect={() => shown.change({ rank, show: "all" })}
          >
            {code}
          </DropdownMenu.Item>
        ))}
        {codes.length === 0 && (
          <DropdownMenu.Item
            aria-disabled
            onSelect={(event) => event.preventDefault()}
            className="text-ui-fg-subtle"
          >
            {t("account.tx.noCodes")}
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

function NoRows({ shown: { show, rank } }: { shown: ShownInAddress }) {
  const { t } = useAccountView()
  const isCalm = show === "open" && rank === null
  const key = isCalm ? "emptyOpen" : "empty"
  return (
    <div data-empty={key} className="border-ui-border-base border-t">
      <Message icon={isCalm ? CheckCircle : InformationCircle} title={t(`account.tx.${key}`)}>
        <Saying quiet>{t(`account.tx.${key}Text`)}</Saying>
      </Message>
    </div>
  )
}
