import { DropdownMenu } from "@medusajs/ui"
import type { ElementType } from "react"
import type { Right } from "../../types/rights"
import { useWords } from "../lib/use-words"

interface GuardedItemProps {
  icon: ElementType
  right: Right
  allowed: boolean
  onSelect: () => void
  children: string
}

/** An entry of a menu that stays in its place for who may not use it, and says which right is missing. */
export function GuardedItem({ icon: Icon, right, allowed, onSelect, children }: GuardedItemProps) {
  const { t } = useWords()
  if (allowed)
    return (
      <DropdownMenu.Item className="gap-x-2" onSelect={onSelect}>
        <Icon aria-hidden className="text-ui-fg-subtle" />
        {children}
      </DropdownMenu.Item>
    )
  return (
    <DropdownMenu.Item
      aria-disabled
      data-needs={right}
      className="text-ui-fg-subtle items-start gap-x-2"
      onSelect={(event) => event.preventDefault()}
    >
      <Icon aria-hidden />
      <span>
        {children}
        <span className="txt-compact-xsmall block">
          {t("noRight.needs", { right: t(`rights.${right}`) })}
        </span>
      </span>
    </DropdownMenu.Item>
  )
}
