import { LockClosedSolid } from "@medusajs/icons"
import { Button, Tooltip } from "@medusajs/ui"
import { useId, type ComponentProps } from "react"
import type { Right } from "../../types/rights"
import { useWords } from "../lib/use-words"
import { Message, Saying } from "./message"

/** Stands where a page would be that somebody may not see, or not change: which right is missing, and who gives it. */
export function NoRight({ right }: { right: Right }) {
  const { t } = useWords()
  const named = { right: t(`rights.${right}`) }
  return (
    <div data-no-right={right}>
      <Message
        icon={LockClosedSolid}
        title={t(right === "view" ? "errors.forbidden.title" : "noRight.title")}
      >
        <Saying>{t(right === "view" ? "noRight.look" : "noRight.change", named)}</Saying>
        <Saying quiet>{t("noRight.ask")}</Saying>
      </Message>
    </div>
  )
}

type ButtonProps = ComponentProps<typeof Button>

interface GuardedButtonProps extends Omit<ButtonProps, "disabled"> {
  right: Right
  allowed: boolean
}

/** A button that stays in its place for who may not use it, can be reached by keyboard, and says which right is missing. */
export function GuardedButton({ right, allowed, onClick, children, ...button }: GuardedButtonProps) {
  const { t } = useWords()
  const reason = useId()
  if (allowed)
    return (
      <Button size="small" variant="secondary" type="button" {...button} onClick={onClick}>
        {children}
      </Button>
    )
  const needs = t("noRight.needs", { right: t(`rights.${right}`) })
  return (
    <>
      <Tooltip content={needs}>
        <Button
          size="small"
          variant="secondary"
          type="button"
          {...button}
          aria-disabled
          aria-describedby={reason}
          data-needs={right}
          className="text-ui-fg-subtle"
        >
          <LockClosedSolid aria-hidden />
          {children}
        </Button>
      </Tooltip>
      <span id={reason} className="sr-only">
        {needs}
      </span>
    </>
  )
}
