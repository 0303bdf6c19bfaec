import { LockClosedSolid } from "@medusajs/icons"
import { Button, clx, Tooltip } from "@medusajs/ui"
import { useId, type ComponentProps, type ReactNode } from "react"
import type { Right } from "../../types/rights"
import { useWords } from "../lib/use-words"
import { Message, Saying } from "./message"

/** Stands where a page would be that somebody may not see, or not change: which right is missing, and who gives it. */
export function NoRight({ right, action }: { right: Right; action?: ReactNode }) {
  const { t } = useWords()
  const named = { right: t(`rights.${right}`) }
  return (
    <div data-no-right={right}>
      <Message
        icon={LockClosedSolid}
        title={t(right === "view" ? "errors.forbidden.title" : "noRight.title")}
        action={action}
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

/** A button that stays in its place for who may not use it, can be reached by keyboard, and says which right is missing and who gives it. */
export function GuardedButton({
  right,
  allowed,
  onClick,
  children,
  className,
  ...button
}: GuardedButtonProps) {
  const { t } = useWords()
  const reason = useId()
  if (allowed)
    return (
      <Button
        size="small"
        variant="secondary"
        type="button"
        {...button}
        className={className}
        onClick={onClick}
      >
        {children}
      </Button>
    )
  const needs = `${t("noRight.needs", { right: t(`rights.${right}`) })}. ${t("noRight.ask")}`
  return (
    <>
      <Tooltip content={needs}>
        <Button
          size="small"
          type="button"
          {...button}
          variant={button.variant === "transparent" ? "transparent" : "secondary"}
          aria-disabled
          aria-describedby={reason}
          data-needs={right}
          className={clx("text-ui-fg-subtle", className)}
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
