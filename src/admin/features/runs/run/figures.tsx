import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useLocation } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import type { ListSpeech } from "../../lists/list-speech"
import { useListSpeech } from "../../lists/use-list-speech"
import { withoutSign } from "../outlook"
import { besidePreview, previewedIn } from "../previewed"
import { counted, doneOf } from "../run-words"
import { isActive } from "../standing"

interface Figure {
  readonly key: string
  readonly name: string
  readonly value: string
  readonly note: ReactNode
  readonly tone?: string
}

/** What it has come to: while it works with the money, afterwards with the orders; the currencies then stand below. */
export function Figures({ run }: { readonly run: RunView }) {
  return (
    <dl className="reconciliation-figures" data-figures="">
      {useFigures(run).map(({ key, name, value, note, tone }) => (
        <div key={key} data-figure-of={key}>
          <dt className="txt-compact-xsmall text-ui-fg-subtle">{name}</dt>
          <dd className={clx("reconciliation-figure", tone ?? "text-ui-fg-base")}>{value}</dd>
          <dd className="txt-compact-xsmall text-ui-fg-subtle">{note}</dd>
        </div>
      ))}
    </dl>
  )
}

function useFigures(run: RunView): Figure[] {
  const words = useListSpeech()
  const placed = placedOf(run, previewedIn(useLocation().state), words)
  if (run.state === "queued") return [placed, leftOf(run, words)].map((one) => unseen(one, words))
  if (isActive(run)) return [placed, ...moneyOf(run, words), ...failedOf(run, words), leftOf(run, words)]
  return [
    placed,
    ...(run.kind === "undo" ? [] : [fullOf(run, words)]),
    accountsOf(run, words),
    ...failedOf(run, words),
    leftOf(run, words),
  ]
}

/** Of a run that waits nothing is known yet: a zero would say that something is. */
const unseen = ({ key, name }: Figure, { t }: ListSpeech): Figure => ({
  key,
  name,
  value: "–",
  note: t("runs.page.notYet"),
})

function placedOf(run: RunView, previewed: string | undefined, words: ListSpeech): Figure {
  const { kind, counts } = run
  return {
    key: "placed",
    name: words.t(kind === "undo" ? "runs.page.back" : "runs.page.placed"),
    value: counts.placed.toLocaleString(words.locale),
    note:
      previewed === undefined
        ? counted(words, kind === "backfill" ? "backfill.placedNote" : "runs.page.placedNote", {
            count: counts.changed,
          })
        : besidePreview(run, previewed, words),
  }
}

const moneyOf = ({ kind, counts }: RunView, { t, amountOf }: ListSpeech): Figure[] =>
  counts.amounts.map((one) => ({
    key: one.currency_code,
    name: one.currency_code.toUpperCase(),
    value: amountOf(one)(withoutSign(one.moved)),
    note: t(kind === "undo" ? "runs.page.moneyFree" : "runs.page.moneyOf", {
      amount: amountOf(one)(one.before),
    }),
  }))

const fullOf = ({ counts: { settled_orders: full } }: RunView, { t, locale }: ListSpeech): Figure => ({
  key: "full",
  name: t("runs.page.full"),
  value: full.toLocaleString(locale),
  note: null,
  ...(full > 0 && { tone: "text-ui-tag-green-text" }),
})

const OF_ACCOUNTS = {
  name: "runs.page.accounts",
  idle: "runs.page.accountsIdle",
  all: "runs.page.accountsAll",
}
const OF_ORDERS = { name: "backfill.orders", idle: "backfill.idle", all: "backfill.all" }

function accountsOf(run: RunView, words: ListSpeech): Figure {
  const { t, locale } = words
  const { counts, accounts } = run
  const idle = doneOf(run) - counts.changed - counts.failed
  const of = run.kind === "backfill" ? OF_ORDERS : OF_ACCOUNTS
  return {
    key: "accounts",
    name: t(of.name),
    value: counts.changed.toLocaleString(locale),
    note:
      idle > 0 ? counted(words, of.idle, { count: idle }) : t(of.all, { n: accounts.toLocaleString(locale) }),
  }
}

const failedOf = ({ counts: { failed } }: RunView, { t, locale }: ListSpeech): Figure[] =>
  failed === 0
    ? []
    : [
        {
          key: "failed",
          name: t("runs.page.failed"),
          value: failed.toLocaleString(locale),
          note: t("runs.page.failedNote"),
          tone: "text-ui-tag-red-text",
        },
      ]

function leftOf({ kind, counts: { left } }: RunView, { t, locale }: ListSpeech): Figure {
  return {
    key: "left",
    name: t(kind === "undo" ? "runs.page.leftUndo" : "runs.fresh.leftTitle"),
    value: left.toLocaleString(locale),
    note:
      left > 0 ? (
        <a href="#left" className="reconciliation-link">
          {t("runs.page.leftNote")}
        </a>
      ) : (
        t(kind === "undo" ? "runs.page.stayedNone" : "runs.page.leftNone")
      ),
    ...(left > 0 && { tone: "text-ui-tag-orange-text" }),
  }
}
