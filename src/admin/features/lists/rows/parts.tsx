import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ListedTransactionView } from "../../../../types/http"
import { accountPath } from "../../../lib/paths"
import { More } from "../../../ui/more"
import { TransactionIcon } from "../../account/ledger/transaction-icon"
import { placeOf } from "../acts/next-step"
import { NoteSign } from "../notes/note-sign"
import { useListSpeech } from "../use-list-speech"
import { whyWords } from "./why"
import { whyContent } from "./why-panel"

interface Of {
  readonly one: ListedTransactionView
}

/** Leads to where the transaction is explained: its order's page, else its account's. */
export function MainLink({ one }: Of) {
  const { nameOf } = useListSpeech()
  const name = nameOf(one)
  return (
    <Link to={placeOf(one, null)} title={name} data-row-main="" className="reconciliation-row-main">
      {name}
    </Link>
  )
}

/** What it is, over its numbers (of an invoice, of a receipt), or what it is about. */
export function Transaction({ one }: Of) {
  const { detailOf } = useListSpeech()
  const detail = detailOf(one)
  const numbers = [one.document_number?.number, one.receipt_number].filter(Boolean).join(" · ")
  const second = numbers || detail
  return (
    <span className="flex items-center gap-x-2">
      <TransactionIcon one={one} />
      <span className="min-w-0">
        <MainLink one={one} />
        {second !== null && (
          <span className="reconciliation-list-second text-ui-fg-subtle txt-compact-xsmall">{second}</span>
        )}
      </span>
      <NoteSign one={one} />
    </span>
  )
}

/** Whose account it is on, over their company. */
export function Owner({ one }: { readonly one: Pick<ListedTransactionView, "owner"> }) {
  const { ownerOf } = useListSpeech()
  const { account_id: id, company, name } = one.owner
  return (
    <>
      <Link
        to={accountPath(id)}
        className="reconciliation-list-owner text-ui-fg-base font-medium"
        data-owner=""
      >
        {ownerOf(one)}
      </Link>
      {company !== null && name !== null && company !== name && (
        <span className="reconciliation-list-second text-ui-fg-subtle txt-compact-xsmall">{company}</span>
      )}
    </>
  )
}

/** The sentence; pressed, or by Space on the row, it says more. */
export function Why({ one, stop }: Of & { readonly stop: boolean }) {
  const speech = useListSpeech()
  const said = whyWords(one, { ...speech, amount: speech.amountOf(one) })
  if (said === null) return null
  const { title, renderDetails } = whyContent(one, speech)
  return (
    <More
      title={title}
      renderDetails={renderDetails}
      stop={stop}
      className="reconciliation-why"
      data-why={one.why?.code}
    >
      {said}
    </More>
  )
}

/** What is open of it, or all of it, with the currency. */
export function Sum({
  one,
  value,
  tone,
}: {
  readonly one: Pick<ListedTransactionView, "currency_code" | "digits">
  readonly value: string
  readonly tone?: string
}) {
  const { amountOf } = useListSpeech()
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span className={clx("font-medium", tone ?? "text-ui-fg-base")}>{amountOf(one)(value)}</span>{" "}
      <span className="text-ui-fg-subtle">{one.currency_code.toUpperCase()}</span>
    </span>
  )
}
