import { Prompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useBlocker } from "react-router-dom"
import { useWords } from "../lib/use-words"

/**
 * Asks before a page with unsaved changes is left, by a link of the host's or by closing the tab. Whoever renders it
 * keeps the changes, so leaving loses nothing.
 */
export function LeaveGuard({ unsaved }: { unsaved: number }) {
  const { t } = useWords()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (unsaved === 0) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [unsaved])
  return (
    <Prompt
      open={blocker.state === "blocked"}
      onOpenChange={(open) => !open && blocker.reset?.()}
      variant="confirmation"
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("leave.title", { count: unsaved })}</Prompt.Title>
          <Prompt.Description>{t("leave.text", { count: unsaved })}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={() => blocker.reset?.()}>{t("leave.stay")}</Prompt.Cancel>
          <Prompt.Action onClick={() => blocker.proceed?.()}>{t("leave.go")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
