import { Eye } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useWords } from "../lib/use-words"

/** Says beside a title that nothing can be changed here. */
export function ReadOnlyBadge() {
  const { t } = useWords()
  return (
    <Badge size="2xsmall" color="grey" className="gap-x-1 whitespace-nowrap" data-read-only="">
      <Eye aria-hidden />
      {t("readOnly.badge")}
    </Badge>
  )
}

/** Below the entries of a menu, of which some need a right: who can give it. */
export function MayLook() {
  const { t } = useWords()
  return (
    <Text size="xsmall" className="reconciliation-menu-note text-ui-fg-subtle px-2 py-2" data-may-look="">
      {t("readOnly.more")}
    </Text>
  )
}
