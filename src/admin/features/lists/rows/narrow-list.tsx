import { clx } from "@medusajs/ui"
import { useState } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { accountPath } from "../../../lib/paths"
import { StateIcon } from "../../../ui/state-icon"
import { STATE_COLOR } from "../../../ui/state-sign"
import { Link } from "react-router-dom"
import { NextStep } from "../acts/next-step"
import { useListView } from "../list-context"
import { NoteSign } from "../notes/note-sign"
import { Reconciled } from "../reconciled/reconciled"
import { useListSpeech } from "../use-list-speech"
import type { ShownRows } from "./list-table"
import { openTone, signedOpen } from "./open-sum"
import { MainLink, Sum, Why } from "./parts"
import { RowMenu } from "./row-menu"
import { Expand } from "./table-row"

/** The same where there is no room for columns: who and what, why, and the button. */
export function NarrowList({ rows, follow, onDone }: ShownRows) {
  const { t } = useListSpeech()
  const { show } = useListView()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <ul
      aria-label={t(show === "all" ? "lists.transactions.caption" : "lists.unreconciled.caption")}
      onFocus={({ target }) => {
        const number = target.closest("[data-row]")?.getAttribute("data-row")
        if (number) follow(number)
      }}
    >
      {rows.map((one) => (
        <Item key={one.number} one={one} onDone={onDone} />
      ))}
    </ul>
  )
}

function Item({ one, onDone }: { one: ListedTransactionView; onDone: () => void }) {
  const { t, ownerOf, dayInSentence } = useListSpeech()
  const { show } = useListView()
  const [isOpen, setOpen] = useState(false)
  const isAll = show === "all"
  return (
    <li
      data-row={one.number}
      data-kind={one.kind}
      className="border-ui-border-base txt-compact-small flex items-start gap-x-3 border-t px-4 py-3"
    >
      <StateIcon
        state={one.state}
        className={`reconciliation-list-sign shrink-0 ${STATE_COLOR[one.state]}`}
      />
      <span className="sr-only">{t(`states.${one.state}.short`)}</span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-y-1">
        <span className="reconciliation-list-who">
          <Link
            to={accountPath(one.owner.account_id)}
            className="reconciliation-list-owner text-ui-fg-base font-medium"
          >
            {ownerOf(one)}
          </Link>{" "}
          {"·\u00A0"}
          <MainLink one={one} /> <NoteSign one={one} />
        </span>
        {isAll ? (
          <span className="text-ui-fg-subtle">
            {[dayInSentence(one.occurred_on), one.receipt_number, one.codes.map(({ code }) => code).join(" ")]
              .filter(Boolean)
              .join(" · ")}
          </span>
        ) : (
          <span className="text-ui-fg-subtle">
            <Why one={one} stop={false} />
          </span>
        )}
        {!isAll && one.next_step && <NextStep one={one} step={one.next_step} onDone={onDone} />}
        {isOpen && <Reconciled one={one} />}
      </div>
      <span className="flex shrink-0 flex-col items-end">
        <Sum
          one={one}
          value={isAll && isZero(one.charges) ? `-${one.payments}` : isAll ? one.charges : one.open}
        />
        {isAll ? (
          !isZero(one.open) && (
            <span className={clx("txt-compact-xsmall", openTone(one))}>
              <OpenOf one={one} />
            </span>
          )
        ) : (
          <span className="text-ui-fg-subtle txt-compact-xsmall">
            <span aria-hidden>{t("lists.age", { count: one.age_days })}</span>
            <span className="sr-only">{t("lists.ageSaid", { count: one.age_days })}</span>
          </span>
        )}
        <span className="flex items-center">
          {isAll && <Expand one={one} isOpen={isOpen} onTurn={() => setOpen(!isOpen)} />}
          <RowMenu one={one} />
        </span>
      </span>
    </li>
  )
}

function OpenOf({ one }: { one: ListedTransactionView }) {
  const { t, amountOf } = useListSpeech()
  return t("account.tx.openOf", { amount: amountOf(one)(signedOpen(one)) })
}
