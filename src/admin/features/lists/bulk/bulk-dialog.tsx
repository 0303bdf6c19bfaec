import { CheckCircle } from "@medusajs/icons"
import { Button, Kbd, Text, toast } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import { refusalWords } from "../../order/history/refusal-words"
import type { ChosenAccount } from "../acts/row-act"
import { useListSpeech } from "../use-list-speech"
import { useBulk, type Turn } from "./use-bulk"

interface BulkDialogProps {
  readonly accounts: readonly ChosenAccount[]
  readonly onClose: () => void
}

/** Shows what reconciling each of some accounts would do, and does it, one after the other. */
export function BulkDialog({ accounts, onClose }: BulkDialogProps) {
  const { t } = useListSpeech()
  return (
    <ActDialog
      isWide
      title={t("lists.bulk.title", { count: accounts.length })}
      about={t("lists.bulk.about")}
      onClose={onClose}
    >
      <Question accounts={accounts} onClose={onClose} />
    </ActDialog>
  )
}

function Question({ accounts, onClose }: BulkDialogProps) {
  const { t } = useListSpeech()
  const { turns, run, isRunning, isDone } = useBulk(accounts)
  const allowed = useMay("run")
  const count = (...at: readonly Turn["at"][]) => turns.filter((turn) => at.includes(turn.at)).length
  const [placed, refused, ready] = [count("placed"), count("refused"), count("planned", "running")]
  const wasDone = useRef(false)
  useEffect(() => {
    if (!isDone || wasDone.current) return
    wasDone.current = true
    if (placed > 0) toast.success(t("lists.bulk.done", { count: placed }))
    // What was refused is to be read before it closes.
    if (refused === 0) onClose()
  }, [isDone, placed, refused, t, onClose])
  const isReady = ready > 0 && count("looking") === 0 && !isRunning && !isDone
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={count("looking", "running") > 0}>
        <table
          className="reconciliation-links txt-compact-small text-ui-fg-subtle"
          aria-label={t("lists.bulk.would")}
        >
          <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
            <tr>
              <th scope="col">{t("lists.bulk.account")}</th>
              <th scope="col">{t("lists.bulk.would")}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account, place) => (
              <Row
                key={account.id}
                account={account}
                turn={turns[place] ?? { at: "looking" }}
                waits={isRunning}
              />
            ))}
          </tbody>
        </table>
        <div className="reconciliation-notes" aria-live="polite">
          {isDone && refused > 0 && <Text size="small">{t("lists.bulk.refused", { count: refused })}</Text>}
        </div>
      </div>
      <DialogFoot>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t(isDone ? "lists.bulk.close" : "lists.bulk.cancel")}
        </Button>
        {!isDone && (
          <GuardedButton
            data-enter=""
            right="run"
            allowed={allowed}
            variant={allowed ? "primary" : "secondary"}
            aria-disabled={!isReady}
            aria-busy={isRunning}
            onClick={() => isReady && run()}
          >
            {ready === 0 ? (
              t("lists.bulk.actNone")
            ) : (
              <>
                {t("lists.bulk.act", { count: ready })} <Kbd aria-hidden>Enter</Kbd>
              </>
            )}
          </GuardedButton>
        )}
      </DialogFoot>
    </>
  )
}

interface RowProps {
  readonly account: ChosenAccount
  readonly turn: Turn
  /** Others are being written before it. */
  readonly waits: boolean
}

function Row({ account, turn, waits }: RowProps) {
  return (
    <tr data-bulk={turn.at}>
      <th scope="row">
        {account.name}
        <span className="txt-compact-xsmall text-ui-fg-subtle block">{account.currency.toUpperCase()}</span>
      </th>
      <td>
        <Said account={account} turn={turn} waits={waits} />
      </td>
    </tr>
  )
}

function Said({ account, turn, waits }: RowProps) {
  const speech = useListSpeech()
  const { t, amountOf } = speech
  const written = (value: string) =>
    `${amountOf({ currency_code: account.currency, digits: account.digits })(value)} ${account.currency.toUpperCase()}`
  switch (turn.at) {
    case "looking":
      return <>{t("lists.bulk.looking")}</>
    case "nothing":
      return <>{t("lists.bulk.nothing")}</>
    case "planned":
    case "running": {
      const { amount, orders } = turn.would
      return (
        <>
          <span className="text-ui-fg-base">
            {t("lists.bulk.moves", { amount: written(amount), count: orders })}
          </span>
          {(turn.at === "running" || waits) && (
            <span className="block">
              {t(turn.at === "running" ? "lists.bulk.running" : "lists.bulk.waits")}
            </span>
          )}
        </>
      )
    }
    case "placed":
      return (
        <span className="text-ui-fg-base inline-flex items-center gap-x-1">
          <CheckCircle aria-hidden className="text-ui-tag-green-icon" />
          {t("lists.bulk.placed", { amount: written(turn.would.amount) })}
        </span>
      )
    case "refused": {
      const { text, remedy, lang } = refusalWords(turn.error, "run", speech)
      return (
        <span lang={lang} data-refusal="">
          <span className="text-ui-fg-base block">{text}</span>
          {remedy}
        </span>
      )
    }
  }
}
