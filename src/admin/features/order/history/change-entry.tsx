import { ArrowUturnLeft, EllipsisHorizontal } from "@medusajs/icons"
import { Badge, clx, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import { useEffect, useRef, type ReactNode, type RefObject } from "react"
import { amountOfSameMoney } from "../../../../modules/reconciliation/domain/same-money"
import type { HistoryEntry } from "../../../../types/http"
import { Moment } from "../../../ui/day"
import { GuardedItem } from "../../../ui/guarded-item"
import { whoOf } from "./causes"
import type { HistorySpeech } from "./names"
import { SentenceText } from "./sentence-text"
import { ChangeIcon } from "./change-icon"

interface ChangeEntryProps {
  entry: HistoryEntry
  /** What it did, the main clause first. */
  sentences: readonly string[]
  /** What undid it, as far as that is loaded. */
  undoneBy: HistoryEntry | undefined
  /** Some of its amounts were inferred when the plugin came to the store. */
  isInferred: boolean
  isSought: boolean
  isAsking: boolean
  mayManage: boolean
  speech: HistorySpeech
  onAsk: () => void
  /** Asks before it is undone, while that is being asked. */
  children: ReactNode
}

/** One change: what it did, when, who and why, and the way to undo it. */
export function ChangeEntry({ entry, sentences, isSought, isAsking, speech, ...more }: ChangeEntryProps) {
  const { t } = speech
  const own = useRef<HTMLLIElement>(null)
  const isUndone = entry.undone_by !== null
  useFocusBack(own, isAsking)
  useEffect(() => {
    if (isSought) own.current?.scrollIntoView({ block: "center" })
  }, [isSought])
  const [main = "", ...others] = sentences
  const who = whoOf(entry, speech)
  return (
    <li
      ref={own}
      tabIndex={-1}
      data-change={entry.id}
      data-undone={isUndone || undefined}
      className={clx("outline-none", (isSought || isAsking) && "bg-ui-bg-highlight")}
    >
      <ChangeIcon {...entry} />
      <div className="flex items-start gap-x-2">
        <div className="flex min-w-0 flex-1 flex-col gap-y-1">
          <div className={clx(isUndone && "text-ui-fg-subtle line-through")}>
            <Text size="small" leading="compact" className="break-words">
              <SentenceText text={main} />
              {more.isInferred && (
                <>
                  {" "}
                  <Badge size="2xsmall" color="purple">
                    {t("history.inferred")}
                  </Badge>
                </>
              )}
            </Text>
            {others.map((text) => (
              <Text key={text} size="small" leading="compact" className="text-ui-fg-subtle break-words">
                <SentenceText text={text} />
              </Text>
            ))}
          </div>
          <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
            <Moment value={entry.recorded_at} /> · {becauseOf(entry, who, speech)}
          </Text>
          {isUndone && <Undone by={more.undoneBy} speech={speech} />}
        </div>
        {entry.undoable && (
          <ChangeMenu
            entry={entry}
            main={main}
            isAsking={isAsking}
            mayManage={more.mayManage}
            speech={speech}
            onAsk={more.onAsk}
            within={own}
          />
        )}
      </div>
      {more.children}
    </li>
  )
}

type ChangeMenuProps = Pick<ChangeEntryProps, "entry" | "isAsking" | "mayManage" | "speech" | "onAsk"> & {
  main: string
  within: RefObject<HTMLElement>
}

/** What can be done with a change. */
function ChangeMenu({ entry, main, isAsking, within, mayManage, speech: { t }, onAsk }: ChangeMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" type="button" data-act="">
          <EllipsisHorizontal aria-hidden />
          <span className="sr-only">
            {t("page.more")}: <SentenceText text={main} />
          </span>
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        // What is asked takes the focus, not the button; before, the menu would have taken it back.
        onCloseAutoFocus={(event) => {
          if (!isAsking) return
          event.preventDefault()
          within.current?.querySelector<HTMLElement>("[data-ask]")?.focus({ preventScroll: true })
        }}
      >
        <GuardedItem icon={ArrowUturnLeft} right="manage" allowed={mayManage} onSelect={onAsk}>
          {t(entry.kind === "undo" && !entry.redo ? "history.act.redo" : "history.act.undo")}
        </GuardedItem>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** Who, and why: as somebody wrote it, or what the ledger itself asks, in the reader's words. */
function becauseOf({ reason }: HistoryEntry, who: string, { t, amount }: HistorySpeech): string {
  if (reason === null) return who
  const doubled = amountOfSameMoney(reason)
  const text = doubled === null ? reason : t("history.sameMoney", { amount: amount(doubled) })
  return t("history.because", { who, text })
}

function Undone({ by, speech }: { by: HistoryEntry | undefined; speech: HistorySpeech }) {
  const { t } = speech
  return (
    <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
      {by ? t("history.undoneBy", { who: whoOf(by, speech) }) : t("history.undone")}
    </Text>
  )
}

/** Once it is answered the focus goes back to the button that asked, or to the change where that is gone. */
function useFocusBack(own: React.RefObject<HTMLLIElement>, isAsking: boolean) {
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !isAsking)
      (own.current?.querySelector<HTMLElement>("[data-act]") ?? own.current)?.focus()
    wasAsking.current = isAsking
  }, [own, isAsking])
}
