import { Button, clx } from "@medusajs/ui"
import { useDeferredValue } from "react"
import { StateIcon } from "../../../ui/state-icon"
import type { RequestError } from "../../../lib/client"
import { errorWords } from "../../../lib/errors"
import { chordCap } from "../../../lib/key-caps"
import { stateWords } from "../../../lib/state-words"
import { useOrderView } from "../use-order-view"
import { effectsOf, type StateEffect } from "./effects"
import { oversIn, type Over } from "./too-much"
import { useGrid, useGridStore } from "./use-grid"
import { useLabels } from "./use-labels"

interface SaveBarProps {
  isSaving: boolean
  /** Why the changes were not saved when that was tried. */
  failure: RequestError | null
  onSave: () => void
  /** Goes to a cell; left out where there is no grid to go to. */
  onGo?: ((at: Over["at"]) => void) | undefined
}

/** What saving would come to: states and codes before and after, planned in the browser. The server's answer counts. */
export function SaveBar({ isSaving, failure, onSave, onGo }: SaveBarProps) {
  const store = useGridStore()
  const unsaved = useGrid((grid) => grid.unsaved)
  const count = unsaved.length
  const sheet = useDeferredValue(useGrid((grid) => grid.sheet))
  const { t, has } = useOrderView()
  if (count === 0) return null
  const overs = oversIn(store, sheet)
  const isTooMuch = sheet.excess.rows.size + sheet.excess.columns.size > 0
  const changed = t("grid.save.changed", { count })
  return (
    <section aria-label={t("grid.save.label")} className="reconciliation-save" data-save-bar="">
      <div className="flex flex-col">
        <span className="txt-compact-small-plus">
          {isTooMuch ? t("grid.save.tooLarge", { changed, over: Math.max(1, store.tooMuch.size) }) : changed}
        </span>
        <span className="txt-compact-xsmall reconciliation-quiet">
          {isTooMuch ? (
            <Overs overs={overs} onGo={onGo} />
          ) : (
            <Moved by={sheet.sums.paid - store.before.sums.paid} />
          )}
        </span>
      </div>
      <div className="reconciliation-save-effects txt-compact-small flex flex-col">
        {isTooMuch ? (
          t("grid.save.blocked")
        ) : failure ? (
          <Failure failure={failure} kept={count} />
        ) : (
          <Effects effects={effectsOf(store, sheet)} />
        )}
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="reconciliation-discard-act"
          onClick={() => store.discard()}
        >
          {t("grid.save.discard")}
        </Button>
        <Button
          size="small"
          type="button"
          variant="secondary"
          className={clx("reconciliation-save-act", isTooMuch && "reconciliation-blocked")}
          aria-disabled={isTooMuch || isSaving}
          data-save=""
          onClick={() => !isTooMuch && !isSaving && onSave()}
        >
          {t(isSaving ? "grid.save.saving" : "grid.save.save")}
          <span className="txt-compact-xsmall reconciliation-key">{chordCap("S", { t, has })}</span>
        </Button>
      </div>
    </section>
  )
}

/** What the changes put on items, or take off. */
function Moved({ by }: { by: bigint }) {
  const unsaved = useGrid((grid) => grid.unsaved)
  const { t } = useOrderView()
  const { money } = useLabels()
  if (by < 0n) return t("grid.save.taken", { amount: money(-by) })
  if (by === 0n) return t("grid.save.even")
  return t("grid.save.placed", { amount: money(by), count: new Set(unsaved.map(({ row }) => row)).size })
}

const MOST_OVERS = 2

/** Where it is too much, each the way there. */
function Overs({ overs, onGo }: { overs: readonly Over[]; onGo: SaveBarProps["onGo"] }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const nameOf = (of: Over["of"]): string => ("row" in of ? labels.row(of.row) : labels.columnOn(of.column))
  const more = overs.length - MOST_OVERS
  return (
    <>
      {overs.slice(0, MOST_OVERS).map(({ of, by, at }) => {
        const said = t("grid.save.over", { name: nameOf(of), amount: labels.money(by) })
        return onGo ? (
          <button key={said} type="button" className="reconciliation-over" onClick={() => onGo(at)}>
            {said}
          </button>
        ) : (
          <span key={said} className="block">
            {said}
          </span>
        )
      })}
      {more > 0 && t("grid.save.more", { count: more })}
    </>
  )
}

/** Why it was not saved, and that nothing typed is lost: it stays until it is tried again or changed. */
function Failure({ failure: { status, body }, kept }: { failure: RequestError; kept: number }) {
  const { t, has, serverLang } = useOrderView()
  const said = body && errorWords(body, { t, has })
  const plain =
    status === null
      ? `${t("errors.network.title")}. ${t("errors.network.remedy")}`
      : t("errors.server.remedy")
  return (
    <div role="alert" className="flex flex-col" data-not-saved="">
      <span>
        <strong className="font-medium">{t("grid.save.failed")}.</strong>{" "}
        <span lang={said?.ofServer ? serverLang : undefined}>
          {said ? `${said.text} ${said.remedy}` : plain}
        </span>
      </span>
      <span className="reconciliation-quiet">{t("grid.save.kept", { count: kept })}</span>
    </div>
  )
}

const MOST_EFFECTS = 3

function Effects({ effects }: { effects: readonly StateEffect[] }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const more = effects.length - MOST_EFFECTS
  return (
    <>
      {effects.slice(0, MOST_EFFECTS).map((effect) => (
        <span key={effect.id} className="flex flex-wrap items-center gap-x-1.5">
          <span>
            {effect.column ? labels.columnOn(effect.column) : t("grid.save.order", { id: effect.name })}
          </span>
          {effect.before !== effect.after && (
            <span className="reconciliation-quiet inline-flex items-center gap-x-1">
              <StateIcon state={effect.before} />
              {t("grid.save.from", { before: t(`states.${effect.before}.short`) })}
            </span>
          )}
          <strong className="inline-flex items-center gap-x-1 font-medium">
            <StateIcon state={effect.after} />
            {effect.column
              ? t(`states.${effect.after}.short`)
              : stateWords(effect.after, labels.money(effect.notCovered), t)}
          </strong>
          {effect.code && (
            <span className="reconciliation-quiet">
              {t(`grid.save.${effect.code.does}`, { code: effect.code.code })}
            </span>
          )}
        </span>
      ))}
      {more > 0 && <span className="reconciliation-quiet">{t("grid.save.more", { count: more })}</span>}
    </>
  )
}
