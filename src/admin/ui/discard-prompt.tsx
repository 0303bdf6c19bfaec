import { Prompt } from "@medusajs/ui"
import { useWords } from "../lib/use-words"

interface DiscardPromptProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Asks before what was typed in a drawer is lost with it. */
export function DiscardPrompt({ open, title, text, onKeep, onDiscard }: DiscardPromptProps) {
  const { t } = useWords()
  return (
    <Prompt open={open} onOpenChange={(isOpen) => !isOpen && onKeep()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{title}</Prompt.Title>
          <Prompt.Description>{text}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={onKeep}>{t("payment.discard.keep")}</Prompt.Cancel>
          <Prompt.Action onClick={onDiscard}>{t("payment.discard.go")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
