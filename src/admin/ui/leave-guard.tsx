import { Button, Kbd, Prompt, Text } from "@medusajs/ui"
import { useEffect, useId, type KeyboardEvent } from "react"
import { useBlocker } from "react-router-dom"
import { chordCap } from "../lib/key-caps"
import { useWords } from "../lib/use-words"

interface LeaveGuardProps {
  unsaved: number
  /** What the changes move, in the reader's figures. */
  amount?: string
  /** Why they cannot be saved as they are, in words. */
  blocked?: string | undefined
  /** Absent where nothing can be saved from here. */
  onSave?: () => void
}

/**
 * Asks before a page with unsaved changes is left, by a link of the host's or by closing the tab. Whoever renders it
 * keeps the changes, so leaving loses nothing.
 */
export function LeaveGuard({ unsaved, amount, blocked, onSave }: LeaveGuardProps) {
  const { t, has } = useWords()
  const why = useId()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (unsaved === 0) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [unsaved])
  const stay = () => blocker.reset?.()
  const save = () => {
    if (blocked !== undefined || !onSave) return
    stay()
    onSave?.()
  }
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  return (
    <Prompt
      open={blocker.state === "blocked"}
      onOpenChange={(open) => !open && stay()}
      variant="confirmation"
    >
      <Prompt.Content className="reconciliation-prompt" onKeyDown={saveByKey}>
        <Prompt.Header>
          <Prompt.Title>{t("leave.title")}</Prompt.Title>
          <Prompt.Description>
            {amount === undefined
              ? t("leave.typed", { count: unsaved })
              : t("leave.text", { count: unsaved, amount })}
          </Prompt.Description>
          {blocked !== undefined && (
            <Text id={why} size="small" className="text-ui-tag-red-text">
              {blocked}
            </Text>
          )}
        </Prompt.Header>
        <Prompt.Footer className="flex-wrap gap-2">
          <Prompt.Cancel onClick={stay}>{t("leave.stay")}</Prompt.Cancel>
          <Button size="small" variant="secondary" type="button" onClick={() => blocker.proceed?.()}>
            {t("leave.go")}
          </Button>
          {onSave && (
            <Button
              size="small"
              type="button"
              aria-disabled={blocked !== undefined}
              aria-describedby={blocked === undefined ? undefined : why}
              onClick={save}
            >
              {t("leave.save")} <Kbd className="reconciliation-key">{chordCap("S", { t, has })}</Kbd>
            </Button>
          )}
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
