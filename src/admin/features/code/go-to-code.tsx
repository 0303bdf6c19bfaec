import { Button, Input, Label, Popover, Text } from "@medusajs/ui"
import { useId, useRef, useState, type FormEvent } from "react"
import { useNavigate } from "react-router-dom"
import { rankOfCode } from "../../../modules/reconciliation/domain/matching-code"
import { codePath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"

/** Leads to another code of the same account by its letters. It has no key of its own: G begins the host's. */
export function GoToCode({ accountId }: { accountId: string }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary" type="button" data-go-to-code="">
          {t("codePage.goTo.open")}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" aria-label={t("codePage.goTo.open")} className="p-3">
        <Letters accountId={accountId} onGone={() => setOpen(false)} />
      </Popover.Content>
    </Popover>
  )
}

interface LettersProps {
  readonly accountId: string
  readonly onGone: () => void
}

function Letters({ accountId, onGone }: LettersProps) {
  const { t } = useWords()
  const [field, told] = [useId(), useId()]
  const navigate = useNavigate()
  const [letters, setLetters] = useState("")
  const [isRefused, setRefused] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const go = (event: FormEvent) => {
    event.preventDefault()
    const rank = rankOfCode(letters.trim())
    setRefused(rank === null)
    if (rank === null) return input.current?.focus()
    onGone()
    void navigate(codePath(accountId, rank))
  }
  return (
    <form onSubmit={go} className="flex flex-col gap-y-1">
      <Label htmlFor={field} size="small" weight="plus">
        {t("codePage.title")}
      </Label>
      <div className="flex gap-x-2">
        <Input
          ref={input}
          id={field}
          size="small"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={letters}
          aria-invalid={isRefused || undefined}
          aria-describedby={told}
          onChange={({ target }) => {
            setLetters(target.value)
            setRefused(false)
          }}
        />
        <Button size="small" type="submit">
          {t("codePage.goTo.go")}
        </Button>
      </div>
      <Text
        id={told}
        size="xsmall"
        className={isRefused ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}
        aria-live="polite"
      >
        {t(isRefused ? "codePage.goTo.none" : "codePage.goTo.hint")}
      </Text>
    </form>
  )
}
