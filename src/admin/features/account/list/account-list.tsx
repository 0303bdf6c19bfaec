import { InformationCircle, MagnifyingGlass } from "@medusajs/icons"
import { Button, Container, Heading, Input, Text } from "@medusajs/ui"
import { useId, useMemo, type FormEvent } from "react"
import { useNavigate } from "react-router-dom"
import { receiptPath } from "../../../lib/paths"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useWords } from "../../../lib/use-words"
import { ErrorState } from "../../../ui/error-state"
import { Message, Saying } from "../../../ui/message"
import { NoRight } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import { WriteOffRequests } from "../../write-off-requests/write-off-requests"
import { receiptNumberIn } from "./receipt-number"
import { RowsLoading } from "../ledger/rows-loading"
import { RecordUnknown } from "../money/record-unknown"
import { AccountRows } from "./account-rows"
import { FILTERS, useAccounts, useSought, type Sought } from "./use-accounts"
import { MoreRows } from "../../../ui/more-rows"

const TABLE_FROM_PX = 900

/** All accounts of the store, to find one by its customer or an order, and write-offs that wait for approval. */
export default function AccountList() {
  const { t } = useWords()
  const sought = useSought()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isPlaceholderData } =
    useAccounts(sought)
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const rows = useMemo(() => data?.pages.flatMap(({ accounts }) => accounts) ?? [], [data])
  const isForbidden = error !== null && !data && (error.status === 401 || error.status === 403)
  return (
    <div data-reconciliation="" className="flex flex-col gap-y-2">
      {!isForbidden && <WriteOffRequests />}
      <Container className="overflow-hidden p-0">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Heading level="h1">{t("account.list.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("account.list.about")}
            </Text>
          </div>
          {!isForbidden && <RecordUnknown />}
        </div>
        {!isForbidden && <Seek key={sought.q} {...sought} />}
        {isForbidden && <NoRight right="view" />}
        {error && !data && !isForbidden && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <>
            <output className="sr-only">{t("account.list.loading")}</output>
            <RowsLoading />
          </>
        )}
        {data && rows.length === 0 && <NoRows {...sought} />}
        {rows.length > 0 && (
          <div aria-busy={isPlaceholderData}>
            <AccountRows rows={rows} isNarrow={isNarrow} />
          </div>
        )}
        <MoreRows
          query={{ hasNextPage, isFetchingNextPage }}
          text={t("account.list.more")}
          onMore={() => void fetchNextPage()}
        />
      </Container>
      <Stylesheet />
    </div>
  )
}

type SeekProps = Sought & { readonly seek: (next: Partial<Sought>) => void }

function Seek({ q, filter, seek }: SeekProps) {
  const { t } = useWords()
  const id = useId()
  const navigate = useNavigate()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget).get("q")
    const text = typeof said === "string" ? said : ""
    const receipt = receiptNumberIn(text)
    if (receipt === null) seek({ q: text })
    else void navigate(receiptPath(receipt))
  }
  return (
    <search className="border-ui-border-base flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-t px-6 py-3">
      <form onSubmit={submit} className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <label htmlFor={id} className="sr-only">
          {t("account.list.searchHint")}
        </label>
        <Input
          id={id}
          name="q"
          size="small"
          type="text"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          placeholder={t("account.list.searchHint")}
          className="reconciliation-search"
        />
        <Button size="small" variant="secondary" type="submit">
          <MagnifyingGlass aria-hidden />
          {t("account.list.search")}
        </Button>
      </form>
      <fieldset
        aria-label={t("account.list.filter")}
        className="reconciliation-segments txt-compact-small-plus"
      >
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            className="text-ui-fg-subtle focus-visible:shadow-borders-interactive-with-focus outline-none"
            onClick={() => seek({ filter: one })}
          >
            {t(one === "suspense" ? "account.list.unknownShort" : `account.list.${one}`)}
          </button>
        ))}
      </fieldset>
    </search>
  )
}

function NoRows({ q, filter, seek }: SeekProps) {
  const { t } = useWords()
  const isSought = q !== "" || filter !== "all"
  const action = isSought && (
    <Button size="small" variant="secondary" type="button" onClick={() => seek({ q: "", filter: "all" })}>
      {t("account.list.showAll")}
    </Button>
  )
  return (
    <div data-empty={isSought ? "nothing" : "none"} className="border-ui-border-base border-t">
      <Message
        icon={InformationCircle}
        title={t(isSought ? "account.list.nothing" : "account.list.empty")}
        action={action}
      >
        <Saying quiet>{t(isSought ? "account.list.nothingText" : "account.list.emptyText")}</Saying>
      </Message>
    </div>
  )
}
